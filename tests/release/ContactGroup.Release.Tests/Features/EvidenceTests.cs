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

/// <summary>An incident that is linked to a notification keeps the record of it; only who may know of both learns of it.</summary>
public sealed class EvidenceTests : IAsyncLifetime, IDisposable
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
    public async Task Only_the_organisation_that_notified_has_a_record()
    {
        var movement = await AcknowledgedAsync();
        var incident = Incident(movement);
        await app.TakeAsync(incident);

        foreach (var other in new[] { Exercise.Chidi, Exercise.Olena, Exercise.North, Exercise.South, Exercise.Stranger })
        {
            var absent = await app.GetAsync(other, $"items/{Ids.New()}/record");
            foreach (var address in new[] { $"items/{movement.Item}/record", $"items/{movement.Item}/record?incident={incident.Item}" })
            {
                var answer = await app.GetAsync(other, address);
                Assert.Equal((404, absent.Code, absent.Text.Length), (answer.Status, answer.Code, answer.Text.Length));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-an-id")]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    public async Task A_made_up_incident_gives_no_record(string incident)
    {
        var movement = await AcknowledgedAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident}")).Status);
    }

    [Fact]
    public async Task An_owner_who_does_not_hold_the_incident_learns_nothing_of_it_from_the_record()
    {
        var movement = await AcknowledgedAsync();
        var secret = Incident(movement) with { Origin = OriginOf(Exercise.Chidi), ReleaseTo = ["own-organisation"] };
        var before = Without((await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text);

        await app.TakeAsync(secret);

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{secret.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={secret.Item}")).Status);
        Assert.Equal(before, Without((await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text));

        static string Without(string record) => string.Join('\n', record.Split('\n').Select(line => line.Split(",\"hash\":\"")[0]).Where(line => !line.Contains("\"asOf\"", StringComparison.Ordinal) && !line.Contains("\"head\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_colleague_who_holds_both_is_told_what_the_incident_affects_and_the_owner_when_it_was_kept()
    {
        var movement = await AcknowledgedAsync();
        var incident = Incident(movement) with { Origin = OriginOf(Exercise.Chidi) };
        var at = app.Clock.GetUtcNow();
        await app.TakeAsync(incident);

        var owner = (await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/affected")).Body;
        var colleague = (await app.GetAsync(Exercise.Dora, $"items/{incident.Item}/affected")).Body;

        Assert.Equal((movement.Item, "movement", movement.Reference, 1), ((string?)owner["item"], (string?)owner["kind"], (string?)owner["reference"], (int)owner["version"]!));
        Assert.Equal(at, (DateTimeOffset)owner["kept"]!);
        Assert.Equal(movement.Item, (string?)colleague["item"]);
        Assert.Null(colleague["kept"]);
    }

    [Fact]
    public async Task A_force_learns_neither_of_the_link_nor_of_the_notification_whether_it_was_named_or_not()
    {
        var movement = await AcknowledgedAsync();
        var (linked, plain) = (Incident(movement), app.Incident());
        await app.TakeAsync(plain);
        await app.ReleaseAllAsync();
        await app.TakeAsync(linked);
        await app.ReleaseAllAsync();

        foreach (var force in new[] { Exercise.North, Exercise.South })
        {
            var (one, other) = (await app.GetAsync(force, $"items/{linked.Item}/affected"), await app.GetAsync(force, $"items/{Ids.New()}/affected"));
            Assert.Equal((404, other.Code, other.Text.Length), (one.Status, one.Code, one.Text.Length));
        }

        var seen = await app.GetAsync(Exercise.North, $"items/{linked.Item}");
        Assert.Equal(200, seen.Status);
        Assert.Equal((await app.GetAsync(Exercise.North, $"items/{plain.Item}")).Text.Replace(plain.Item, linked.Item, StringComparison.Ordinal), seen.Text);
        Assert.DoesNotContain(movement.Item, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_that_was_not_named_reads_the_same_bytes_with_and_without_the_link()
    {
        var movement = await AcknowledgedAsync();
        var (linked, plain) = (Reported(Incident(movement)), Reported(app.Incident()));
        var before = (await app.EntriesAsync(Exercise.South)).Count;

        await app.TakeAsync(plain);
        await app.ReleaseAllAsync();
        await app.TakeAsync(linked);
        await app.ReleaseAllAsync();

        var entries = (await app.EntriesAsync(Exercise.South)).Skip(before).Select(entry => entry.ToJsonString()).ToList();
        Assert.Equal(2, entries.Count);
        Assert.Equal(entries[0].Replace(plain.Item, linked.Item, StringComparison.Ordinal).Replace("\"seq\":1,\"prevSeq\":0", "\"seq\":2,\"prevSeq\":1", StringComparison.Ordinal), entries[1]);

        static ItemVersioned Reported(ItemVersioned incident) => incident with { ReleaseTo = ["own-side", "audience:military:southern-force"] };
    }

    [Fact]
    public async Task What_a_force_reports_of_a_notification_it_holds_is_kept_and_its_owner_is_not_told()
    {
        var movement = await AcknowledgedAsync();
        var report = Incident(movement) with { Origin = OriginOf(Exercise.North), ReleaseTo = ["all"] };

        await app.TakeAsync(report);
        await app.ReleaseAllAsync();

        Assert.Equal(movement.Item, (string?)(await app.GetAsync(Exercise.North, $"items/{report.Item}/affected")).Body["item"]);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{report.Item}/affected")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={report.Item}")).Status);
        Assert.Equal(1, await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM evidence_links")));
    }

    [Fact]
    public async Task A_message_or_an_incident_has_no_record_and_a_link_to_one_keeps_none()
    {
        var other = app.Incident();
        await app.TakeAsync(other);
        var incident = app.Incident();
        incident.Content["linkedNotification"] = other.Item;

        await app.TakeAsync(incident);

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{other.Item}/record")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/affected")).Status);
        Assert.Equal(0, await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM evidence_links")));
    }

    [Fact]
    public async Task The_link_of_a_withdrawn_incident_is_shown_no_more_and_the_record_stays()
    {
        var movement = await AcknowledgedAsync();
        var incident = Incident(movement);
        await app.TakeAsync(incident);

        await app.TakeAsync(incident with { Version = 2, Status = ItemStatus.Withdrawn });

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/affected")).Status);
        Assert.Equal(1, await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM evidence_links")));
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
    public async Task Incidents_linked_to_a_notification_of_which_nothing_changed_share_one_record_and_each_file_names_its_own()
    {
        var movement = await AcknowledgedAsync();
        var (one, other) = (Incident(movement), Incident(movement));

        await app.TakeAsync(one);
        await app.TakeAsync(other);

        Assert.Equal((2, 1), (await CountAsync("evidence_links"), await CountAsync("records")));
        foreach (var incident in new[] { one, other })
        {
            var kept = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}")).Body;
            var last = kept["entries"]!.AsArray()[^1]!;
            Assert.Equal(("kept-for", incident.Item, 1), ((string?)last["entry"]!["kind"], (string?)last["entry"]!["incident"], (int)last["entry"]!["affectedVersion"]!));
            Assert.Equal((string?)last["hash"], (string?)kept["head"]);
            Assert.Equal((string?)last["hash"], Sha256((string)kept["entries"]!.AsArray()[^2]!["hash"]! + Canonical(last["entry"]!)));
        }
    }

    [Fact]
    public async Task What_was_shown_since_the_last_record_is_in_the_next_one_though_no_version_came_between()
    {
        var movement = Movement();
        await app.TakeAsync(movement);
        await app.TakeAsync(Incident(movement) with { Origin = OriginOf(Exercise.North) });
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        var incident = Incident(movement);

        await app.TakeAsync(incident);

        var kept = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}")).Body;
        Assert.Contains(kept["entries"]!.AsArray(), part => (string?)part!["entry"]!["kind"] == "received" && (string?)part["entry"]!["by"] == North);
        Assert.Equal(2, await CountAsync("records"));
    }

    [Fact]
    public async Task An_incident_comes_in_when_its_record_cannot_be_kept_and_the_record_follows()
    {
        var movement = await AcknowledgedAsync();
        var words = await app.OnStoreAsync(connection => Dapper.SqlMapper.QuerySingleAsync<byte[]>(
            connection, "SELECT fields FROM history WHERE item = @Item AND version = 1", new { movement.Item }));
        await WriteHistoryAsync("{"u8.ToArray());
        var incident = Incident(movement);

        await app.TakeAsync(incident);

        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{incident.Item}")).Status);
        Assert.Equal((0, 1), (await CountAsync("evidence_links"), await CountAsync("evidence_due")));
        await WriteHistoryAsync(words);
        await app.Get<Domain.Records.EvidenceKeeping>().RunAsync(CancellationToken.None);
        Assert.Equal((1, 0), (await CountAsync("evidence_links"), await CountAsync("evidence_due")));
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}")).Status);

        Task<int> WriteHistoryAsync(byte[] fields) => app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteAsync(
            connection, "UPDATE history SET fields = @fields WHERE item = @Item AND version = 1", new { fields, movement.Item }));
    }

    [Fact]
    public async Task Who_links_without_end_has_records_kept_later_and_others_have_theirs_at_once()
    {
        var movement = await AcknowledgedAsync();
        for (var number = 0; number < 22; number++)
        {
            await app.TakeAsync(Incident(movement) with { Origin = OriginOf(Exercise.North) });
        }

        var own = Incident(movement);
        await app.TakeAsync(own);

        Assert.Equal((21, 2), (await CountAsync("evidence_links"), await CountAsync("evidence_due")));
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={own.Item}")).Status);
        await app.Get<Domain.Records.EvidenceKeeping>().RunAsync(CancellationToken.None);
        Assert.Equal(2, await CountAsync("evidence_due"));
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.Get<Domain.Records.EvidenceKeeping>().RunAsync(CancellationToken.None);
        Assert.Equal((23, 0), (await CountAsync("evidence_links"), await CountAsync("evidence_due")));
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

    [Fact]
    public async Task The_record_stays_readable_when_everybody_of_its_owner_left_the_room_and_to_the_others_when_one_of_them_did()
    {
        var movement = await AcknowledgedAsync();
        var elsewhere = Exercise.Amal with { PersonId = Ids.New(), DisplayName = "Head office", SessionId = Ids.New() };
        await app.JoinAsync(Exercise.Amal, member: false);

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Status);
        Assert.Equal(404, (await app.GetAsync(elsewhere, $"items/{movement.Item}/record")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record")).Status);
        await app.JoinAsync(Exercise.Basma, member: false);

        foreach (var own in new[] { Exercise.Amal, Exercise.Basma, elsewhere })
        {
            Assert.Equal(200, (await app.GetAsync(own, $"items/{movement.Item}/record")).Status);
        }

        foreach (var other in new[]
        {
            Exercise.Chidi, Exercise.Olena, Exercise.North, Exercise.Stranger,
            Exercise.Amal with { OrganisationId = Exercise.Chidi.OrganisationId },
            Exercise.Amal with { Constituency = Constituency.Military, Force = "northern-force" },
        })
        {
            Assert.Equal(404, (await app.GetAsync(other, $"items/{movement.Item}/record")).Status);
        }
    }

    [Fact]
    public async Task A_kept_record_of_which_its_owner_was_told_stays_readable_after_the_incident_is_gone_and_one_of_which_it_was_not_stays_absent()
    {
        var movement = await AcknowledgedAsync();
        var (told, untold) = (Incident(movement) with { Origin = OriginOf(Exercise.Chidi) }, Incident(movement) with { Origin = OriginOf(Exercise.Chidi) });
        await app.TakeAsync(told);
        await app.TakeAsync(untold);
        await app.GetAsync(Exercise.Dora, $"items/{untold.Item}/affected");
        await app.GetAsync(Exercise.Amal, $"items/{told.Item}/affected");

        foreach (var incident in new[] { told, untold })
        {
            await app.TakeAsync(incident with { Version = 2, Status = ItemStatus.Withdrawn });
        }

        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record?incident={told.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record?incident={untold.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}/record?incident={told.Item}")).Status);
    }

    [Fact]
    public async Task That_a_record_was_taken_out_is_on_record_also_of_what_may_not_be_exported()
    {
        var movement = await AcknowledgedAsync();
        await app.TakeAsync(Next(movement) with { Caveats = Caveats.NoExport });

        await RecordAsync(movement);
        await RecordAsync(movement);
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}/record");

        var (people, times) = await app.OnStoreAsync(connection => Dapper.SqlMapper.QuerySingleAsync<(long People, long Times)>(
            connection, "SELECT COUNT(*) AS People, SUM(times) AS Times FROM exports WHERE item = @Item AND format = 'record'", new { movement.Item }));
        Assert.Equal((1, 2), (people, times));
    }

    [Fact]
    public async Task Who_is_in_the_room_no_more_reads_in_the_record_who_of_other_sides_had_it_and_nobody_of_the_own_side()
    {
        var movement = await AcknowledgedAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}");
        var before = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text;
        await LeaveAsync();
        await app.JoinAsync(Exercise.Stranger);
        await app.GetAsync(Exercise.Stranger, $"items/{movement.Item}");

        var after = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text;
        var entries = await RecordAsync(movement);

        Assert.Contains("Chidi", before, StringComparison.Ordinal);
        foreach (var name in new[] { "Chidi", "Water Now", "nngo", "Stranger", "Elsewhere", "people" })
        {
            Assert.DoesNotContain(name, after, StringComparison.Ordinal);
        }

        Assert.All(entries.Where(entry => (string?)entry["kind"] == "received"), entry => Assert.Equal(North, (string?)entry["by"]));
        Assert.All(entries.Where(entry => (string?)entry["kind"] == "shown"), entry => Assert.Equal(North, (string?)entry["to"]));
        foreach (var kind in new[] { "version", "shown", "received", "receipt", "view", "dispatch" })
        {
            Assert.Contains(entries, entry => (string?)entry["kind"] == kind);
        }
    }

    [Fact]
    public async Task A_record_that_is_kept_after_its_owner_left_names_nobody_of_the_own_side_and_one_from_before_stays_as_it_was()
    {
        var movement = await AcknowledgedAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}");
        var (early, late) = (Incident(movement), Incident(movement));
        await app.TakeAsync(early);
        var kept = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={early.Item}")).Text;
        await LeaveAsync();
        await app.TakeAsync(late);
        Assert.Equal(kept, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={early.Item}")).Text);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={late.Item}")).Status);

        await app.JoinAsync(Exercise.Amal);
        var after = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={late.Item}")).Text;

        Assert.Contains("Chidi", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Chidi", after, StringComparison.Ordinal);
        Assert.Contains("J3 Air", after, StringComparison.Ordinal);
        Assert.Contains("Chidi", (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_looked_before_its_record_was_kept_has_it_after_the_incident_is_gone()
    {
        var movement = await AcknowledgedAsync();
        var (told, untold) = (await PutOffAsync(movement), await PutOffAsync(movement));
        var looked = (await app.GetAsync(Exercise.Amal, $"items/{told.Item}/affected")).Body;
        await app.GetAsync(Exercise.Dora, $"items/{untold.Item}/affected");
        foreach (var incident in new[] { told, untold })
        {
            await app.TakeAsync(incident with { Version = 2, Status = ItemStatus.Withdrawn });
        }

        Assert.Equal((movement.Item, 2), ((string?)looked["item"], await CountAsync("evidence_due")));
        Assert.Null(looked["kept"]);
        await KeepDueAsync();

        Assert.Equal(0, await CountAsync("evidence_due"));
        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record?incident={told.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Basma, $"items/{movement.Item}/record?incident={untold.Item}")).Status);
    }

    [Fact]
    public async Task A_put_off_record_of_which_its_owner_was_told_before_it_left_names_nobody_of_the_own_side()
    {
        var movement = await AcknowledgedAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}");
        var incident = await PutOffAsync(movement);
        await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/affected");
        await LeaveAsync();
        await KeepDueAsync();

        var kept = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}");

        Assert.Equal(200, kept.Status);
        Assert.Contains("J3 Air", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("people", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_put_off_record_that_was_read_before_its_owner_left_and_written_after_names_nobody_of_the_own_side()
    {
        var movement = await AcknowledgedAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}");
        var incident = await PutOffAsync(movement);
        await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/affected");
        var keeping = app.Get<Domain.Records.EvidenceKeeping>();
        var link = new Domain.Records.EvidenceLink(movement.Item, incident.Item, incident.Origin.Organisation, 1);
        var made = await keeping.MakeAsync(link, CancellationToken.None);

        await LeaveAsync();
        await keeping.StoreAsync(link, made, CancellationToken.None);
        Assert.Equal((0, 1), (await CountAsync("evidence_links"), await CountAsync("evidence_due")));
        await KeepDueAsync();

        var kept = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}");
        Assert.Equal(200, kept.Status);
        Assert.Contains("J3 Air", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("people", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_being_made_when_its_owner_leaves_names_nobody_of_the_own_side()
    {
        var movement = await AcknowledgedAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}");
        app.WhileRecording.Let(LeaveAsync);

        var record = await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record");

        Assert.True(app.WhileRecording.HasHappened);
        Assert.Equal(200, record.Status);
        Assert.Contains("J3 Air", record.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chidi", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_alone_is_removed_while_their_record_is_being_made_gets_none()
    {
        var movement = await AcknowledgedAsync();
        app.WhileRecording.Let(() => app.JoinAsync(Exercise.Amal, member: false));

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record")).Status);
        Assert.Equal(0, await app.OnStoreAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM exports WHERE format = 'record'")));
    }

    [Fact]
    public async Task However_many_records_of_one_organisation_wait_the_next_is_kept_too_and_nobody_else_waits_for_them()
    {
        var movement = await AcknowledgedAsync();
        await WaitingAsync(500);
        var last = await PutOffAsync(movement);
        var other = await PutOffAsync(movement, Exercise.Dora);
        await app.GetAsync(Exercise.Amal, $"items/{last.Item}/affected");
        await app.GetAsync(Exercise.Amal, $"items/{other.Item}/affected");
        await KeepDueAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={other.Item}")).Status);
        for (var turns = 0; turns < 26; turns++)
        {
            await KeepDueAsync();
        }

        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={last.Item}")).Status);
        Assert.Equal(0, await CountAsync("evidence_due"));
    }

    [Fact]
    public async Task That_many_records_of_one_organisation_wait_is_told_once_and_not_with_each_that_follows()
    {
        var movement = await AcknowledgedAsync();
        await WaitingAsync(498);

        var told = new List<int>();
        foreach (var reporter in new[] { Exercise.Chidi, Exercise.Dora, Exercise.Chidi, Exercise.Chidi })
        {
            await PutOffAsync(movement, reporter);
            told.Add(log.Lines.Count(line => line.StartsWith("4077 500 records", StringComparison.Ordinal)));
        }

        Assert.Equal([0, 0, 1, 1], told);
        Assert.Equal(502, await CountAsync("evidence_due"));
    }

    [Fact]
    public async Task Two_processes_that_keep_the_same_record_leave_one_and_that_one_is_linked()
    {
        var movement = await AcknowledgedAsync();
        var incident = await PutOffAsync(movement);
        var other = await PutOffAsync(movement);
        var keeping = app.Get<Domain.Records.EvidenceKeeping>();
        var links = new[] { incident, other }.Select(one => new Domain.Records.EvidenceLink(movement.Item, one.Item, one.Origin.Organisation, 1)).ToList();
        var made = new List<(Domain.Records.EvidenceLink Link, Domain.Records.EvidenceKeeping.Made? Made)>();
        foreach (var link in links.Concat(links))
        {
            made.Add((link, await keeping.MakeAsync(link, CancellationToken.None)));
        }

        foreach (var (link, file) in made)
        {
            await keeping.StoreAsync(link, file, CancellationToken.None);
        }

        Assert.Equal((2, 1, 0), (await CountAsync("evidence_links"), await CountAsync("records"), await CountAsync("evidence_due")));
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/record?incident={incident.Item}")).Status);
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
