using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

public sealed class ChangingRulesTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_stricter_posture_recalls_from_the_force_what_it_may_not_hold_any_more()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Distance);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task An_audience_that_joins_later_gets_what_today_s_rules_give_it_in_the_old_order()
    {
        var first = app.Incident(actor: "First");
        var second = app.Incident(actor: "Second");
        await app.TakeAsync(first);
        await app.TakeAsync(second);
        var newcomer = new Participant(
            Ids.New(), "Rana", Ids.New(), "Crescent society", Constituency.Rcrc, Force: null, Ids.New(), IsAdministrator: false);

        await app.JoinAsync(newcomer);

        var entries = await app.EntriesAsync(newcomer);
        Assert.Equal($"{first.Item} {second.Item}", string.Join(' ', entries.Select(entry => (string)entry["item"]!)));
    }

    [Fact]
    public async Task An_item_that_comes_before_its_channel_waits_for_it()
    {
        var late = Ids.New();
        var incident = app.Incident() with { Channel = late };
        await app.TakeAsync(incident);

        await app.OpenChannelAsync(late, ChannelKind.Plenary, Posture.Coexistence);

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task A_waiting_item_that_cannot_be_taken_stops_no_other_and_is_not_lost()
    {
        var late = Ids.New();
        var broken = app.Incident() with { Channel = late };
        broken.Content["admin1"] = 5;
        var good = app.Incident() with { Channel = late };
        await app.TakeAsync(broken);
        await app.TakeAsync(good);

        await app.OpenChannelAsync(late, ChannelKind.Plenary, Posture.Coexistence);

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{good.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{broken.Item}")).Status);
        Assert.Equal(1, await app.WaitingAsync(late));
    }

    [Fact]
    public async Task An_item_that_was_written_under_a_posture_not_known_here_yet_waits_and_is_judged_by_it()
    {
        var tighter = app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance);
        var before = app.Incident() with { ReleaseTo = ["own-side"], ChannelVersion = 1 };
        var after = app.Incident() with { ChannelVersion = tighter.Version };
        await app.TakeAsync(before);
        await app.TakeAsync(after);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{before.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{after.Item}")).Status);
        Assert.Empty(await app.ReviewsAsync());

        await app.NarrowAsync(tighter);

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{after.Item}")).Status);
        Assert.Empty(await app.EntriesAsync(Exercise.Olena, "review"));
    }

    [Fact]
    public async Task A_channel_whose_first_fact_is_overtaken_by_a_stricter_posture_never_opens_by_the_older_one()
    {
        var late = Ids.New();
        var opened = app.NextState(late, ChannelKind.Plenary, Posture.Cooperation);
        await app.TakeAsync(app.Message(Exercise.Amal, "For all.", ["all"]) with { Channel = late, ChannelVersion = opened.Version });

        await app.NarrowAsync(app.NextState(late, ChannelKind.Plenary, Posture.Distance));
        await app.TakeAsync(opened);

        Assert.Equal(0, (int)(await app.GetAsync(Exercise.North, $"items?channel={late}")).Body["count"]!);
        Assert.Equal(1, (int)(await app.GetAsync(Exercise.Chidi, $"items?channel={late}")).Body["count"]!);
    }

    [Fact]
    public async Task A_withdrawal_does_not_wait_for_a_state_of_its_channel_that_is_not_known_here_yet()
    {
        var looser = app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var late = app.Incident(version: 2, item: incident.Item) with { ChannelVersion = looser.Version };

        await app.TakeAsync(late);
        await app.TakeAsync(late with { Version = 3, Status = ItemStatus.Withdrawn });
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        await app.NarrowAsync(looser);

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal("withdrawn", (string?)(await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Body["status"]);
    }

    [Fact]
    public async Task An_item_whose_time_is_over_is_recalled_from_everybody_but_its_owner()
    {
        var incident = app.Incident() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromHours(1) };
        await app.TakeAsync(incident);

        app.Clock.Leap(TimeSpan.FromHours(1));
        await app.ExpireAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal("expired", (string?)(await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Body["status"]);
    }

    [Fact]
    public async Task A_kind_that_is_not_known_is_shown_to_nobody()
    {
        var strange = app.Incident() with { Kind = "rumour" };

        await app.TakeAsync(strange);

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{strange.Item}")).Status);
    }
}
