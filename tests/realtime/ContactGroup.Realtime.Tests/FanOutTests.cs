using System.Net.Sockets;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class FanOutTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public async Task The_number_of_connections_does_not_change_the_number_of_serialisations(int connections)
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => app.FollowAsync("p" + number, "north", after: 1)));
        await app.SettledAsync("north", connections);

        app.Publish("north", 10);
        app.Publish("north", 10);

        foreach (var client in clients)
        {
            Assert.Equal(20, (await client.TakeAsync(20)).Count);
            await client.DisposeAsync();
        }

        Assert.Equal(2, app.Counted("serialisations"));
        Assert.Equal(20 * connections, app.Counted("deliveries"));
    }

    [Fact]
    public async Task A_connection_that_does_not_read_is_dropped_and_the_others_get_everything()
    {
        const int Entries = 100; // 1.6 MB, which the machine would keep by itself.
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:WaitingBatches", "16"), ("Realtime:StuckWriteSeconds", "2"));
        app.Release.Append("north", 1);
        using var slow = await DeafClient.ConnectAsync(app, "slow", "north", after: 1);
        await using var other = await app.FollowAsync("p1", "north", after: 1);
        await app.SettledAsync("north", 2);

        var seen = 1L;
        for (var number = 0; number < Entries; number++)
        {
            app.Publish("north", 1, bytes: 16_000);
            seen = (await other.TakeAsync(1))[0].Seq;
        }

        Assert.Equal(Entries + 1, seen);
        Assert.Equal(1, app.Counted("drops"));
        await RealtimeApp.UntilAsync(() => app.Connections == 1);
        Assert.Equal(SocketError.ConnectionReset, await slow.HearHowItEndedAsync());
    }
}
