using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Dapper;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Movements.Tests;

/// <summary>The module behind the real edge, with a store of its own, a clock that stands still and ports that tests command.</summary>
public sealed class MovementsApp : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CapturedFacts facts = new(MovementsModule.Name);
    private WebApplication app = null!;

    internal FakeClock Clock { get; } = new();

    internal FakeChannels Channels { get; } = new();

    internal FakeHeldItems Held { get; } = new("movement");

    internal FakeHeldNotifications HeldNotifications { get; } = new();

    internal FakeTextGate TextGate { get; } = new();

    internal FakeDraftGate DraftGate { get; } = new();

    internal RecordedLog Log { get; } = new();

    /// <summary>Whether what is due happens at its instant, or when a test lets time pass: no version comes then that the test does not wait for.</summary>
    internal bool IsWatched { get; init; }

    /// <summary>What is in the file of boundaries; null for no file.</summary>
    internal string? Boundaries { get; init; }

    /// <summary>Settings of the section <c>Movements</c>, beside those of the tests.</summary>
    internal IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, "movements"));
        builder.Configuration.AddInMemoryCollection(Settings.Select(one => KeyValuePair.Create($"Movements:{one.Key}", one.Value)));
        if (Boundaries is not null)
        {
            await File.WriteAllTextAsync(BoundaryFile, Boundaries);
            builder.Configuration["Movements:Boundaries"] = BoundaryFile;
        }

        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IChannelDirectory>(Channels);
        builder.Services.AddSingleton<IHeldItems>(Held);
        builder.Services.AddSingleton<IHeldNotifications>(HeldNotifications);
        builder.Services.AddSingleton<ITextGate>(TextGate);
        builder.Services.AddSingleton<IDraftGate>(DraftGate);
        builder.Services.AddSingleton<ISessionRevocation, NothingRevoked>();
        builder.Services.AddSingleton(facts);
        builder.Services.AddProblemEdge();
        builder.Services.AddSessionAuthentication();
        builder.Services.AddMovements();
        if (!IsWatched)
        {
            builder.Services.Remove(builder.Services.Single(IsWatch));
        }

        builder.Services.AddInMemoryBus(MovementsModule.AddMovementsConsumers, bus => bus.AddFactConsumer<FactCapture, ItemVersioned>("capture"));
        app = builder.Build();
        app.UseProblemEdge();
        app.MapMovements();
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public void Dispose()
    {
        Log.Dispose();
        folder.Dispose();
    }

    internal Task<Answer> PostAsync(Participant? who, string path, object body, string? key = null) =>
        PostAsync(who, path, new StringContent(body as string ?? JsonSerializer.Serialize(body, Wire.Json), Encoding.UTF8, "application/json"), key);

    internal async Task<Answer> PostAsync(Participant? who, string path, HttpContent content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/movements/" + path) { Content = content };
        request.Headers.Add(IdempotencyKey.Header, key ?? Ids.New());
        return await SendAsync(who, request);
    }

    internal async Task<Answer> GetAsync(Participant? who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/movements/" + path);
        return await SendAsync(who, request);
    }

    internal async Task<Answer> DeleteAsync(Participant? who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/movements/" + path);
        return await SendAsync(who, request);
    }

    /// <summary>Opens a notification room that reaches the forces of <see cref="Notifications"/>, but for what the test changes.</summary>
    internal string Room(Func<ChannelPass, ChannelPass>? but = null) => Channels.Open(pass =>
    {
        var room = pass with
        {
            Kind = ChannelKind.Notification,
            MayPost = false,
            MayNotify = true,
            Forces = ["military:northern-force", "military:southern-force", "police"],
        };
        return but is null ? room : but(room);
    });

    /// <summary>A notification that is good in every respect.</summary>
    internal async Task<string> NotifiedAsync(Participant who, string channel, object? body = null)
    {
        var answer = await PostAsync(who, $"channels/{channel}/movements", body ?? Notifications.Good());
        Assert.Equal(202, answer.Status);
        return answer.Item;
    }

    /// <summary>A site that is good in every respect but for what the test changes.</summary>
    internal async Task<string> SiteAsync(Hosting.Authentication.Participant who, string channel, params (string Field, object? Value)[] but)
    {
        var answer = await PostAsync(who, $"channels/{channel}/sites", Sites.Good(but));
        Assert.Equal(202, answer.Status);
        return answer.Item;
    }

    /// <summary>The fact of a version, when it has come over the bus.</summary>
    internal Task<ItemVersioned> FactAsync(string item, int version) => facts.OfAsync(item, version);

    /// <summary>Somebody takes the file of boundaries away while the process runs.</summary>
    internal void TakeBoundariesAway() => File.Delete(BoundaryFile);

    /// <summary>How many rows there are of everything that an accepted command stores.</summary>
    internal Task<(long Movements, long Versions, long Keys)> StoredAsync() => Store.ReadAsync(
        connection => connection.QuerySingleAsync<(long, long, long)>(
            "SELECT (SELECT count(*) FROM notifications), (SELECT count(*) FROM notification_versions), (SELECT count(*) FROM idempotency)"),
        CancellationToken.None);

    /// <summary>Everything in the store but concerns, as text: what notifying leaves behind.</summary>
    internal Task<string> WrittenAsync(string item) => Store.ReadAsync(
        async connection => JsonSerializer.Serialize(
            (await connection.QueryAsync("SELECT * FROM notifications WHERE item = @item", new { item })).Concat(
                await connection.QueryAsync("SELECT * FROM notification_versions WHERE item = @item ORDER BY version", new { item }))),
        CancellationToken.None);

    /// <summary>Rows of every table but that of concerns and of keys.</summary>
    internal Task<IReadOnlyList<(string Table, long Rows)>> CountedAsync() => Store.ReadAsync<IReadOnlyList<(string, long)>>(
        async connection =>
        {
            var counted = new List<(string, long)>();
            foreach (var table in (string[])["notifications", "notification_versions", "outbox", "inbox", "parked", "published"])
            {
                counted.Add((table, await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}")));
            }

            return counted;
        },
        CancellationToken.None);

    /// <summary>Lets time pass; when it returns, everything that fell due meanwhile is done.</summary>
    internal async Task PassAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await app.Services.GetRequiredKeyedService<DueRounds>(MovementsModule.Name).RunAsync(CancellationToken.None);
    }

    /// <summary>The same, until an instant.</summary>
    internal Task PassUntilAsync(string instant) => PassAsync(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture) - Clock.GetUtcNow());

    /// <summary>Release tells who holds a version.</summary>
    internal async Task ReachAsync(string item, int version, bool hasArrived, params string[] audiences)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Movements.Features.NoteReached>().HandleAsync(
            [new Delivery<RecipientsReached>(Ids.New(), "test", new RecipientsReached(item, version, audiences, hasArrived))], CancellationToken.None);
    }

    /// <summary>The present version as it is stored.</summary>
    internal async Task<Stored> StoredAsync(string item)
    {
        var (version, act, person, organisation, content) = await Store.ReadAsync(
            connection => connection.QuerySingleAsync<(long, string, string, string, string)>(
                "SELECT version, act, person, organisation, content FROM notification_versions WHERE item = @item ORDER BY version DESC LIMIT 1", new { item }),
            CancellationToken.None);
        return new Stored((int)version, act, person, organisation, JsonNode.Parse(content)!.AsObject());
    }

    /// <summary>Makes the store what one was before trips were kept, and upgrades it.</summary>
    internal async Task UpgradeFromWithoutTripsAsync()
    {
        await Store.WriteAsync(scope => scope.Connection.ExecuteAsync("DELETE FROM notified_trips"), CancellationToken.None);
        await LookAtTripsAsync();
    }

    /// <summary>The script by which an upgraded store looks at what was notified before.</summary>
    internal async Task LookAtTripsAsync()
    {
        var assembly = typeof(MovementsModule).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith("0041_look_at_trips.sql", StringComparison.Ordinal));
        using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var text = await script.ReadToEndAsync();
        await Store.WriteAsync(scope => scope.Connection.ExecuteAsync(text), CancellationToken.None);
    }

    /// <summary>How many deadlines wait.</summary>
    internal Task<long> DeadlinesAsync(string item) => Store.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM deadlines WHERE item = @item", new { item }), CancellationToken.None);

    private static bool IsWatch(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.DeclaringType == typeof(DeadlineRegistration);

    private string BoundaryFile => Path.Combine(folder.Path, "boundaries.json");

    private ModuleStore Store => app.Services.GetRequiredKeyedService<ModuleStore>(MovementsModule.Name);

    private async Task<Answer> SendAsync(Participant? who, HttpRequestMessage request)
    {
        if (who is not null)
        {
            var token = app.Services.GetRequiredService<AccessTokens>().Issue(who).Text;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var client = app.GetTestClient();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
        return new Answer((int)response.StatusCode, text, headers);
    }
}

/// <summary>A version as it is stored.</summary>
internal sealed record Stored(int Version, string Act, string Person, string Organisation, JsonObject Content)
{
    /// <summary>The line of a recipient.</summary>
    public JsonObject Line(string audience) => Content["dispatch"]!.AsArray().OfType<JsonObject>().Single(line => (string?)line["to"] == audience);
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Text, string Headers)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string Item => Body["item"]!.GetValue<string>();

    public string? Code => Body["code"]?.GetValue<string>();

    public IEnumerable<string> Fields => Body["errors"]?.AsObject().Select(error => error.Key) ?? [];
}
