using System.Text.Json.Nodes;
using ContactGroup.Client.Tests.Fake;

namespace ContactGroup.Cli.Tests.Fake;

/// <summary>A terminal without a person: runs the command line through its entry point and keeps what it says.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public Terminal(FakeApi? api = null)
    {
        Api = api ?? new FakeApi();
        Folder = Directory.CreateTempSubdirectory("contactgroup-cli").FullName;
        variables["CONTACTGROUP_CONFIG"] = Path.Combine(Folder, "profiles");
        variables["CONTACTGROUP_URL"] = "http://127.0.0.1:5080";
    }

    public FakeApi Api { get; }

    public string Folder { get; }

    public string Out { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();

    public Terminal With(string variable, string value)
    {
        variables[variable] = value;
        return this;
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<ExitCode> RunWithInputAsync(string input, params string[] arguments) => RunAsync(input, isPerson: false, arguments);

    /// <summary>Runs it with somebody at the keyboard, who types these lines.</summary>
    public Task<ExitCode> RunAsPersonAsync(string typed, params string[] arguments) => RunAsync(typed, isPerson: true, arguments);

    private async Task<ExitCode> RunAsync(string input, bool isPerson, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var given = new StringReader(input);
        var around = new Surroundings
        {
            Out = output,
            Error = error,
            In = given,
            InIsTerminal = isPerson,
            Variable = name => variables.GetValueOrDefault(name),
            Clock = new PassingClock(),
            Network = () => new Line(Api),
        };
        var exit = await CommandTree.RunAsync(arguments, around);
        (Out, Error) = (output.ToString(), error.ToString());
        return (ExitCode)exit;
    }

    public Task<ExitCode> RunAsync(params string[] arguments) => RunWithInputAsync(string.Empty, arguments);

    public async Task<Terminal> SignedInAsync(string profile = "default")
    {
        Assert.Equal(ExitCode.Ok, await RunWithInputAsync("secret\n", "login", "--account", "ada", "--password-stdin", "--profile", profile));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // A command disposes of its network; the fake outlives it.
    private sealed class Line(FakeApi api) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker invoker = new(api, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            invoker.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            invoker.Dispose();
            base.Dispose(disposing);
        }
    }
}
