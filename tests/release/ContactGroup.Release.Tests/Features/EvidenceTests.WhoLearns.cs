using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Who learns of a record, of the link to it and of the incident, and who does not.</summary>
public sealed partial class EvidenceTests
{
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
}
