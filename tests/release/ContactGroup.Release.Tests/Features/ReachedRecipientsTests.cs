using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using static ContactGroup.Release.Tests.Features.GivenMovement;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Who notified is told whom it reached, and a coordinator who let a notification go is not asked again about how it goes on.</summary>
public sealed class ReachedRecipientsTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_goes_at_once_reached_every_recipient_in_the_room()
    {
        var movement = Of(app, [North, South]);

        await app.TakeAsync(movement);

        Assert.Equal((1, "military:northern-force military:southern-force", true), Read(await app.Reached.NextAsync(movement.Item)));
    }

    [Fact]
    public async Task What_a_coordinator_looks_at_first_reaches_a_recipient_when_it_is_let_go()
    {
        var movement = Of(app, [North]).Worded();

        await app.TakeAsync(movement);
        Assert.Equal((1, string.Empty, true), Read(await app.Reached.NextAsync(movement.Item)));
        await app.ReleaseAllAsync();

        Assert.Equal((1, North, false), Read(await app.Reached.NextAsync(movement.Item)));
    }

    [Fact]
    public async Task While_a_later_version_is_looked_at_who_holds_the_earlier_one_is_not_reached()
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);
        await app.Reached.NextAsync(movement.Item);

        await app.TakeAsync(Of(app, [North], movement).Worded());
        Assert.Equal((2, string.Empty, true), Read(await app.Reached.NextAsync(movement.Item)));
        await app.ReleaseAllAsync();

        Assert.Equal((2, North, false), Read(await app.Reached.NextAsync(movement.Item)));
    }

    [Fact]
    public async Task A_force_of_which_nobody_is_in_the_room_is_reached_when_somebody_comes_back()
    {
        await app.JoinAsync(Exercise.North, member: false);
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);
        Assert.Equal((1, string.Empty, true), Read(await app.Reached.NextAsync(movement.Item)));

        await app.JoinAsync(Exercise.North);

        Assert.Equal((1, North, false), Read(await app.Reached.NextAsync(movement.Item)));
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
    }

    [Fact]
    public async Task A_force_that_gets_it_because_rules_became_looser_is_reached_then()
    {
        var movement = await NoLongerHeldAsync();
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        var next = Of(app, [North], movement);
        next.Content["version"] = 2;
        await app.TakeAsync(next);
        Assert.Equal((2, string.Empty, true), Read(await app.Reached.NextAsync(movement.Item)));

        await ChangeAsync(Posture.Coexistence);

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.Equal((2, North, false), Read(await app.Reached.NextAsync(movement.Item)));
    }

    [Fact]
    public async Task A_force_is_not_told_of_as_reached_when_what_it_was_given_was_undone()
    {
        var movement = await NoLongerHeldAsync();
        var incident = await LinkedAsync(movement);
        var payload = await app.BreakAsync(incident.Item);

        await ChangeAsync(Posture.Coexistence);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.Empty(await ToldOfAsync(movement));
        await app.MendAsync(incident.Item, payload);
        await app.RetryAsync();
        Assert.Equal((1, North, false), Read(await app.Reached.NextAsync(movement.Item)));
    }

    [Fact]
    public async Task A_force_is_not_told_of_as_reached_while_what_waited_for_its_room_waits_on()
    {
        var next = app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Coexistence);
        var movement = Of(app, [North]) with { ChannelVersion = next.Version };
        var incident = await LinkedAsync(movement);
        await app.TakeAsync(movement);
        await app.BreakAsync(incident.Item);

        await app.BeginAsync(next);

        Assert.Equal(1, await app.WaitingAsync(app.Plenary));
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.Empty(await ToldOfAsync(movement));
    }

    private async Task<ItemVersioned> NoLongerHeldAsync()
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);
        await app.Reached.NextAsync(movement.Item);
        await ChangeAsync(Posture.Distance);
        return movement;
    }

    private async Task ChangeAsync(Posture posture)
    {
        await app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, posture));
        await app.LoosenAsync();
    }

    private async Task<ItemVersioned> LinkedAsync(ItemVersioned movement)
    {
        var incident = app.Incident();
        incident.Content["linkedNotification"] = movement.Item;
        await app.TakeAsync(incident);
        return incident;
    }

    // Facts go out in their order: what is not told before the next is not told.
    private async Task<IEnumerable<RecipientsReached>> ToldOfAsync(ItemVersioned movement)
    {
        var next = Of(app, [South]);
        await app.TakeAsync(next);
        return (await app.Reached.UntilAsync(next.Item)).Where(fact => fact.Item == movement.Item);
    }

    [Fact]
    public async Task Of_what_is_no_notification_nothing_is_told()
    {
        var movement = Of(app, [North]);

        await app.TakeAsync(app.Incident());
        await app.TakeAsync(movement);

        Assert.Empty(await app.Reached.UntilAsync(movement.Item));
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("EXPIRED")]
    public async Task How_a_movement_goes_on_does_not_wait_once_its_words_were_let_go(string state)
    {
        var movement = Of(app, [North]).Worded();
        await app.TakeAsync(movement);
        await app.ReleaseAllAsync();
        var next = Of(app, [North], movement).Worded();
        (next.Content["state"], next.Content["version"]) = (state, 2);

        await app.TakeAsync(next);

        Assert.Equal(state, (string?)(await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Body["fields"]!["state"]);
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Other_words_wait_also_when_the_movement_goes_on()
    {
        var movement = Of(app, [North]).Worded();
        await app.TakeAsync(movement);
        await app.ReleaseAllAsync();
        var next = Of(app, [North], movement).Worded();
        next.Content["state"] = "POSTPONED";
        next.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0188";

        await app.TakeAsync(next);

        Assert.Equal("NOTIFIED", (string?)(await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Body["fields"]!["state"]);
        Assert.Single(await app.ReviewsAsync());
    }

    [Fact]
    public async Task What_was_given_back_is_looked_at_again_when_the_movement_goes_on_and_not_when_somebody_is_reminded()
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);
        var amended = Of(app, [North], movement).Worded();
        await app.TakeAsync(amended);
        var review = Assert.Single(await app.ReviewsAsync());
        await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/return", new { reason = "Leave the number out." });
        var reminded = Of(app, [North], amended).Worded();
        reminded.Content["dispatch"]![0]!["reminders"] = 1;
        await app.TakeAsync(reminded);
        Assert.Empty(await app.ReviewsAsync());
        var cancelled = Of(app, [North], reminded).Worded();
        cancelled.Content["state"] = "CANCELLED";

        await app.TakeAsync(cancelled);
        await app.ReleaseAllAsync();

        Assert.Equal("CANCELLED", (string?)(await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Body["fields"]!["state"]);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("version")]
    [InlineData("dispatch")]
    public async Task A_coordinator_leaves_out_nothing_of_where_a_notification_stands(string field)
    {
        await app.TakeAsync(Of(app, [North]).Worded());
        var review = Assert.Single(await app.ReviewsAsync());

        var answer = await app.PostAsync(
            Exercise.Olena,
            $"reviews/{review["review"]}/release",
            new { shown = (string?)review["shown"], fields = new Dictionary<string, object> { [field] = new { omit = true } } });

        Assert.Equal((400, $"fields.{field}"), (answer.Status, Assert.Single(answer.Body["errors"]!.AsObject()).Key));
    }

    [Fact]
    public async Task A_receipt_of_one_recipient_overtakes_no_review()
    {
        var movement = Of(app, [North, South]).Worded();
        await app.TakeAsync(movement);
        var before = (string?)(await app.ReviewsAsync())[0]["review"];
        var next = Of(app, [North, South], movement).Worded();
        next.Content["dispatch"]![0]!["escalatedAt"] = "2026-03-01T20:00:00Z";

        await app.TakeAsync(next);

        Assert.Equal(before, (string?)(await app.ReviewsAsync())[0]["review"]);
    }

    [Fact]
    public async Task That_a_version_was_escalated_before_it_reached_a_recipient_is_not_told_there()
    {
        var movement = Of(app, [North]).Worded();
        movement.Content["dispatch"]![0] = Line(North, "QUEUED");
        movement.Content["dispatch"]![0]!["escalatedAt"] = "2026-03-01T20:00:00Z";

        await app.TakeAsync(movement);
        await app.ReleaseAllAsync();

        Assert.Equal(
            """[{"state":"SENT","version":1}]""",
            (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Body["fields"]!["dispatch"]!.ToJsonString());
    }

    private static (int Version, string Audiences, bool HasArrived) Read(RecipientsReached fact) => (fact.Version, string.Join(' ', fact.Audiences), fact.HasArrived);
}
