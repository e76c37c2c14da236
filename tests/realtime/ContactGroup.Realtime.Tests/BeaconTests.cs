using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class BeaconTests
{
    [Fact]
    public async Task Every_fifteen_seconds_a_connection_hears_its_heads_with_its_own_cursors_also_when_idle()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(2);

        for (var beacon = 0; beacon < 3; beacon++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(15));
            var head = Assert.Single(await client.NextBeaconAsync());
            Assert.Equal(("north", 2L, FakeStreams.Cursor("p1", "north", 2)), (head.Stream, head.Last, head.Cursor));
        }
    }

    [Fact]
    public async Task Without_release_there_is_no_beacon_and_the_connection_stays()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);
        app.Release.Failing = true;

        app.Clock.Advance(TimeSpan.FromSeconds(15));
        app.Release.Failing = false;
        app.Publish("north");

        Assert.Equal([2L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task Everybody_is_asked_for_at_once_and_nobody_twice_and_each_hears_of_their_own_streams()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        app.Release.Append("south", 3);
        await using var one = await app.FollowAsync("p1", "north");
        await using var sameElsewhere = await app.FollowAsync("p1", "south");
        await using var other = await app.FollowAsync("p2", "north");
        await one.TakeAsync(2);
        await sameElsewhere.TakeAsync(3);
        await other.TakeAsync(2);

        app.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(("north", 2L), Assert.Single((await one.NextBeaconAsync()).Select(head => (head.Stream, head.Last))));
        Assert.Equal(("south", 3L), Assert.Single((await sameElsewhere.NextBeaconAsync()).Select(head => (head.Stream, head.Last))));
        Assert.Equal(FakeStreams.Cursor("p2", "north", 2), Assert.Single(await other.NextBeaconAsync()).Cursor);
        Assert.Equal(["p1", "p2"], Assert.Single(app.Release.HeadsQuestions).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stream_of_which_something_is_on_its_way_is_not_in_the_beacon_and_what_was_lost_is_brought()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);
        app.Release.Append("north", 1); // Its frame never comes.

        app.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Empty(await client.NextBeaconAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([2L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(2, Assert.Single(await client.NextBeaconAsync()).Last);
    }
}
