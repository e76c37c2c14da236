using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Testing;

namespace ContactGroup.Release.Tests.Features;

/// <summary>An incident that is linked to a notification keeps the record of it; only who may know of both learns of it. Here: what a record tells.</summary>
public sealed partial class EvidenceTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private readonly RecordedLog log = new();
    private readonly ReleaseApp app;
    private readonly string room = Ids.New();

    public EvidenceTests() => app = new ReleaseApp { Log = log };

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenChannelAsync(room, ChannelKind.Notification, Posture.Coexistence, "all");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose()
    {
        app.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task A_record_tells_what_was_said_shown_received_and_acknowledged()
    {
        var movement = await AcknowledgedAsync();

        var entries = await RecordAsync(movement);

        Assert.Equal(movement.Item, (string?)entries[0]["item"]);
        var receipt = Assert.Single(entries, entry => (string?)entry["kind"] == "receipt");
        Assert.Equal((North, "J3 Air", 1), ((string?)receipt["from"], (string?)receipt["cell"], (int)receipt["version"]!));
        var hash = (string)receipt["hash"]!;
        Assert.Contains(entries, entry => (string?)entry["kind"] == "shown" && (string?)entry["to"] == North && HashesOf(entry).Contains(hash));
        var view = Assert.Single(entries, entry => (string?)entry["kind"] == "view" && (string?)entry["hash"] == hash);
        Assert.Equal(hash, Sha256(movement.Item + (string)view["body"]!));
        Assert.DoesNotContain("Food for the camp", (string)view["body"]!, StringComparison.Ordinal);
        Assert.Contains(entries, entry => (string?)entry["kind"] == "version" && (string?)entry["fields"]?["notes"] == "Food for the camp.");
        Assert.Contains(entries, entry => (string?)entry["kind"] == "received" && (string?)entry["by"] == North && entry["people"] is null);
    }

    [Fact]
    public async Task Every_entry_is_hashed_with_the_one_before_it()
    {
        var file = (await app.GetAsync(Exercise.Amal, $"items/{(await AcknowledgedAsync()).Item}/record")).Body;

        var head = new string('0', 64);
        foreach (var part in file["entries"]!.AsArray())
        {
            head = Sha256(head + Canonical(part!["entry"]!));
            Assert.Equal(head, (string?)part["hash"]);
        }

        Assert.Equal(head, (string?)file["head"]);
    }

    [Fact]
    public async Task A_kept_record_outlives_amendment_recall_withdrawal_and_what_is_forgotten_of_exposure()
    {
        var movement = await AcknowledgedAsync();
        var incident = Incident(movement);
        await app.TakeAsync(incident);
        var kept = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}");

        var amended = Next(movement);
        amended.Content["notes"] = "Nothing of the kind.";
        await app.TakeAsync(amended);
        await app.PostAsync(Exercise.Amal, $"items/{movement.Item}/recall", new { target = "audience:" + North, reason = "Not safe." });
        await app.TakeAsync(Next(amended) with { Status = ItemStatus.Withdrawn });
        await app.TakeAsync(incident with { Version = 2 });
        await app.OnStoreAsync(async connection =>
        {
            await Dapper.SqlMapper.ExecuteAsync(connection, "DELETE FROM spans; DELETE FROM receipts; DELETE FROM readings; DELETE FROM shown_views");
            return 0;
        });

        Assert.Equal(200, kept.Status);
        Assert.Equal(kept.Text, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record?incident={incident.Item}")).Text);
        Assert.Contains("J3 Air", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing of the kind", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing of the kind", (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bytes_a_force_acknowledged_are_in_the_record_after_it_was_sent_others_and_after_all_was_taken_back()
    {
        var movement = await AcknowledgedAsync();
        var held = (string)(await RecordAsync(movement)).Single(entry => (string?)entry["kind"] == "receipt")["hash"]!;
        var amended = Next(movement);
        amended.Content["windowEnd"] = "2026-03-05T18:00:00Z";

        await app.TakeAsync(amended);
        await app.TakeAsync(Next(amended) with { Status = ItemStatus.Withdrawn });

        var views = (await RecordAsync(movement)).Where(entry => (string?)entry["kind"] == "view").ToList();
        Assert.Contains(views, view => (string?)view["hash"] == held && Sha256(movement.Item + (string)view["body"]!) == held);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
    }

    [Fact]
    public async Task A_force_that_acknowledges_without_end_takes_nothing_from_the_record()
    {
        var movement = await AcknowledgedAsync();
        var question = new string('q', 3_900);
        var present = movement;
        for (var number = 0; number < 300; number++)
        {
            present = Next(present);
            (Line(present)["cell"], Line(present)["at"], Line(present)["query"]) = (number % 2 == 0 ? "A" : "B", $"2026-03-01T09:{number / 60:00}:{number % 60:00}Z", question);
            await app.TakeAsync(present);
        }

        var answer = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record");
        var entries = answer.Body["entries"]!.AsArray().Select(part => part!["entry"]!).ToList();

        Assert.DoesNotContain(entries, entry => (string?)entry["kind"] is "left-out" or "untold");
        Assert.Single(entries, entry => (string?)entry["kind"] == "version");
        Assert.Contains(entries, entry => (string?)entry["kind"] == "receipt" && (string?)entry["cell"] == "J3 Air");
        Assert.Single(entries, entry => (string?)entry["query"] == question);
    }

    [Fact]
    public async Task Words_stand_before_everything_that_others_can_add_to()
    {
        var kinds = (await RecordAsync(await AcknowledgedAsync())).Select(entry => (string)entry["kind"]!).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(["record", "version"], kinds.Take(2));
        Assert.True(kinds.IndexOf("view") < kinds.IndexOf("dispatch"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_not_forgotten_and_what_was_not_is()
    {
        var movement = await AcknowledgedAsync();
        var acknowledged = (string)(await RecordAsync(movement)).Single(entry => (string?)entry["kind"] == "receipt")["hash"]!;
        var amended = Next(movement);
        amended.Content["windowEnd"] = "2026-03-05T18:00:00Z";
        await app.TakeAsync(amended);
        await app.TakeAsync(Next(amended) with { Status = ItemStatus.Withdrawn });
        var before = (await RecordAsync(movement)).Count(entry => (string?)entry["kind"] == "view");
        await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(
            connection,
            "UPDATE spans SET at = at - @year, ended_at = ended_at - @year WHERE ended_at IS NOT NULL",
            new { year = TimeSpan.FromDays(366).Ticks / TimeSpan.TicksPerMicrosecond })); // As if it had been a year ago.

        await app.Get<Domain.ExposureKeeping>().RunAsync(CancellationToken.None);

        var entries = await RecordAsync(movement);
        Assert.True(before > 1, "There is a view that was not acknowledged.");
        Assert.Equal(acknowledged, (string?)Assert.Single(entries, entry => (string?)entry["kind"] == "view")["hash"]);
        Assert.Contains(entries, entry => (string?)entry["kind"] == "shown" && (string?)entry["to"] == North && HashesOf(entry).Contains(acknowledged));
        Assert.DoesNotContain(entries, entry => (string?)entry["kind"] == "untold");
        Assert.Equal(1, await CountAsync("shown_views"));
    }

    [Fact]
    public async Task A_receipt_of_which_it_is_forgotten_what_was_shown_is_named_as_such()
    {
        var movement = await AcknowledgedAsync();
        var old = Next(movement);
        Line(old)["at"] = "2024-03-01T08:30:00Z";
        await app.TakeAsync(old);
        await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(connection, "DELETE FROM spans")); // As of before receipts kept them.

        var untold = Assert.Single(await RecordAsync(movement), entry => (string?)entry["kind"] == "untold");

        Assert.Equal((North, "forgotten"), ((string?)untold["to"], (string?)untold["why"]));
    }

    /// <summary>Records of one organisation that wait, of what is gone meanwhile.</summary>
    private Task WaitingAsync(int count) => app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(
        connection,
        "INSERT INTO evidence_due (item, incident, organisation, affected_version, tries, next_at) VALUES (@Item, @Incident, @Organisation, NULL, 0, 0)",
        Enumerable.Range(0, count).Select(number => new { Item = $"gone-{number}", Incident = "gone", Organisation = Exercise.Chidi.OrganisationId })));

    /// <summary>An incident whose record could not be kept in the moment in which it came in.</summary>
    private async Task<ItemVersioned> PutOffAsync(ItemVersioned movement, Participant? reporter = null)
    {
        var incident = Incident(movement) with { Origin = OriginOf(reporter ?? Exercise.Chidi) };
        await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(connection, "ALTER TABLE records RENAME TO records_away"));
        await app.TakeAsync(incident);
        await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(connection, "ALTER TABLE records_away RENAME TO records"));
        return incident;
    }

    private Task KeepDueAsync() => app.Get<Domain.Records.EvidenceKeeping>().RunAsync(CancellationToken.None);

    private async Task LeaveAsync()
    {
        await app.JoinAsync(Exercise.Amal, member: false);
        await app.JoinAsync(Exercise.Basma, member: false);
    }

    private Task<long> CountAsync(string table) => app.OnStoreAsync(
        connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, $"SELECT COUNT(*) FROM {table}"));

    private static JsonNode Line(ItemVersioned movement) => movement.Content["dispatch"]![0]!;

    private async Task<IReadOnlyList<JsonNode>> RecordAsync(ItemVersioned movement)
    {
        var answer = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record");
        Assert.Equal(200, answer.Status);
        return [.. answer.Body["entries"]!.AsArray().Select(part => part!["entry"]!)];
    }

    /// <summary>A movement that the northern force was shown, opened and acknowledged, as movements would note it.</summary>
    private async Task<ItemVersioned> AcknowledgedAsync()
    {
        var movement = Movement();
        await app.TakeAsync(movement);
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        var held = await app.Get<IHeldItems>().FindAsync(Exercise.North.Asks, movement.Item, CancellationToken.None);
        var acknowledged = Next(movement);
        acknowledged.Content["dispatch"] = new JsonArray(new JsonObject
        {
            ["to"] = North,
            ["state"] = "ACKNOWLEDGED",
            ["version"] = 1,
            ["at"] = "2026-03-01T08:30:00Z",
            ["cell"] = "J3 Air",
            ["hash"] = held!.Hash,
        });
        await app.TakeAsync(acknowledged);
        return acknowledged;
    }

    private ItemVersioned Incident(ItemVersioned affected)
    {
        var incident = app.Incident();
        incident.Content["linkedNotification"] = affected.Item;
        incident.Content["linkedVersion"] = 1;
        incident.Content["linkedHash"] = new string('b', 64);
        return incident;
    }

    private static ItemVersioned Next(ItemVersioned before) => before with { Version = before.Version + 1, Content = (JsonObject)before.Content.DeepClone() };

    private static ItemOrigin OriginOf(Participant who) => new(
        who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);

    private static IEnumerable<string> HashesOf(JsonNode shown) => shown["hashes"]!.AsArray().Select(hash => (string)hash!);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Written here once more, in the simplest way: names in order, no white space.
    private static string Canonical(JsonNode node) => node switch
    {
        JsonObject fields => "{" + string.Join(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"\"{field.Key}\":{Canonical(field.Value!)}")) + "}",
        JsonArray entries => "[" + string.Join(',', entries.Select(entry => Canonical(entry!))) + "]",
        _ => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
    };

    private ItemVersioned Movement()
    {
        var incident = app.Incident();
        return incident with
        {
            Item = Ids.New(),
            Channel = room,
            Kind = MovementSchema.Schema.Kind,
            Reference = "HNM-TEST-0001",
            Sensitivity = Sensitivity.High,
            ReleaseTo = ["own-side", "audience:" + North],
            Recipients = ["audience:" + North],
            Content = new JsonObject
            {
                ["notice"] = "NOTIFICATION_ONLY",
                ["version"] = 1,
                ["state"] = "NOTIFIED",
                ["dispatch"] = new JsonArray(new JsonObject { ["to"] = North, ["state"] = "SENT", ["version"] = 1, ["at"] = "2026-03-01T08:00:00Z" }),
                ["category"] = "STANDARD",
                ["mode"] = "ROAD",
                ["windowStart"] = "2026-03-05T06:00:00Z",
                ["windowEnd"] = "2026-03-05T14:00:00Z",
                ["route"] = new JsonArray(
                    new JsonObject { ["type"] = "ORIGIN", ["name"] = "Depot", ["lat"] = 35.12345, ["lon"] = 39.5 },
                    new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.4, ["lon"] = 39.9 }),
                ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
                ["notes"] = "Food for the camp.",
                ["recipients"] = new JsonArray(North),
                ["organisation"] = new JsonObject { ["id"] = Exercise.Amal.OrganisationId, ["name"] = "Relief North", ["constituency"] = "ingo" },
            },
        };
    }
}
