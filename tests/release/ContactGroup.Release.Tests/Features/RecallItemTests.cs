using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

public sealed class RecallItemTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private const string North = "audience:military:northern-force";

    [Fact]
    public async Task Who_never_held_it_observes_nothing_of_a_recall()
    {
        var incident = await ReleasedAsync();
        var before = await ObservedAsync(Exercise.South);

        await RecallAsync(Exercise.Basma, incident, North);
        await RecallAsync(Exercise.Olena, incident, "side:humanitarian");

        Assert.Equal(before, await ObservedAsync(Exercise.South));
    }

    [Fact]
    public async Task The_target_loses_it_at_once_with_what_its_stream_kept_and_the_others_keep_theirs()
    {
        var incident = await ReleasedAsync();

        Assert.Equal(204, (await RecallAsync(Exercise.Basma, incident, North)).Status);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        var entries = (await app.EntriesAsync(Exercise.North)).Where(entry => (string?)entry["item"] == incident.Item).ToList();
        Assert.Equal(["put", "recall"], entries.Select(entry => (string)entry["op"]!));
        Assert.All(entries, entry => Assert.Null(entry["view"]));
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task The_owner_reads_state_and_reason_and_nobody_else_does()
    {
        var incident = await ReleasedAsync();

        await RecallAsync(Exercise.Olena, incident, North, "The village is named.");

        Assert.Equal(("recalled", "The village is named."), await NoteAsync(incident));
        Assert.DoesNotContain("village", (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_back_through_later_versions_until_a_coordinator_releases_it_again()
    {
        var incident = await ReleasedAsync();
        await RecallAsync(Exercise.Basma, incident, North);

        await app.TakeAsync(app.Incident(summary: "Road closed by mines.", version: 2, item: incident.Item));
        await app.AcknowledgeAsync(Exercise.Chidi, incident.Item);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.Equal("recalled", (await NoteAsync(incident)).State);
        await app.ReleaseAllAsync();

        Assert.Equal("Road closed by mines.", (string?)(await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Body["fields"]!["summary"]);
        Assert.Equal("released", (await NoteAsync(incident)).State);
    }

    [Fact]
    public async Task The_same_bytes_are_proposed_again_and_released_only_by_a_new_decision()
    {
        var incident = await ReleasedAsync();

        await RecallAsync(Exercise.Basma, incident, North, "Wait for the convoy.");
        var review = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);

        Assert.Contains("Wait for the convoy.", (string)review["reason"]!, StringComparison.Ordinal);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task A_review_that_was_looked_at_before_the_recall_releases_nothing_after_it()
    {
        var incident = await ReleasedAsync();
        await app.TakeAsync(app.Incident(summary: "Road closed by mines.", version: 2, item: incident.Item));
        var looked = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);

        await RecallAsync(Exercise.Basma, incident, North, "A convoy was shot at.");
        var late = await app.PostAsync(Exercise.Olena, $"reviews/{looked["review"]}/release", new { shown = (string?)looked["shown"] });

        Assert.Equal("CG-4002", late.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        var again = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);
        Assert.NotEqual((string?)looked["shown"], (string?)again["shown"]);
        Assert.Contains("A convoy was shot at.", (string)again["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_was_released_a_recall_is_put_before_the_coordinator_as_well()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var looked = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);

        await RecallAsync(Exercise.Basma, incident, North, "Not to them.");

        Assert.Equal("CG-4002", (await app.ReleaseAsync(Exercise.Olena, looked)).Code);
        var again = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);
        Assert.Contains("Not to them.", (string)again["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_by_itself_to_the_own_side_waits_for_a_coordinator_after_it_was_taken_back()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        await RecallAsync(Exercise.Amal, incident, "side:humanitarian");

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Status);
        await app.TakeAsync(app.Incident(summary: "New words.", version: 2, item: incident.Item));
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task What_a_force_takes_back_from_itself_alone_is_shown_to_no_coordinator()
    {
        var message = app.Message(Exercise.North, "For us alone.", ["own-side"]);
        await app.TakeAsync(message);

        Assert.Equal(204, (await RecallAsync(Exercise.North, message, North)).Status);

        Assert.DoesNotContain(await app.ReviewsAsync(), review => (string?)review["item"] == message.Item);
        Assert.DoesNotContain(await app.EntriesAsync(Exercise.Olena, "review"), entry => entry.ToJsonString().Contains(message.Reference, StringComparison.Ordinal));
        await app.TakeAsync(message with { Version = 2 });
        Assert.DoesNotContain(await app.ReviewsAsync(), review => (string?)review["item"] == message.Item);
    }

    [Fact]
    public async Task Nobody_takes_back_what_they_do_not_hold_or_did_not_write()
    {
        var incident = await ReleasedAsync();

        var hidden = await RecallAsync(Exercise.South, incident, North);
        var absent = await RecallAsync(Exercise.South, app.Incident(), North);
        var holder = await RecallAsync(Exercise.Chidi, incident, North);

        Assert.Equal(absent with { Text = hidden.Text }, hidden);
        Assert.Equal("CG-2004", hidden.Code);
        Assert.Equal("CG-2003", holder.Code);
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task A_force_cannot_tell_another_force_from_one_that_is_not_there()
    {
        var message = app.Message(Exercise.North, "Bridge closed.", ["own-side"]);
        await app.TakeAsync(message);

        var present = await RecallAsync(Exercise.North, message, "audience:military:southern-force");
        var absent = await RecallAsync(Exercise.North, message, "audience:military:western-force");

        Assert.Equal("CG-4010", present.Code);
        Assert.Equal(absent, present);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("audience:ingo")]
    [InlineData("audience:military")]
    public async Task A_target_that_is_none_is_refused_by_its_field(string target)
    {
        var answer = await RecallAsync(Exercise.Amal, await ReleasedAsync(), target);

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotNull(answer.Body["errors"]!["target"]);
    }

    private async Task<ItemVersioned> ReleasedAsync()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        return incident;
    }

    private Task<Answer> RecallAsync(Participant who, ItemVersioned item, string target, string reason = "It names somebody.") =>
        app.PostAsync(who, $"items/{item.Item}/recall", new { target, reason });

    private async Task<(string? State, string? Reason)> NoteAsync(ItemVersioned item)
    {
        var note = (await app.GetAsync(Exercise.Basma, $"items/{item.Item}")).Body["releases"]!.AsArray().Single(note => (string?)note!["audience"] == North)!;
        return ((string?)note["state"], (string?)note["reason"]);
    }

    private async Task<string> ObservedAsync(Participant who)
    {
        var streams = (await app.GetAsync(who, "streams")).Body["streams"]!.AsArray().Select(stream => $"{stream!["scope"]} {stream["head"]}");
        var entries = (await app.EntriesAsync(who)).Select(entry => entry.ToJsonString());
        return string.Join('\n', streams.Concat(entries).Append((await app.GetAsync(who, "items")).Text));
    }
}
