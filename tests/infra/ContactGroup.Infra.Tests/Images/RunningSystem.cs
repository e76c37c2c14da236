using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using ContactGroup.Infra.Tests.Compose;
using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Testing;

namespace ContactGroup.Infra.Tests.Images;

/// <summary>
/// What the images of <c>docker-compose.yml</c> start, in the order and with the environment of that file. Other than in containers: the servers are those
/// of the tests, every address is a port of this machine, and folders are below one that is removed.
/// </summary>
public sealed class RunningSystem : IAsyncLifetime, IDisposable
{
    private const string Account = "first", Password = "a passphrase of the test";

    // Eight processes start at once, perhaps on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, RunningProcess> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ports = Ours.ToDictionary(name => name, _ => FreePort.Take(), StringComparer.Ordinal);
    private readonly int looked = FreePort.Take();
    private readonly Lazy<Task> settingUp;
    private Dictionary<string, string> secrets = [];
    private Dictionary<string, string?> store = [];

    public RunningSystem() => settingUp = new Lazy<Task>(SetUpAsync);

    /// <summary>A client of the edge that trusts its certificate and no other.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>The collector that they send measurements to.</summary>
    internal TelemetryReceiver Telemetry { get; private set; } = null!;

    /// <summary>Services of the project.</summary>
    internal static IReadOnlyList<string> Ours { get; } = [.. ComposeFile.Services.Where(service => ComposeFile.IsOurs(service.Value)).Select(service => service.Key)];

    internal IReadOnlyCollection<string> Running => [.. running.Where(one => !one.Value.HasEnded).Select(one => one.Key)];

    public async Task InitializeAsync()
    {
        await Prepared.MakeAsync(folder.Path);
        Telemetry = await TelemetryReceiver.StartAsync();
        secrets = Prepared.Secrets(folder.Path);
        secrets["CONTACTGROUP_TELEMETRY_ENDPOINT"] = Telemetry.Address;
        store = TestStorage.OnPostgres(folder, "identity", "channels", "incidents", "movements", "access", "release");
        Client = Trusting();
        await Task.WhenAll(Ours.Select(StartedAsync));
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await Telemetry.DisposeAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        foreach (var process in running.Values)
        {
            process.Dispose();
        }

        running.Clear();
        folder.Dispose();
    }

    /// <summary>How the first person, whose account is made before, is answered who signs in.</summary>
    internal async Task<HttpResponseMessage> SignInAsync(bool cookie)
    {
        await settingUp.Value;
        return await Client.PostAsJsonAsync("/api/identity/sessions", new { account = Account, password = Password, cookie });
    }

