using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>A force cannot tell from its own items whether somebody of the humanitarian side besides coordination is in the group, or comes.</summary>
public sealed class PresenceTests
{
    private static readonly Participant Rana = Exercise.Of("Rana", "Crescent society", Constituency.Rcrc);

    [Theory]
    [InlineData("audience:rcrc", false)]
    [InlineData("audience:rcrc", true)]
    [InlineData("all", false)]
    [InlineData("all", true)]
    public async Task What_a_force_reads_of_its_item_is_the_same_in_a_world_with_and_one_without_them(string releaseTo, bool decided)
    {
        var with = await ToldAsync(present: true, releaseTo, decided);
        var without = await ToldAsync(present: false, releaseTo, decided);

        Assert.Contains("side:humanitarian", with, StringComparison.Ordinal);
        Assert.Equal(with, without);
    }

    [Fact]
    public async Task Nothing_changes_for_a_force_when_they_come_after_the_release_and_they_get_what_was_released()
    {
        await using var world = await World.StartAsync();
        var app = world.App;
        var message = app.Message(Exercise.North, "Route closed.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();
        var reply = app.Message(Exercise.North, "Until noon.", ["all"], replyTo: message.Item);
        await app.TakeAsync(reply);
        await app.ReleaseAllAsync();
        var before = await ToldAsync(app, message, reply);

        await app.JoinAsync(Rana);
        await app.CollectAsync();

        Assert.Equal(200, (await app.GetAsync(Rana, $"items/{reply.Item}")).Status);
        Assert.Equal(before, await ToldAsync(app, message, reply));
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Who_comes_after_a_recall_gets_nothing_of_what_was_released_before_it()
    {
        await using var world = await World.StartAsync();
        var app = world.App;
        var message = app.Message(Exercise.North, "Route closed.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();
        Assert.Equal(204, (await app.PostAsync(Exercise.North, $"items/{message.Item}/recall", new { target = "side:humanitarian", reason = "Wrong road." })).Status);

        await app.JoinAsync(Rana);
        await app.CollectAsync();

        Assert.Equal(404, (await app.GetAsync(Rana, $"items/{message.Item}")).Status);
    }

    /// <summary>What becomes of a message that the force answers: whether they who are not there would hold it is nothing to the answer's review.</summary>
    [Theory]
    [InlineData("expires")]
    [InlineData("is withdrawn")]
    [InlineData("is taken back")]
    [InlineData("goes to coordination alone")]
    [InlineData("waits with new words")]
    [InlineData("is returned with new words")]
    [InlineData("was never released")]
    public async Task Nothing_changes_for_a_force_when_they_come_whatever_became_of_what_it_answers(string fate)
    {
        await using var world = await World.StartAsync();
        var app = world.App;
        var message = app.Message(Exercise.North, "Route closed.", ["all"]) with { Expires = app.Clock.GetUtcNow().AddHours(1) };
        var reply = app.Message(Exercise.North, "Until noon.", ["all"], replyTo: message.Item);
        await app.TakeAsync(message);
        if (fate != "was never released")
        {
            await app.ReleaseAllAsync();
        }

        await app.TakeAsync(reply);
        foreach (var review in (await app.ReviewsAsync()).Where(review => (string?)review["item"] == reply.Item))
        {
            Assert.Equal(204, (await app.ReleaseAsync(Exercise.Olena, review)).Status);
        }

        await MeetAsync(app, message, fate);
        var before = await ToldAsync(app, reply);

        await app.JoinAsync(Rana);
        await app.CollectAsync();

        Assert.Equal(200, (await app.GetAsync(Rana, $"items/{reply.Item}")).Status);
        Assert.Equal(before, await ToldAsync(app, reply));
        Assert.DoesNotContain(reply.Item, (await app.ReviewsAsync()).Select(review => (string?)review["item"]));
    }

    private static async Task MeetAsync(ReleaseApp app, ItemVersioned message, string fate)
    {
        switch (fate)
        {
            case "expires":
                app.Clock.Leap(TimeSpan.FromHours(2));
                await app.ExpireAsync();
                break;
            case "is withdrawn":
                await app.TakeAsync(message with { Version = 2, Status = ItemStatus.Withdrawn });
                break;
            case "is taken back":
                Assert.Equal(204, (await app.PostAsync(Exercise.North, $"items/{message.Item}/recall", new { target = "side:humanitarian", reason = "Wrong road." })).Status);
                break;
            case "goes to coordination alone":
                await app.TakeAsync(message with { Version = 2, ReleaseTo = ["audience:coordination"] });
                break;
            case "waits with new words":
                await app.TakeAsync(Reworded(message));
                break;
            case "is returned with new words":
                await app.TakeAsync(Reworded(message));
                var review = Assert.Single(await app.ReviewsAsync());
                Assert.Equal(204, (await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/return", new { reason = "Which road?" })).Status);
                break;
            default:
                break;
        }
    }

    private static ItemVersioned Reworded(ItemVersioned message) =>
        message with { Version = 2, Content = new System.Text.Json.Nodes.JsonObject { ["text"] = "Route open.", ["postedAt"] = "2026-03-01T08:00:00Z" } };

    [Fact]
    public async Task What_was_released_of_an_answer_goes_on_when_what_it_answers_comes_and_goes()
    {
        await using var world = await World.StartAsync();
        var app = world.App;
        var message = app.Message(Exercise.North, "Route closed.", ["all"]);
        var reply = app.Message(Exercise.North, "Until noon.", ["all"], replyTo: message.Item);
        await app.TakeAsync(message);
        await app.TakeAsync(reply);
        var answer = (await app.ReviewsAsync()).Single(review => (string?)review["item"] == reply.Item);
        Assert.Equal(204, (await app.ReleaseAsync(Exercise.Olena, answer)).Status);
        Assert.Null((await app.GetAsync(Exercise.Amal, $"items/{reply.Item}")).Body["fields"]!["replyTo"]);

        await app.ReleaseAllAsync();

        Assert.Equal(message.Item, (string?)(await app.GetAsync(Exercise.Amal, $"items/{reply.Item}")).Body["fields"]!["replyTo"]);
        Assert.Empty(await app.ReviewsAsync());
    }

    private static async Task<string> ToldAsync(bool present, string releaseTo, bool decided)
    {
        await using var world = await World.StartAsync();
        if (present)
        {
            await world.App.JoinAsync(Rana);
            await world.App.CollectAsync();
        }

        var message = world.App.Message(Exercise.North, "Route closed.", [releaseTo]);
        await world.App.TakeAsync(message);
        if (decided)
        {
            await world.App.ReleaseAllAsync();
        }

        return await ToldAsync(world.App, message);
    }

    private static async Task<string> ToldAsync(ReleaseApp app, params ItemVersioned[] items)
    {
        var told = new List<string?>();
        foreach (var item in items)
        {
            told.Add((await app.GetAsync(Exercise.North, $"items/{item.Item}")).Body["releases"]!.ToJsonString());
            told.Add((await app.GetAsync(Exercise.North, $"items/{item.Item}/explanation")).Body["others"]!.ToJsonString());
            told.Add((await app.GetAsync(Exercise.North, $"items/{item.Item}/exposure")).Body["audiences"]!.ToJsonString());
            told.Add((await app.EntriesAsync(Exercise.North, "organisation")).Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Join('\n', told);
    }

    private sealed class World : IAsyncDisposable
    {
        public ReleaseApp App { get; } = new();

        public static async Task<World> StartAsync()
        {
            var world = new World();
            await world.App.InitializeAsync();
            return world;
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            App.Dispose();
        }
    }
}
