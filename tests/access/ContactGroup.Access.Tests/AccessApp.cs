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

namespace ContactGroup.Access.Tests;

/// <summary>The module behind the real edge, with a store of its own, a clock that stands still and ports that tests command.</summary>
public sealed class AccessApp : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CapturedFacts facts = new(AccessModule.Name);
    private WebApplication app = null!;

    internal FakeClock Clock { get; } = new();

    internal FakeChannels Channels { get; } = new();

    internal FakeHeldItems Held { get; } = new("access-constraint");

    internal FakeDraftGate DraftGate { get; } = new();

    internal RecordedLog Log { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, "access"));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IChannelDirectory>(Channels);
        builder.Services.AddSingleton<IHeldItems>(Held);
        builder.Services.AddSingleton<IDraftGate>(DraftGate);
        builder.Services.AddSingleton<ISessionRevocation, NothingRevoked>();
        builder.Services.AddSingleton(facts);
        builder.Services.AddProblemEdge();
        builder.Services.AddSessionAuthentication();
        builder.Services.AddAccess();
        builder.Services.Remove(builder.Services.Single(IsWatch)); // Tests say when time passes, and wait until what is due is done.
        builder.Services.AddInMemoryBus(AccessModule.AddAccessConsumers, bus => bus.AddFactConsumer<FactCapture, ItemVersioned>("capture"));
        app = builder.Build();
        app.UseProblemEdge();
        app.MapAccess();
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
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/access/" + path) { Content = content };
        request.Headers.Add(IdempotencyKey.Header, key ?? Ids.New());
        return await SendAsync(who, request);
    }

    internal async Task<Answer> GetAsync(Participant? who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/access/" + path);
        return await SendAsync(who, request);
    }

    /// <summary>A notice that is good in every respect.</summary>
    internal async Task<string> RaisedAsync(Participant who, string channel, object? body = null)
    {
        var answer = await PostAsync(who, $"channels/{channel}/notices", body ?? Notices.Good());
        Assert.Equal(202, answer.Status);
        return answer.Item;
    }

    /// <summary>Release tells which version of a notice that was taken back its side holds.</summary>
    internal async Task HoldAsync(string item, int? version, long change, string? messageId = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Access.Features.NoteHolding>().HandleAsync(
            [new Delivery<SideHoldingChanged>(messageId ?? Ids.New(), "test", new SideHoldingChanged(item, version, change))], CancellationToken.None);
    }

    /// <summary>Lets time pass; when it returns, everything that fell due meanwhile is done.</summary>
    internal async Task PassAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await app.Services.GetRequiredKeyedService<DueRounds>(AccessModule.Name).RunAsync(CancellationToken.None);
    }

    /// <summary>How many deadlines wait.</summary>
    internal Task<long> DeadlinesAsync(string item) => Store.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM deadlines WHERE item = @item", new { item }), CancellationToken.None);

    private static bool IsWatch(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.DeclaringType == typeof(DeadlineRegistration);

    /// <summary>The fact of a version, when it has come over the bus.</summary>
    internal Task<ItemVersioned> FactAsync(string item, int version) => facts.OfAsync(item, version);

    /// <summary>How many rows there are of everything that an accepted command stores.</summary>
    internal Task<(long Notices, long Versions, long Keys)> StoredAsync() => Store.ReadAsync(
        connection => connection.QuerySingleAsync<(long, long, long)>(
            "SELECT (SELECT count(*) FROM notices), (SELECT count(*) FROM notice_versions), (SELECT count(*) FROM idempotency)"),
        CancellationToken.None);

    internal Task<IEnumerable<(string Act, string? Reason, string Content)>> HistoryAsync(string item) => Store.ReadAsync(
        connection => connection.QueryAsync<(string, string?, string)>(
            "SELECT act, reason, content FROM notice_versions WHERE item = @item ORDER BY version", new { item }),
        CancellationToken.None);

    private ModuleStore Store => app.Services.GetRequiredKeyedService<ModuleStore>(AccessModule.Name);

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

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Text, string Headers)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string Item => Body["item"]!.GetValue<string>();

    public string? Code => Body["code"]?.GetValue<string>();

    public IEnumerable<string> Fields => Body["errors"]?.AsObject().Select(error => error.Key) ?? [];
}
