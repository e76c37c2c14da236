using System.Net;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Domain;
using ContactGroup.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Identity.Tests;

/// <summary>The identity service in memory, with a clock that only the test moves and a console that only the test reads.</summary>
internal sealed class IdentityApp : IAsyncDisposable
{
    public const string Password = "seven grey herons at dawn";

    private readonly TemporaryFolder folder = new();
    private readonly List<(string Key, string Value)> settings = [("Identity:SignIn:PerAccountPerMinute", "1000"), ("Identity:SignIn:PerAddressPerMinute", "100000")];
    private WebApplication app = null!;
    private StringWriter console = new();
    private Caller? administrator;

    public FakeClock Clock { get; private init; } = new();

    public FactsHeard Facts { get; } = new();

    public RecordedLog Log { get; } = new();

    /// <summary>Stands in for the service that keeps memberships.</summary>
    public PeopleHeard Gate { get; } = new();

    public CountedHashing Hashing { get; } = new();

    public string DataFolder => folder.Path;

    /// <summary>What the console shows since the last start.</summary>
    public string Console => console.ToString();

    public string SetUpCode => Console.Trim().Split(' ')[^1];

    public ISessionRevocation Revocation => app.Services.GetRequiredService<ISessionRevocation>();

    public int SessionsStarted => Log.All.Split('\n').Count(line => line.Contains(" 1010 ", StringComparison.Ordinal));

    public Caller Nobody => new(this);

    public static Task<IdentityApp> StartAsync(params (string Key, string Value)[] settings) => StartAsync(new FakeClock(), settings);

    public static async Task<IdentityApp> StartAsync(FakeClock clock, params (string Key, string Value)[] settings)
    {
        var started = new IdentityApp { Clock = clock };
        started.settings.AddRange(settings);
        await started.RunAsync();
        return started;
    }

    public HttpClient NewClient(string address = "http://localhost")
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri(address);
        return client;
    }

    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        console = new StringWriter();
        await RunAsync();
    }

    public Task<IReadOnlyList<SeededPerson>> SeedAsync(AccountSeed seed) => IdentityModule.SeedAsync(app.Services, seed, CancellationToken.None);

    /// <summary>The first administrator, through set-up.</summary>
    public async Task<Caller> AdministratorAsync()
    {
        if (administrator is null)
        {
            var made = await Nobody.PostAsync(
                "/api/identity/setup", new { code = SetUpCode, account = "admin", password = Password, displayName = "Ada Admin" });
            Assert.Equal(HttpStatusCode.Created, made.Status);
            administrator = await SignInAsync("admin");
        }

        return administrator;
    }

    public async Task<string> AddOrganisationAsync(string constituency, string? force = null, string? name = null)
    {
        var added = await (await AdministratorAsync()).PostAsync(
            "/api/identity/organisations", new { name = name ?? $"{constituency} {force} {Contracts.Ids.New()[..6]}", constituency, force });
        Assert.Equal(HttpStatusCode.Created, added.Status);
        return added["id"]!;
    }

    /// <summary>Invites somebody to an organisation and accepts for them.</summary>
    public async Task JoinAsync(string organisation, string account)
    {
        var invited = await (await AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation });
        var joined = await AcceptAsync(invited["code"]!, account);
        Assert.Equal(HttpStatusCode.Created, joined.Status);
    }

    public Task<Answer> AcceptAsync(string code, string account, string password = Password) =>
        Nobody.PostAsync("/api/identity/invitations/accept", new { code, account, password, displayName = $"Display {account}" });

    /// <summary>Someone of a new organisation, signed in.</summary>
    public async Task<Caller> PersonAsync(string constituency, string account, string? force = null)
    {
        await JoinAsync(await AddOrganisationAsync(constituency, force), account);
        return await SignInAsync(account);
    }

    public Task<Answer> TrySignInAsync(string account, string password = Password) =>
        Nobody.PostAsync("/api/identity/sessions", new { account, password });

    public async Task<Caller> SignInAsync(string account, string password = Password)
    {
        var answer = await TrySignInAsync(account, password);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return Holding(answer);
    }

    /// <summary>A caller with the tokens of a sign-in or refresh.</summary>
    public Caller Holding(Answer tokens) => new(this, tokens["accessToken"])
    {
        RefreshToken = tokens["refreshToken"],
        PersonId = tokens.Body.GetProperty("person").GetProperty("id").GetString(),
    };

    public async Task<(Caller Browser, string SetCookie)> BrowserAsync(string account, string address = "http://localhost")
    {
        using var client = NewClient(address);
        using var response = await client.PostAsJsonAsync("/api/identity/sessions", new { account, password = Password, cookie = true });
        var setCookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        return (new Caller(this, cookie: setCookie.Split(';')[0]), setCookie);
    }

    public Task<Answer> RefreshAsync(string refreshToken) => Nobody.PostAsync("/api/identity/sessions/refresh", new { refreshToken });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Log.Dispose();
        folder.Dispose();
    }

    private async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, "identity")).AddInMemoryCollection(
            settings
                .GroupBy(setting => setting.Key, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => (string?)same.Last().Value, StringComparer.Ordinal));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IPeopleGate>(Gate);
        builder.Services.AddSingleton(Facts);
        builder.Services.AddKeyedSingleton<TextWriter>("set-up", console);
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = CountedHashing.Iterations);
        builder.Services.AddSingleton<IPasswordHasher<Account>>(Hashing);
        builder.Services.AddProblemEdge().AddSessionAuthentication().AddIdentity();
        builder.Services.AddInMemoryBus(FactsHeard.AddConsumers);
        app = builder.Build();
        app.UseProblemEdge();
        app.MapIdentity();
        app.MapMethods("/hubs/probe", ["GET", "POST"], (Participant who) => who.PersonId).RequireAuthorization();
        await app.StartAsync();
    }
}
