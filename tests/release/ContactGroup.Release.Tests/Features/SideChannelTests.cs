using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Tests.Features;

public sealed class SideChannelTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    [Theory]
    [InlineData("items/{0}")]
    [InlineData("items/{0}/explanation")]
    public async Task Hidden_and_absent_are_one_answer(string path)
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        var hidden = await app.GetAsync(Exercise.South, path.Replace("{0}", incident.Item, StringComparison.Ordinal));
        var absent = await app.GetAsync(Exercise.South, path.Replace("{0}", Ids.New(), StringComparison.Ordinal));

        Assert.Equal(absent with { }, hidden);
        Assert.Equal("CG-2004", hidden.Code);
    }

    [Fact]
    public async Task A_stream_of_others_looks_absent_and_a_foreign_cursor_like_garbage()
    {
        var mine = await app.StreamAsync(Exercise.Chidi);
        var theirs = await app.StreamAsync(Exercise.North);

        var foreignStream = await app.GetAsync(Exercise.North, $"streams/{mine["stream"]}/entries?after={mine["start"]}");
        var absentStream = await app.GetAsync(Exercise.North, $"streams/{Ids.New()}/entries?after={mine["start"]}");
        var foreignCursor = await app.GetAsync(Exercise.North, $"streams/{theirs["stream"]}/entries?after={mine["start"]}");
        var garbage = await app.GetAsync(Exercise.North, $"streams/{theirs["stream"]}/entries?after=garbage");

        Assert.Equal(absentStream, foreignStream);
        Assert.Equal(garbage, foreignCursor);
        Assert.Equal("CG-4001", garbage.Code);
    }

    [Fact]
    public async Task Cursors_of_early_and_late_positions_are_equally_long()
    {
        var stream = await app.StreamAsync(Exercise.Olena);

        Assert.Equal(((string)stream["start"]!).Length, ((string)stream["cursor"]!).Length);
    }

    [Fact]
    public async Task A_reply_does_not_betray_a_parent_that_its_reader_does_not_hold()
    {
        var desk = Ids.New();
        await app.OpenChannelAsync(desk, ChannelKind.Desk, Posture.Coexistence, "military:northern-force");
        var parent = app.Message(Exercise.Olena, "Only for us.", ["own-side"]) with { Channel = desk };
        await app.TakeAsync(parent);
        var reply = app.Message(Exercise.Olena, "For all.", ["all"], replyTo: parent.Item) with { Channel = desk };

        await app.TakeAsync(reply);

        var seen = await app.GetAsync(Exercise.North, $"items/{reply.Item}");
        Assert.Equal("For all.", (string?)seen.Body["fields"]!["text"]);
        Assert.DoesNotContain(parent.Item, seen.Text, StringComparison.Ordinal);
        Assert.Contains(parent.Item, (await app.GetAsync(Exercise.Olena, $"items/{reply.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_message_is_a_reply_shows_only_to_those_who_hold_what_it_answers()
    {
        var parent = app.Message(Exercise.North, "For international NGOs.", ["own-side", "audience:ingo"]);
        await app.TakeAsync(parent);
        await app.ReleaseAllAsync();
        var reply = app.Message(Exercise.North, "For the whole side.", ["all"], replyTo: parent.Item);
        await app.TakeAsync(reply);

        await app.ReleaseAllAsync();

        var chidi = await app.GetAsync(Exercise.Chidi, $"items/{reply.Item}");
        Assert.Equal(200, chidi.Status);
        Assert.DoesNotContain(parent.Item, chidi.Text, StringComparison.Ordinal);
        Assert.Contains(parent.Item, (await app.GetAsync(Exercise.Amal, $"items/{reply.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_names_the_person_on_the_own_side_and_the_force_across()
    {
        var desk = Ids.New();
        await app.OpenChannelAsync(desk, ChannelKind.Desk, Posture.Coexistence, "military:northern-force");
        var message = app.Message(Exercise.Olena, "Please confirm.", ["all"]) with { Channel = desk };
        await app.TakeAsync(message);

        await app.AcknowledgeAsync(Exercise.North, message.Item);

        var receipts = (await app.GetAsync(Exercise.Olena, $"items/{message.Item}")).Body["acknowledgements"]!.AsArray();
        Assert.Equal("military:northern-force", (string?)receipts.Single()!["by"]);
        Assert.Null(receipts.Single()!["name"]);
    }

    [Fact]
    public async Task A_force_that_previews_learns_of_no_other_force()
    {
        var preview = await app.PostAsync(
            Exercise.North, "preview", new { channel = app.Plenary, kind = "incident", releaseTo = new[] { "all" }, content = new { hazard = "ROAD" } });

        Assert.Equal(200, preview.Status);
        Assert.DoesNotContain("southern", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_an_author_what_the_force_will_get()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var real = (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Body["fields"]!;

        var preview = await app.PostAsync(Exercise.Amal, "preview", new
        {
            channel = app.Plenary,
            kind = "incident",
            releaseTo = incident.ReleaseTo,
            content = incident.Content,
        });

        var view = preview.Body["views"]!.AsArray().Single(view => (string?)view!["audience"] == "audience:military:northern-force")!;
        Assert.Equal("review", (string?)view["outcome"]);
        Assert.Equal(real.ToJsonString(), view["view"]!.ToJsonString());
    }

    [Fact]
    public async Task A_person_removed_from_the_group_reads_nothing_any_more()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.JoinAsync(Exercise.Stranger);
        Assert.Equal(200, (await app.GetAsync(Exercise.Stranger, $"items/{incident.Item}")).Status);

        await app.JoinAsync(Exercise.Stranger, member: false);

        Assert.Equal(404, (await app.GetAsync(Exercise.Stranger, $"items/{incident.Item}")).Status);
        Assert.Empty((await app.GetAsync(Exercise.Stranger, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task Only_coordinators_see_the_review_queue() =>
        Assert.Equal("CG-2003", (await app.GetAsync(Exercise.Amal, "reviews")).Code);

    [Theory]
    [InlineData("items?limit=0", "limit")]
    [InlineData("items?limit=201", "limit")]
    [InlineData("items?limit=abc", "limit")]
    [InlineData("items?kind=rumour", "kind")]
    [InlineData("items?bbox=1,2,3", "bbox")]
    [InlineData("items?bbox=1,95,3,96", "bbox")]
    [InlineData("items?from=31-02-2026", "from")]
    [InlineData("items?q=%21%21", "q")]
    [InlineData("items?after=garbage", "after")]
    public async Task Bad_filters_name_the_field(string path, string field)
    {
        var answer = await app.GetAsync(Exercise.Amal, path);

        Assert.True(answer.Code == "CG-1002", answer.Text);
        Assert.True(answer.Body["errors"]!.AsObject().ContainsKey(field));
    }
}