    /// <summary>Opens a live connection from an address of this machine; what came of it is its status.</summary>
    internal async Task<ClientWebSocket> OpenLiveAsync(string token, string from)
    {
        using var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust() } };
        handler.ConnectCallback = (context, cancellationToken) => ConnectAsync(IPAddress.Parse(from), context.DnsEndPoint.Port, cancellationToken);
        using var invoker = new HttpMessageInvoker(handler);
        var live = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        live.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        try
        {
            await live.ConnectAsync(new Uri($"wss://localhost:{ports["edge"]}/hubs/live"), invoker, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // Its status says why.
        }

        return live;
    }

    /// <summary>Started after what it waits for is ready, once.</summary>
    private Task StartedAsync(string name) => starts.GetOrAdd(name, _ => new Lazy<Task>(() => StartAsync(name))).Value;

    private async Task StartAsync(string name)
    {
        var before = ComposeFile.Services[name]["depends_on"].Members().Select(one => one.Key).Intersect(Ours, StringComparer.Ordinal);
        await Task.WhenAll(before.Select(StartedAsync));
        var stage = Dockerfile.Targets.Single(target => target.Name == ComposeFile.Services[name]["build"]!["target"]!.ToString());
        var command = Dockerfile.Find(stage, "ENTRYPOINT")!.Words();
        running[name] = name == "edge"
            ? RunningProcess.Start(command[0], command[1..].Select(word => word.Replace("/etc/nginx", EdgeFolder(), StringComparison.Ordinal)), Nothing())
            : RunningProcess.Start(command[0], command[1..].Select(Repository.Built), EnvironmentOf(name, stage));
        await ReadyAsync(name);
    }

    private async Task ReadyAsync(string name)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(name))
        {
            Assert.False(patience.IsCancellationRequested, $"{name} does not get ready: {LastWords(name)}");
            await pace.WaitForNextTickAsync();
        }
    }

    private string LastWords(string name) => string.Join('\n', running[name].Said.TakeLast(20));

    // As the image is asked by the engine.
    private async Task<bool> IsReadyAsync(string name)
    {
        Assert.False(running[name].HasEnded, $"{name} ended: {LastWords(name)}");
        var port = name == "edge" ? looked : ports[name];
        return await RunningProcess.EndAsync("bash", [Repository.Path("infra/docker/is-ready"), port.ToString(System.Globalization.CultureInfo.InvariantCulture)]) == 0;
    }

    private Dictionary<string, string> EnvironmentOf(string name, Stage stage)
    {
        var environment = Nothing();
        foreach (var (key, value) in Dockerfile.Find(stage, "ENV")!.Argument.Split(' ').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))
            .Concat(ComposeFile.Environment(name, secrets).Select(pair => (pair.Key, pair.Value))))
        {
            environment[key] = Here(value);
        }

        // The port of the image is taken on this machine.
        environment.Remove("ASPNETCORE_HTTP_PORTS");
        environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{ports[name]}";
        environment["Bus__Server"] = TestBroker.Address.ToString();
        environment["Shared__Redis"] = Environment.GetEnvironmentVariable("CONTACTGROUP_TEST_REDIS")!;
        environment["Edge__Proxies__0"] = "127.0.0.1"; // Where the edge of this test stands.
        if (environment.ContainsKey("Storage__Server"))
        {
            environment["Storage__Server"] = store["Storage:Server"]!;
            environment["Storage__DatabasePrefix"] = store["Storage:DatabasePrefix"]!;
        }

        return environment;
    }

    /// <summary>An address or a folder of a container, on this machine.</summary>
    private string Here(string value)
    {
        foreach (var (name, port) in ports)
        {
            value = value.Replace($"http://{name}:8080", $"http://127.0.0.1:{port}", StringComparison.Ordinal);
        }

        return value is ['/', ..] ? folder.Path + value : value;
    }

    /// <summary>The folder that the image has as <c>/etc/nginx</c>.</summary>
    private string EdgeFolder()
    {
        var etc = Directory.CreateDirectory(Path.Combine(folder.Path, "nginx")).FullName;
        var web = Directory.CreateDirectory(Path.Combine(folder.Path, "web")).FullName;
        File.WriteAllText(Path.Combine(web, "index.html"), "<!doctype html><title>ContactGroup</title>");
        foreach (var file in Directory.GetFiles(Repository.Path("infra/nginx")).Concat(Directory.GetFiles(Repository.Path("infra/docker/edge"))))
        {
            File.WriteAllText(Path.Combine(etc, Path.GetFileName(file)), EdgeFile(File.ReadAllText(file), etc, web));
        }

        return etc;
    }

    private string EdgeFile(string text, string etc, string web)
    {
        foreach (var (name, port) in ports)
        {
            text = text.Replace($"server {name}:8080 resolve", $"server 127.0.0.1:{port}", StringComparison.Ordinal);
        }

        // Names are not looked up here, and nginx of Debian is older than that directive. As root it would give its workers another user, who cannot read the folder.
        return text.Replace("resolver 127.0.0.11 valid=5s;", string.Empty, StringComparison.Ordinal)
            .Replace("worker_processes auto;", "worker_processes 1;" + (Environment.UserName == "root" ? " user root;" : string.Empty), StringComparison.Ordinal)
            .Replace("limit_conn live 1000;", "limit_conn live 2;", StringComparison.Ordinal)
            .Replace("/tmp/", $"{etc}/", StringComparison.Ordinal)
            .Replace("/tls/", $"{folder.Path}/tls/", StringComparison.Ordinal)
            .Replace("root /web;", $"root {web};", StringComparison.Ordinal)
            .Replace("include mime.types;", "include /etc/nginx/mime.types;", StringComparison.Ordinal)
            .Replace("listen 8443", $"listen 127.0.0.1:{ports["edge"]}", StringComparison.Ordinal)
            .Replace("127.0.0.1:8081", $"127.0.0.1:{looked}", StringComparison.Ordinal);
    }

    private async Task SetUpAsync()
    {
        var code = running["identity"].Said.Select(line => line.Split("Set-up code: ")).Single(parts => parts.Length == 2)[1];
        using var made = await Client.PostAsJsonAsync("/api/identity/setup", new { code, account = Account, password = Password, displayName = "First" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private X509ChainPolicy Trust()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "tls/tls.crt")));
        return trust;
    }

    private HttpClient Trusting()
    {
        var handler = new SocketsHttpHandler { UseCookies = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust() } };
        return new HttpClient(handler) { BaseAddress = new Uri($"https://localhost:{ports["edge"]}") };
    }

    private static Dictionary<string, string> Nothing() => new(StringComparer.Ordinal);
}
