using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class InterleavingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_the_bus_does_every_client_gets_every_entry_once_and_in_order(int seed)
    {
        const int Rounds = 120;
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:PageEntries", "7"));
        var dice = new Dice(seed);
        string[] streams = ["north", "south"];
        foreach (var stream in streams)
        {
            app.Release.Append(stream, 20);
        }

        var clients = new List<(Task<LiveClient> Client, string Stream, long After)>();
        var late = new List<Released>();
        for (var round = 0; round < Rounds; round++)
        {
            var stream = streams[dice.Throw(2)];
            if (dice.OneIn(8))
            {
                var after = dice.Throw(20);
                clients.Add((app.FollowAsync("p" + clients.Count, stream, after, clients.Count % 2 == 0 ? "" : "messages=long"), stream, after));
            }

            var frames = app.Release.Append(stream, 1 + dice.Throw(5), bytes: dice.OneIn(3) ? 12_000 : 0);
            switch (dice.Throw(5))
            {
                case 0: // lost
                    break;
                case 1: // late, perhaps out of order
                    late.AddRange(frames);
                    break;
                case 2: // twice
                    app.Bring(frames);
                    app.Bring(frames);
                    break;
                case 3: // backwards
                    app.Bring(frames.Reverse());
                    break;
                default:
                    app.Bring(frames);
                    break;
            }

            if (dice.OneIn(6))
            {
                app.Bring(late);
                late.Clear();
            }

            if (dice.OneIn(4))
            {
                await Task.Yield();
            }
        }

        foreach (var stream in streams)
        {
            app.Publish(stream);
        }

        foreach (var (connecting, stream, after) in clients)
        {
            await using var client = await connecting;
            var head = (int)app.Release.HeadOf(stream);
            Assert.Equal(SubscribeTests.Sequence((int)after + 1, head - (int)after), (await client.TakeAsync(head - (int)after)).Select(entry => entry.Seq));
            Assert.Empty(client.Rest());
        }
    }

    [Fact]
    public async Task Publishing_from_many_threads_while_clients_come_and_go_loses_and_doubles_nothing()
    {
        const int Entries = 2_000;
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);

        var publishing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var number = 0; number < Entries / 4; number++)
            {
                app.Publish("north");
            }
        })));
        var clients = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => app.FollowAsync("p" + number, "north")));
        await publishing;

        foreach (var client in clients)
        {
            Assert.Equal(SubscribeTests.Sequence(1, Entries + 1), (await client.TakeAsync(Entries + 1)).Select(entry => entry.Seq));
            Assert.Empty(client.Rest());
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_lost_last_frame_is_found_by_the_beacon()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(2);
        app.Release.Append("north");

        app.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Empty(await client.NextBeaconAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([3L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task A_gap_is_filled_once_release_can_be_read_and_nothing_is_shown_before()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(2);
        await app.SettledAsync("north");
        app.Release.Append("north");
        app.Release.Failing = true;

        app.Publish("north");
        app.Release.Failing = false;
        app.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([3L, 4L], (await client.TakeAsync(2)).Select(entry => entry.Seq));
        Assert.Empty(client.Rest());
    }
}
