using System.CommandLine;
using ContactGroup.Cli.Areas;
using ContactGroup.Cli.Output;
using ContactGroup.Cli.Profiles;
using ContactGroup.Client;

namespace ContactGroup.Cli;

/// <summary>One run of one command: what was asked, as whom, and of which server.</summary>
internal sealed class Invocation : IDisposable
{
    private const int AnswerLimit = 64 * 1024 * 1024;
    private static readonly Uri DefaultAddress = new("http://127.0.0.1:5080");

    private readonly Cli cli;
    private readonly ParseResult parse;
    private HttpClient? http;
    private MapGround? ground;

    public Invocation(Cli cli, ParseResult parse, Answers answers)
    {
        this.cli = cli;
        this.parse = parse;
        Answers = answers;
    }

    public Answers Answers { get; }

    public Surroundings Around => cli.Around;

    public string ProfileName => parse.GetValue(cli.Profile) ?? Around.Variable("CONTACTGROUP_PROFILE") ?? "default";

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T Get<T>(Argument<T> argument) => parse.GetValue(argument)!;

    public bool Has(Option option) => parse.GetResult(option) is { Implicit: false };

    public ProfileFile ProfileFile() => new(ProfileFolder.Find(Around.Variable).FileOf(ProfileName), Around.Clock);

    /// <summary>The server: as asked, else from the environment, else the profile's, else this machine.</summary>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        if ((parse.GetValue(cli.Url) ?? Around.Variable("CONTACTGROUP_URL")) is not { Length: > 0 } text)
        {
            return (await ProfileFile().ReadAsync(cancellationToken))?.Address ?? DefaultAddress;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CliException(ExitCode.Usage, $"'{text}' is not the address of a server.", "Give an address such as https://contact.example");
    }

    /// <summary>A client of that server with the profile's session.</summary>
    /// <param name="account">Whose session it will be, when it is about to sign in.</param>
    /// <param name="patience">How long a call is retried; the SDK's default when absent.</param>
    public async Task<ContactGroupClient> ClientAsync(CancellationToken cancellationToken, string? account = null, TimeSpan? patience = null)
    {
        var address = await AddressAsync(cancellationToken);
        var options = new ContactGroupClientOptions { Address = address };
        if (patience is { } window)
        {
            options = options with { RetryWindow = window, RetryAttempts = 1000, RetryDelayLimit = TimeSpan.FromSeconds(2) };
        }

        return new ContactGroupClient(Http(), options, new ProfileSessions(ProfileFile(), address) { Account = account }, Around.Clock);
    }

    public async Task<Names> NamesAsync(CancellationToken cancellationToken) => new(await ClientAsync(cancellationToken));

    /// <summary>The area of a P-code on the map of that server, which is fetched when one is given, and once.</summary>
    /// <param name="option">The option that took the code, named in what is refused.</param>
    /// <exception cref="CliException">There is no such area, or no map.</exception>
    public async Task<MapArea> AreaAsync(string option, string pcode, CancellationToken cancellationToken)
    {
        ground ??= await MapGround.FetchAsync(Http(), await AddressAsync(cancellationToken), cancellationToken);
        return ground.Find(option, pcode);
    }

    public void Dispose() => http?.Dispose();

    private HttpClient Http() => http ??= new HttpClient(Around.Network()) { MaxResponseContentBufferSize = AnswerLimit, Timeout = Timeout.InfiniteTimeSpan };
}
