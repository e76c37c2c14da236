using System.Diagnostics.Metrics;
using ContactGroup.Classification;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Streams;
using ContactGroup.Testing;

namespace ContactGroup.Realtime.Tests.Connections;

public sealed class LiveConnectionTests
{
    private const int Bound = 16;
    private readonly FakeSocket socket = new();
    private readonly FakeClock clock = new();
    private readonly List<string> slow = [];

    [Fact]
    public void What_is_offered_is_written_at_once_in_order()
    {
        var connection = Connection();

        Offer(connection, 1, 2, 3);

        Assert.Equal(["1", "2", "3"], socket.Written);
    }

    [Fact]
    public void While_a_write_is_stuck_the_rest_waits_and_follows_in_order()
    {
        var connection = Connection();
        socket.Stick();
        Offer(connection, 1, 2, 3);

        Assert.Equal(["1"], socket.Written);
        socket.Loosen();

        Assert.Equal(["1", "2", "3"], socket.Written);
        Assert.False(socket.Aborted);
    }

    [Fact]
    public void A_batch_is_waited_for_until_its_bytes_are_taken()
    {
        var connection = Connection();
        var asked = new AskedClock();
        using var meter = new Meter("tests");
        var batch = new FrameBatch([new EntryFrame(1, "{}"u8.ToArray())], asked, meter.CreateCounter<long>("messages"));
        socket.Stick();
        Offer(connection, 1);
        connection.Offer(batch, new Subscription(connection, topic: null!, "group", 0));
        var whenMade = new List<bool>();
        asked.WhenAsked = () => whenMade.Add(batch.IsWaitedFor);

        socket.Loosen();

        Assert.Equal([true], whenMade);
        Assert.Equal(2, socket.Written.Count);
        Assert.False(batch.IsWaitedFor);
    }

    [Fact]
    public void A_full_queue_drops_the_connection_once_and_sends_nothing_more()
    {
        var connection = Connection();
        socket.Stick();

        Offer(connection, [.. Enumerable.Range(1, Bound + 5)]);
        socket.Loosen();

        Assert.True(socket.Aborted);
        Assert.Equal(["queue full"], slow);
        Assert.Equal(["1"], socket.Written);
    }

    [Fact]
    public void A_write_that_is_stuck_too_long_drops_the_connection()
    {
        var connection = Connection();
        socket.Stick();
        Offer(connection, 1);

        clock.Advance(TimeSpan.FromSeconds(9));
        connection.DropIfStuck(TimeSpan.FromSeconds(10));
        Assert.False(socket.Aborted);
        clock.Advance(TimeSpan.FromSeconds(1));
        connection.DropIfStuck(TimeSpan.FromSeconds(10));

        Assert.True(socket.Aborted);
        Assert.Equal(["write stuck"], slow);
    }

    [Fact]
    public async Task Ending_discards_what_waits_before_it_says_goodbye()
    {
        var connection = Connection();
        socket.Stick();
        Offer(connection, 1, 2, 3);

        var goodbye = connection.EndAsync(EndReason.Rights);
        Offer(connection, 4);
        socket.Loosen();
        await goodbye;

        Assert.Equal(2, socket.Written.Count);
        Assert.Contains("\"target\":\"ended\",\"arguments\":[\"rights-changed\"]", socket.Written[1], StringComparison.Ordinal);
        Assert.True(socket.Closed);
        Assert.False(socket.Aborted); // The reason is still on its way.

        clock.Advance(TimeSpan.FromSeconds(2));
        await App.RealtimeApp.UntilAsync(() => socket.Aborted);
    }

    [Fact]
    public async Task Ending_throws_away_what_somebody_does_not_read()
    {
        var connection = Connection();
        socket.Stick();
        Offer(connection, 1);

        var goodbye = connection.EndAsync(EndReason.Rights);
        clock.Advance(TimeSpan.FromSeconds(2));
        await goodbye;

        Assert.Single(socket.Written);
        Assert.True(socket.Aborted);
    }

    [Fact]
    public async Task A_backlog_waits_for_room_and_hears_when_there_is_none_to_come()
    {
        var connection = Connection();
        socket.Stick();
        Offer(connection, [.. Enumerable.Range(1, 10)]);

        var waiting = connection.RoomAsync();
        Assert.False(waiting.IsCompleted);
        socket.Loosen();
        Assert.True(await waiting);
        connection.Close();

        Assert.False(await connection.RoomAsync());
    }

    private LiveConnection Connection() => new(
        socket, new Participant("p1", "p1", "o1", "Organisation", Constituency.Ingo, null, "s1", false), Bound, clock)
    { Slow = (_, reason) => slow.Add(reason) };

    private static void Offer(LiveConnection connection, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            connection.Offer(FakeSocket.Message(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private sealed class AskedClock : TimeProvider
    {
        public Action WhenAsked { get; set; } = () => { };

        public override DateTimeOffset GetUtcNow()
        {
            WhenAsked();
            return DateTimeOffset.UnixEpoch;
        }
    }
}
