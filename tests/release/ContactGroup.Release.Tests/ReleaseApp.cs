using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Consumers;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using ContactGroup.Testing;
using Dapper;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Release.Tests;

/// <summary>The module behind the real edge. Facts come in by its consumers, answers go out by HTTP.</summary>
public sealed class ReleaseApp : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;
    private long version;

    internal FakeClock Clock { get; } = new();

    /// <summary>Whether items are recalled by themselves when their time is over. Set before the start.</summary>
    internal bool WatchesExpiry { get; init; } = true;

    /// <summary>Where log lines are kept; null to keep none. Set before the start.</summary>
    internal RecordedLog? Log { get; init; }

    /// <summary>What the outbox relayed to live connections.</summary>
    internal HeardFrames Heard { get; } = new();

    /// <summary>What was told of who holds what.</summary>
    internal ToldReached Reached { get; } = new();

    /// <summary>What was told of which version a side holds of what was taken back.</summary>
    internal ToldHoldings Holdings { get; } = new();

    /// <summary>What happens once, beside the reader, while a record is being made of what was read: it asks for the time before it reads, and again when it has read.</summary>
    internal Meanwhile WhileRecording => field ??= new Meanwhile(Clock, ask: 2);

    /// <summary>What happens once, beside the reader, while it waits to be noted that they are given what was read.</summary>
    internal Meanwhile WhileNoting => field ??= new Meanwhile(Clock, ask: 1);

    /// <summary>Which sessions are over.</summary>
    internal GivenSessions Sessions { get; } = new();

    internal GivenUploads Uploads { get; } = new();

    internal string Group { get; } = Ids.New();

    internal string Plenary { get; } = Ids.New();

    public async Task InitializeAsync()
    {
        await StartAsync(policy: null);
        await OpenChannelAsync(Plenary, ChannelKind.Plenary, Posture.Coexistence);
        foreach (var member in Exercise.Members)
        {
            await JoinAsync(member);
        }
    }

    private async Task StartAsync(byte[]? policy)
    {
        var policyFile = Path.Combine(folder.Path, "policy.json");
        if (policy is not null)
        {
            await File.WriteAllBytesAsync(policyFile, policy);
        }

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, "release"))
            .AddInMemoryCollection([new("Release:PolicyFile", policy is null ? null : policyFile)]);
        builder.Logging.ClearProviders();
        if (Log is not null)
        {
            builder.Logging.AddProvider(Log);
        }

        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ISessionRevocation>(Sessions);
        builder.Services.AddSingleton<IDraftReader>(new PlainDraft("incident"));
        builder.Services.AddSingleton<IDraftReader>(new PlainDraft("access-constraint"));
        builder.Services.AddSingleton<IDraftReader>(new PlainDraft("message"));
        builder.Services.AddSingleton<IUploads>(Uploads);
        builder.Services.AddProblemEdge();
        builder.Services.AddSessionAuthentication();
        builder.Services.AddRelease(builder.Configuration);
        builder.Services.AddSingleton(services => new Domain.Records.NotificationRecord(
            WhileRecording, services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ReleaseOptions>>()));
        builder.Services.AddSingleton(services => new Exposures(services.GetRequiredService<ReleaseStore>(), services.GetRequiredService<KnownReceipts>(), WhileNoting));
        builder.Services.AddInMemoryBus(ReleaseModule.AddReleaseConsumers, bus =>
        {
            bus.AddFactConsumer<HearFrames, Released>("test-frames");
            bus.AddFactConsumer<HearReached, RecipientsReached>("test-reached");
            bus.AddFactConsumer<HearHoldings, SideHoldingChanged>("test-holdings");
        });
        builder.Services.AddSingleton(Heard).AddSingleton(Reached).AddSingleton(Holdings);
        if (!WatchesExpiry)
        {
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(Domain.ExpiryWatch)));
        }

        app = builder.Build();
        app.UseProblemEdge();
        app.MapRelease();
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public void Dispose()
    {
        Heard.Dispose();
        folder.Dispose();
    }

    internal Task OpenChannelAsync(string channel, ChannelKind kind, Posture posture, params string[] admits) =>
        TakeAsync<FollowChannels, ChannelChanged>(NextState(channel, kind, posture, admits));

    /// <summary>The fact of a channel's state comes.</summary>
    internal Task TakeAsync(ChannelChanged channel) => TakeAsync<FollowChannels, ChannelChanged>(channel);

    /// <summary>A later state of a channel than all before.</summary>
    internal ChannelChanged NextState(string channel, ChannelKind kind, Posture posture, params string[] admits) =>
        new(channel, Group, kind.ToString(), kind, admits, posture, Exercise: true, ++version);

    /// <summary>Tells of a channel's state before the fact of it comes.</summary>
    internal async Task NarrowAsync(ChannelChanged channel) =>
        await app.Services.GetRequiredService<IChannelGate>().ChangeAsync([channel], CancellationToken.None);

    /// <summary>The commit that puts a channel's state in force, and nothing after it: as if the process died there.</summary>
    internal Task BeginAsync(ChannelChanged channel) => Get<StreamClosing>()
        .RunAsync(scope => Get<RuleBarrier>().FollowAsync(scope, channel), CancellationToken.None);

    internal Task TightenAsync() => Get<Tightening>().RunAsync(CancellationToken.None);

    /// <summary>Looks at every item that a change of rules asks for; shows nothing more.</summary>
    internal Task CollectAsync() => Get<Reevaluation>().RunAsync(CancellationToken.None);

    /// <summary>One batch for every stream whose time has come.</summary>
    internal Task TurnAsync() => Get<Loosening>().TurnAsync(CancellationToken.None);

    /// <summary>Lets time pass until everything has appeared that the rules of now give.</summary>
    internal async Task LoosenAsync()
    {
        while (await Get<Loosening>().IsPendingAsync(CancellationToken.None))
        {
            await TightenAsync();
            await CollectAsync();
            Clock.Advance(RuleBarrier.UntilLoosening);
            await TurnAsync();
        }
    }

    /// <summary>Tries again what was set aside, as at every start.</summary>
    internal Task RetryAsync() => Get<SetAside>().RetryAsync(CancellationToken.None);

    /// <summary>Makes an item unreadable in the store; what was there comes back.</summary>
    internal async Task<byte[]> BreakAsync(string item)
    {
        var payload = await OnStoreAsync(connection => connection.QuerySingleAsync<byte[]>("SELECT payload FROM items WHERE item = @item", new { item }));
        await MendAsync(item, [0x7b]);
        return payload;
    }

    internal Task MendAsync(string item, byte[] payload) => OnStoreAsync(
        connection => connection.ExecuteAsync("UPDATE items SET payload = @payload WHERE item = @item", new { item, payload }));

    /// <summary>How many items wait for a state of their channel.</summary>
    internal Task<long> WaitingAsync(string channel) => OnStoreAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM waiting WHERE channel = @channel", new { channel }));

    /// <summary>Leaves the remembered policy as one that no present reader understands.</summary>
    internal Task ForgetPolicyAsync() => OnStoreAsync(
        connection => connection.ExecuteAsync("UPDATE policies SET document = @other, fingerprint = 'of another engine'", new { other = "{"u8.ToArray() }));

    internal Task JoinAsync(Participant person, bool member = true) => TakeAsync(NextMembership(person, member));

    /// <summary>A later membership than all before.</summary>
    internal MembershipChanged NextMembership(Participant person, bool member = true) => new(
        Group, person.PersonId, person.OrganisationId!, person.OrganisationName!, person.Constituency, person.Force, member, ++version, Joined: member ? version : 0);

    internal Task TakeAsync(MembershipChanged membership) => TakeAsync<FollowMembers, MembershipChanged>(membership);

    /// <summary>Ends rights before the fact of it comes.</summary>
    internal async Task EndRightsAsync(MembershipChanged left) => await app.Services.GetRequiredService<IRightsGate>()
        .EndAsync(left.Person, new MembershipEnd(left.Group, left.Version), CancellationToken.None);

    internal Task TakeAsync(ItemVersioned item, string? messageId = null) => TakeAsync<ReleaseItems, ItemVersioned>(item, messageId);

    internal async Task TakeAllAsync(IEnumerable<ItemVersioned> items)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReleaseItems>()
            .HandleAsync([.. items.Select(item => new Delivery<ItemVersioned>(Ids.New(), "test", item))], CancellationToken.None);
    }

    /// <summary>Lets the watch look now; it also looks by itself when the clock moves.</summary>
    internal Task ExpireAsync() => app.Services.GetRequiredService<Domain.Expiry>().RunAsync(CancellationToken.None);

    /// <summary>Whether another service is told that the person holds the item.</summary>
    internal async Task<bool> HoldsAsync(Participant who, string item) =>
        await app.Services.GetRequiredService<IHeldItems>().FindAsync(who.Asks, item, CancellationToken.None) is not null;

    /// <summary>What live connections would read of a stream.</summary>
    internal async Task<IReadOnlyList<EntryFrame>> BacklogAsync(string stream) =>
        await app.Services.GetRequiredService<IStreamReader>().ReadAsync(stream, 0, 200, CancellationToken.None);

    /// <summary>Takes what is gone out of the file; it also happens by itself every few seconds.</summary>
    internal async Task<byte[]> ScrubbedFileAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await app.Services.GetRequiredService<Domain.Scrubbing>().RunAsync(patience.Token))
        {
        }

        return StoredBytes();
    }

    /// <summary>The bytes of the store and of its journal.</summary>
    internal byte[] StoredBytes() => [.. Bytes("release.db"), .. Bytes("release.db-wal")];

    private byte[] Bytes(string name)
    {
        using var file = new FileStream(Path.Combine(folder.Path, name), FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The record of who reads live.</summary>
    internal IReadingRecord Readings => app.Services.GetRequiredService<IReadingRecord>();

    /// <summary>Live readings that are not recorded as ended.</summary>
    internal Task<long> OpenReadingsAsync() => OnStoreAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM readings WHERE through IS NULL"));

    /// <summary>Rows of that record.</summary>
    internal Task<long> ReadingsKeptAsync() => app.Services.GetRequiredService<Data.ReleaseStore>().Store.ReadAsync(
        connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM readings"), CancellationToken.None);

    /// <summary>Stops the process and starts it again on the same folder.</summary>
    internal async Task RestartAsync(byte[]? policy = null)
    {
        await DisposeAsync();
        await StartAsync(policy);
    }

    internal Task AcknowledgeAsync(Participant who, string item) => TakeAsync<NoteAcknowledgements, ItemAcknowledged>(new ItemAcknowledged(
        item, who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force, Clock.GetUtcNow(), 1));

    /// <summary>An incident of an NGO in the plenary, for its own side and the northern force.</summary>
    internal ItemVersioned Incident(string actor = "Grey Falcons", string summary = "Road closed near the bridge.", int version = 1, string? item = null) => new(
        item ?? Ids.New(),
        Plenary,
        "incident",
        version,
        "SIR-TEST-0001",
        OriginOf(Exercise.Amal),
        Sensitivity.Moderate,
        ["own-side", "audience:military:northern-force"],
        [],
        Caveats.None,
        ItemStatus.Current,
        Clock.GetUtcNow(),
        Expires: null,
        new JsonObject
        {
            ["hazard"] = "ROAD",
            ["category"] = "AMBUSH_ROAD_ATTACK",
            ["occurredAt"] = "2026-02-27T05:30:00Z",
            ["country"] = "XXA",
            ["admin1"] = "Meridian North",
            ["position"] = new JsonObject { ["lat"] = 12.3456, ["lon"] = 45.6789 },
            ["summary"] = summary,
            ["narrativeRestricted"] = "Our driver saw them.",
            ["actorName"] = actor,
            ["affectsMovement"] = true,
        },
        Exercise: true);

    internal ItemVersioned Message(Participant author, string text, string[] releaseTo, string? replyTo = null) => new(
        Ids.New(),
        Plenary,
        "message",
        1,
        Ids.NewReference("MSG"),
        OriginOf(author),
        Sensitivity.Moderate,
        releaseTo,
        [],
        Caveats.None,
        ItemStatus.Current,
        Clock.GetUtcNow(),
        Expires: null,
        new JsonObject { ["text"] = text, ["replyTo"] = replyTo, ["postedAt"] = "2026-03-01T08:00:00Z" },
        Exercise: true);

    internal IBlobStore Blobs => app.Services.GetRequiredKeyedService<IBlobStore>(BlobAreas.Attachments);

    internal Task RemoveDroppedFilesAsync() => app.Services.GetRequiredService<Domain.KeptBlobs>().RemoveDroppedAsync(CancellationToken.None);

    /// <summary>A file as channels hands it over, with its bytes.</summary>
    internal async Task<AttachedFile> FileAsync(byte[] bytes, string name = "bridge at dawn.jpg", string mediaType = "image/jpeg", string? stays = null, params string[] findings)
    {
        var file = new AttachedFile(
            Ids.New(), Ids.New(), name, mediaType, name[(name.LastIndexOf('.') + 1)..], bytes.Length, stays, findings.Length == 0 ? null : findings);
        await Blobs.WriteAsync(file.Blob, new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        return file;
    }

    /// <summary>Asks for a file as any client may.</summary>
    internal Task<(Answer Answer, byte[] Bytes)> FetchAsync(Participant who, string name, HttpMethod? method = null, params (string Name, string Value)[] headers) =>
        FetchPathAsync(who, "blobs/" + name, method, headers);

    /// <summary>Asks for anything, and reads the bytes that come.</summary>
    internal async Task<(Answer Answer, byte[] Bytes)> FetchPathAsync(Participant who, string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/api/release/" + path);
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return await SendForBytesAsync(who, request);
    }

    /// <summary>Asks for something long and reads none of it yet.</summary>
    internal async Task<HttpResponseMessage> OpenAsync(Participant who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/release/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.Services.GetRequiredService<AccessTokens>().Issue(who).Text);
        using var client = app.GetTestClient();
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    internal async Task<Answer> GetAsync(Participant who, string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/release/" + path);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        return await SendAsync(who, request);
    }

    internal async Task<Answer> PostAsync(Participant who, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/release/" + path);
        request.Content = new StringContent(JsonSerializer.Serialize(body, Wire.Json), Encoding.UTF8, "application/json");
        request.Headers.Add(IdempotencyKey.Header, Ids.New());
        return await SendAsync(who, request);
    }

    /// <summary>Asks as a write service does before it stores.</summary>
    internal async Task<DraftVerdict> CheckAsync(Participant who, ItemVersioned draft, string? fingerprint) =>
        await app.Services.GetRequiredService<IDraftGate>().CheckAsync(who.PersonId, draft, fingerprint, CancellationToken.None);

    /// <summary>Whether a text stands anywhere in the files of the store.</summary>
    internal bool Stores(string text) => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    /// <summary>The stream of a scope in the plenary.</summary>
    internal async Task<JsonNode> StreamAsync(Participant who, string scope = "audience", string? channel = null)
    {
        var streams = (await GetAsync(who, "streams")).Body["streams"]!.AsArray();
        return streams.Single(stream => (string?)stream!["scope"] == scope && (string?)stream["channel"] == (channel ?? Plenary))!;
    }

    /// <summary>Every entry of a person's stream in the plenary, oldest first.</summary>
    internal async Task<IReadOnlyList<JsonNode>> EntriesAsync(Participant who, string scope = "audience")
    {
        var stream = await StreamAsync(who, scope);
        var page = await GetAsync(who, $"streams/{stream["stream"]}/entries?after={stream["start"]}");
        return [.. page.Body["entries"]!.AsArray().Select(entry => entry!)];
    }

    internal async Task<IReadOnlyList<JsonNode>> ReviewsAsync() =>
        [.. (await GetAsync(Exercise.Olena, "reviews")).Body["reviews"]!.AsArray().Select(review => review!)];

    /// <summary>Releases a review as it was looked at.</summary>
    internal Task<Answer> ReleaseAsync(Participant who, JsonNode review) =>
        PostAsync(who, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"] });

    internal async Task ReleaseAllAsync()
    {
        foreach (var review in await ReviewsAsync())
        {
            Assert.Equal(204, (await ReleaseAsync(Exercise.Olena, review)).Status);
        }
    }

    internal Task<T> OnStoreAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> work) =>
        Get<ReleaseStore>().Store.WriteAsync(scope => work(scope.Connection), CancellationToken.None);

    internal T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    private static ItemOrigin OriginOf(Participant who) => new(
        who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);

    private async Task TakeAsync<TConsumer, T>(T fact, string? messageId = null)
        where TConsumer : FactConsumer<T>
        where T : class
    {
        await using var scope = app.Services.CreateAsyncScope();
        var consumer = scope.ServiceProvider.GetRequiredService<TConsumer>();
        await consumer.HandleAsync([new Delivery<T>(messageId ?? Ids.New(), "test", fact)], CancellationToken.None);
    }

    private async Task<Answer> SendAsync(Participant who, HttpRequestMessage request) => (await SendForBytesAsync(who, request)).Answer;

    private async Task<(Answer Answer, byte[] Bytes)> SendForBytesAsync(Participant who, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.Services.GetRequiredService<AccessTokens>().Issue(who).Text);
        using var client = app.GetTestClient();
        using var response = await client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return (new Answer((int)response.StatusCode, Encoding.UTF8.GetString(bytes), string.Join('\n', headers), response.Headers.ETag?.ToString()), bytes);
    }

    internal sealed class GivenSessions : ISessionRevocation
    {
        private readonly ConcurrentDictionary<string, bool> over = new(StringComparer.Ordinal);

        public event EventHandler<SessionRevokedEventArgs> Revoked
        {
            add { }
            remove { }
        }

        /// <summary>Ends a session, or all of a person.</summary>
        public void End(string sessionOrPerson) => over[sessionOrPerson] = true;

        public bool IsRevoked(string session, string person, DateTimeOffset issuedAt) => over.ContainsKey(session) || over.ContainsKey(person);
    }

    private sealed class PlainDraft(string kind) : IDraftReader
    {
        public string Kind => kind;

        public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now) =>
            new((JsonObject)posted.DeepClone(), Protection: false, Sensitivity: null, new Dictionary<string, string[]>(StringComparer.Ordinal));
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Text, string Headers, string? ETag)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string? Code => Body["code"]?.GetValue<string>();
}
