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
}
