using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ContactGroup.Architecture.Tests.Canaries;
using ContactGroup.Contracts;
using ContactGroup.Standalone.Demo;
using ContactGroup.Testing;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Architecture.Tests;

/// <summary>The standalone with its exercise, in this process behind a real Kestrel, with ears in every place where content must not be.</summary>
public sealed class RunningStandalone : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, HttpClient> people = new(StringComparer.Ordinal);

    /// <summary>Everything that was logged, down to trace.</summary>
    public LogEar Logs { get; } = new();

    /// <summary>Everything that went over the bus.</summary>
    public BusEar Bus { get; } = new();

    /// <summary>Every measurement and every span.</summary>
    public TelemetryEar Telemetry { get; } = new();

    /// <summary>Every measurement that left the process.</summary>
    public TelemetryReceiver Exported { get; private set; } = null!;

    public string DataFolder => folder.Path;

    /// <summary>When it was set up.</summary>
    public DateTime StartedAt { get; } = TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Every address of the product.</summary>
    internal IReadOnlyList<RouteEndpoint> Endpoints => [.. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()];

    public async Task InitializeAsync()
    {
        Exported = await TelemetryReceiver.StartAsync();
        UseKestrel(0);
        StartServer();
    }

    /// <summary>A client of a person of the exercise, signed in.</summary>
    public async Task<HttpClient> AsAsync(string account)
    {
        if (!people.TryGetValue(account, out var client))
        {
            client = people[account] = await SignInAsync(account, Services.GetRequiredService<ExerciseDirector>().Passphrase);
        }

        return client;
    }

    /// <summary>A client of the first person of a new organisation, which is in no contact group.</summary>
    public async Task<HttpClient> JoinAsync(string organisation, string constituency)
    {
        var account = $"first.{Ids.New()}";
        const string Password = "a passphrase of the test";
        var admin = await AsAsync("admin");
        var id = (await admin.DoAsync("/api/identity/organisations", new JsonObject { ["name"] = $"{organisation} {account}", ["abbreviation"] = "NEW", ["constituency"] = constituency }))["id"].Text();
        var code = (await admin.DoAsync("/api/identity/invitations", new JsonObject { ["organisation"] = id }))["code"].Text();
        await admin.DoAsync("/api/identity/invitations/accept", new JsonObject { ["code"] = code, ["account"] = account, ["password"] = Password, ["displayName"] = "First" });
        return people[account] = await SignInAsync(account, Password);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Telemetry.Dispose();
        await Exported.DisposeAsync();
        folder.Dispose();
    }

    private async Task<HttpClient> SignInAsync(string account, string password)
    {
        var client = CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/identity/sessions", new { account, password });
        var session = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session!["accessToken"].Text());
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("demo", "true");
        builder.UseSetting("data", folder.Path);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Telemetry:Endpoint", Exported.Address);
        builder.UseSetting("Telemetry:IntervalSeconds", "1");
        builder.UseSetting("Edge:Burst", "10000"); // An observer asks every address for every id, at once.
        builder.ConfigureLogging(logging => logging.AddProvider(Logs).AddFilter<LogEar>(null, LogLevel.Trace));
        builder.ConfigureTestServices(services => services
            .AddSingleton<IStartupFilter>(new Plants(this))
            .AddPublishObserver(_ => Bus)
            .AddReceiveObserver(_ => Bus));
    }
}

/// <summary>One running standalone for all tests that only look at it.</summary>
[CollectionDefinition(Name)]
public sealed class StandaloneCollection : ICollectionFixture<RunningStandalone>
{
    public const string Name = "standalone";
}
