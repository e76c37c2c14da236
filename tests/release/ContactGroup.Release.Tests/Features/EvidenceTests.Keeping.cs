namespace ContactGroup.Release.Tests.Features;

/// <summary>When a record is kept: with the incident, once for several, or later when it cannot be kept at once.</summary>
public sealed partial class EvidenceTests
{
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
}
