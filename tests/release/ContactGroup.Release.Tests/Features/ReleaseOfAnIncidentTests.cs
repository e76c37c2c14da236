using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Tests.Features;

public sealed class ReleaseOfAnIncidentTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    [Fact]
    public async Task A_clock_that_is_set_back_opens_no_second_review_of_the_same_bytes()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        app.Clock.Advance(-TimeSpan.FromHours(1));
        await app.TakeAsync(app.Incident(summary: "Road closed by mines.", version: 2, item: incident.Item));

        await app.AcknowledgeAsync(Exercise.Chidi, incident.Item);

        Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);
    }

    [Fact]
    public async Task Own_side_gets_it_in_full_at_once_and_a_force_gets_nothing_before_a_coordinator_released_it()
    {
        var incident = app.Incident();

        await app.TakeAsync(incident);

        var own = (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Body;
        Assert.Equal("Grey Falcons", (string?)own["fields"]!["actorName"]);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.DoesNotContain(await app.EntriesAsync(Exercise.North), entry => (string?)entry["item"] == incident.Item);
    }

    [Fact]
    public async Task After_release_the_force_gets_the_policys_part_and_the_other_force_nothing()
    {
        var incident = app.Incident(actor: "Red Kestrels");
        await app.TakeAsync(incident);

        await app.ReleaseAllAsync();

        var seen = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        Assert.Equal(200, seen.Status);
        var fields = seen.Body["fields"]!.AsObject();
        Assert.Equal("ROAD", (string?)fields["hazard"]);
        Assert.Equal("Road closed near the bridge.", (string?)fields["summary"]);
        Assert.Equal("2026-02-27", (string?)fields["occurredAt"]!["day"]);
        foreach (var withheld in new[] { "actorName", "narrativeRestricted", "category", "organisation" })
        {
            Assert.False(fields.ContainsKey(withheld), withheld);
        }

        Assert.DoesNotContain("12.3456", seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{incident.Item}")).Status);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.South, "items")).Body["count"]!);
    }

    [Fact]
    public async Task Its_own_organisation_reads_which_version_it_has_and_nobody_else_does()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.TakeAsync(app.Incident(summary: "Road closed by mines.", version: 2, item: incident.Item));
        await app.ReleaseAllAsync();

        Assert.Equal(2, (int?)(await app.GetAsync(Exercise.Amal, $"items/{incident.Item}")).Body["version"]);
        foreach (var reader in (Hosting.Authentication.Participant[])[Exercise.Chidi, Exercise.Dora, Exercise.North])
        {
            var seen = await app.GetAsync(reader, $"items/{incident.Item}");
            Assert.Equal((200, false), (seen.Status, seen.Body.ContainsKey("version")));
        }
    }

    [Fact]
    public async Task Searching_a_perpetrator_finds_the_report_for_one_side_and_nothing_for_the_other()
    {
        await app.TakeAsync(app.Incident(actor: "Silver Otters"));
        await app.ReleaseAllAsync();

        var ngo = await app.GetAsync(Exercise.Dora, "items?q=silver+otters");
        var force = await app.GetAsync(Exercise.North, "items?q=silver+otters");

        Assert.Equal(1, (int)ngo.Body["count"]!);
        Assert.Equal(0, (int)force.Body["count"]!);
        Assert.Empty(force.Body["items"]!.AsArray());
    }

    [Fact]
    public async Task An_edit_of_withheld_fields_gives_the_force_no_frame_no_revision_and_the_same_etag()
    {
        var incident = app.Incident(actor: "Before");
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var before = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        var head = (long)(await app.StreamAsync(Exercise.North))["head"]!;

        await app.TakeAsync(app.Incident(actor: "After", version: 2, item: incident.Item));

        var after = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(before.ETag, after.ETag);
        Assert.Equal(304, (await app.GetAsync(Exercise.North, $"items/{incident.Item}", before.ETag)).Status);
        Assert.Equal(head, (long)(await app.StreamAsync(Exercise.North))["head"]!);
        Assert.Equal("After", (string?)(await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Body["fields"]!["actorName"]);
        Assert.DoesNotContain(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);
    }

    [Fact]
    public async Task An_edit_of_shown_fields_waits_for_a_coordinator_while_what_was_released_stays()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.TakeAsync(app.Incident(summary: "Road open again.", version: 2, item: incident.Item));

        var waiting = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        Assert.Equal("Road closed near the bridge.", (string?)waiting.Body["fields"]!["summary"]);
        await app.ReleaseAllAsync();
        var released = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        Assert.Equal("Road open again.", (string?)released.Body["fields"]!["summary"]);
        Assert.Equal(2, (int)released.Body["revision"]!);
    }

    [Fact]
    public async Task Where_a_part_goes_at_once_only_the_rest_waits_and_nothing_waits_when_there_is_no_rest()
    {
        var relief = new ReleaseApp();
        await relief.InitializeAsync();
        await relief.OpenChannelAsync(relief.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var bare = relief.Incident() with { Sensitivity = Sensitivity.Low };
        bare.Content.Remove("summary");
        var told = relief.Incident() with { Sensitivity = Sensitivity.Low };

        await relief.TakeAsync(bare);
        await relief.TakeAsync(told);

        Assert.Equal("ROAD", (string?)(await relief.GetAsync(Exercise.North, $"items/{bare.Item}")).Body["fields"]!["hazard"]);
        Assert.Null((await relief.GetAsync(Exercise.North, $"items/{told.Item}")).Body["fields"]!["summary"]);
        Assert.Equal([told.Item], (await relief.ReviewsAsync()).Select(review => (string)review["item"]!));
        await relief.ReleaseAllAsync();
        Assert.NotNull((await relief.GetAsync(Exercise.North, $"items/{told.Item}")).Body["fields"]!["summary"]);
        await relief.DisposeAsync();
        relief.Dispose();
    }

    [Fact]
    public async Task Verifying_a_report_is_nothing_that_a_force_observes()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var before = await app.GetAsync(Exercise.North, $"items/{incident.Item}");

        var verified = app.Incident(version: 2, item: incident.Item);
        verified.Content["verification"] = "VERIFIED";
        verified.Content["stage"] = "UPDATE";
        await app.TakeAsync(verified);

        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{incident.Item}"));
        Assert.DoesNotContain(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);
    }

    [Fact]
    public async Task A_decision_about_an_overtaken_version_is_refused()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var review = (await app.ReviewsAsync()).Single(review => (string?)review["item"] == incident.Item);

        await app.TakeAsync(app.Incident(summary: "Names the village.", version: 2, item: incident.Item));
        var answer = await app.ReleaseAsync(Exercise.Olena, review);

        Assert.Equal("CG-4002", answer.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task Withdrawing_recalls_it_only_from_those_who_held_it_and_scrubs_what_their_stream_kept()
    {
        var incident = app.Incident(actor: "Quiet Herons");
        await app.TakeAsync(incident);
        var southBefore = (await app.EntriesAsync(Exercise.South)).Count;

        await app.TakeAsync(app.Incident(actor: "Quiet Herons", version: 2, item: incident.Item) with { Status = "withdrawn" });

        var entries = (await app.EntriesAsync(Exercise.Chidi)).Where(entry => (string?)entry["item"] == incident.Item).ToList();
        Assert.Equal("put recall", string.Join(' ', entries.Select(entry => (string)entry["op"]!)));
        Assert.All(entries, entry => Assert.Null(entry["view"]));
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Chidi, "items?q=quiet+herons")).Body["count"]!);
        Assert.Equal(southBefore, (await app.EntriesAsync(Exercise.South)).Count);
        Assert.Equal("withdrawn", (string?)(await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Body["status"]);
    }

    [Fact]
    public async Task The_owners_organisation_reads_every_version_and_nobody_else_learns_that_there_were_others()
    {
        var incident = app.Incident(actor: "First guess");
        await app.TakeAsync(incident);
        await app.TakeAsync(app.Incident(actor: "Second guess", version: 2, item: incident.Item));

        var versions = (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}/history")).Body["versions"]!.AsArray();
        var others = await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}/history");

        Assert.Equal(["First guess", "Second guess"], versions.Select(version => (string)version!["fields"]!["actorName"]!));
        Assert.Equal(await app.GetAsync(Exercise.South, $"items/{incident.Item}/history"), others);
        Assert.Equal("CG-2004", others.Code);
    }

    [Fact]
    public async Task A_returned_item_tells_its_owner_the_reason_and_the_force_nothing()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var review = (await app.ReviewsAsync()).Single(review => (string?)review["item"] == incident.Item);

        var answer = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/return", new { reason = "Leave out the bridge." });

        Assert.Equal(204, answer.Status);
        var releases = (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Body["releases"]!.AsArray();
        var note = releases.Single(note => (string?)note!["audience"] == "audience:military:northern-force")!;
        Assert.Equal(("returned", "Leave out the bridge."), ((string?)note["state"], (string?)note["reason"]));
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.Null((await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Body["releases"]);
    }

    [Fact]
    public async Task Facts_that_come_twice_change_nothing()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident, "message-1-of-this-test");
        var head = (long)(await app.StreamAsync(Exercise.Chidi))["head"]!;

        await app.TakeAsync(incident, "message-1-of-this-test");
        await app.TakeAsync(incident, "message-1-of-this-test-again");

        Assert.Equal(head, (long)(await app.StreamAsync(Exercise.Chidi))["head"]!);
    }

    [Fact]
    public async Task Every_stream_is_dense_from_one()
    {
        await app.TakeAsync(app.Incident());
        await app.ReleaseAllAsync();

        foreach (var (who, scope) in new[] { (Exercise.Chidi, "audience"), (Exercise.North, "audience"), (Exercise.Amal, "organisation"), (Exercise.Olena, "review") })
        {
            var sequences = (await app.EntriesAsync(who, scope)).Select(entry => (long)entry["seq"]!).ToList();
            Assert.Equal(Enumerable.Range(1, sequences.Count).Select(seq => (long)seq), sequences);
        }
    }

    [Fact]
    public async Task Only_the_owners_organisation_and_coordinators_learn_who_else_sees_it()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        var owner = (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}/explanation")).Body;
        var other = (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}/explanation")).Body;

        Assert.Equal("in-review", States(owner)["military:northern-force"]);
        Assert.Equal("withheld", States(owner)["military:southern-force"]);
        Assert.Null(other["others"]);
        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{incident.Item}/explanation")).Status);
    }

    private static Dictionary<string, string> States(JsonObject explanation) =>
        explanation["others"]!.AsArray().ToDictionary(other => (string)other!["audience"]!, other => (string)other!["state"]!, StringComparer.Ordinal);
}
