using System.Security.Cryptography;
using System.Threading.Channels;
using ContactGroup.Client.Tests.Fake;

namespace ContactGroup.Client.Tests;

public sealed class LiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_was_there_and_what_comes_arrives_once_and_in_order()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 450);
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"), ada.Server.Streams.Append("s1"));

        Assert.Equal(Numbers(1, 452), await reader.TakeAsync(452));
    }

    [Fact]
    public async Task Without_a_position_only_what_is_new_arrives()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 10);
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));

        Assert.Equal([11], await reader.TakeAsync(1));
    }

    [Fact]
    public async Task A_repeated_frame_is_shown_once()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        var first = ada.Server.Streams.Append("s1");

        await ada.Server.Streams.PushAsync(first, first);
        await ada.Server.Streams.PushAsync(first, ada.Server.Streams.Append("s1"));

        Assert.Equal([1, 2], await reader.TakeAsync(2));
    }

    [Fact]
    public async Task A_gap_is_filled_before_what_follows_it()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        _ = ada.Server.Streams.Append("s1");
        _ = ada.Server.Streams.Append("s1");

        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));

        Assert.Equal([1, 2, 3], await reader.TakeAsync(3));
    }

    [Fact]
    public async Task A_beacon_ahead_brings_what_was_never_pushed()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        _ = ada.Server.Streams.Append("s1");

        await ada.Server.Streams.BeaconAsync();

        Assert.Equal([1], await reader.TakeAsync(1));
    }

    [Fact]
    public async Task A_lost_connection_comes_back_and_misses_nothing()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        ada.Server.Streams.Forget();

        ada.Server.Streams.HangUp();
        _ = ada.Server.Streams.Append("s1");
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));

        Assert.Equal([1, 2], await reader.TakeAsync(2));
        Assert.Contains(reader.States, state => state is LiveState.Waiting);
    }

    [Fact]
    public async Task A_token_that_ended_meanwhile_is_renewed_for_the_next_connection()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        ada.Server.Streams.Forget();

        ada.Server.Sessions.Expire();
        ada.Server.Streams.HangUp();

        await ada.Server.Streams.Subscribed.WaitAsync(Patience);
        Assert.Equal(1, ada.Server.Sessions.Refreshes);
    }

    [Fact]
    public async Task A_session_that_ended_ends_the_subscription()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions());
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        ada.Server.Sessions.End();
        ada.Server.Streams.HangUp();

        var end = await Assert.ThrowsAsync<ContactGroupException>(() => reader.TakeAsync(1));
        Assert.Equal(ErrorCodes.NotSignedIn, end.Code);
    }

    [Fact]
    public async Task A_hole_in_the_stream_itself_is_an_error_and_not_passed_over()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 5).Lost.Add(3);
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });

        var end = await Assert.ThrowsAsync<ContactGroupException>(() => reader.TakeAsync(5));

        Assert.Equal(ErrorCodes.UnexpectedAnswer, end.Code);
    }

    [Fact]
    public async Task A_new_process_goes_on_where_the_last_one_stopped()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 300);
        var positions = new Positions();
        await using (var first = new Reader(ada, new LiveOptions { FromStart = true, Positions = positions }))
        {
            await first.TakeAsync(120);
        }

        var handled = positions.Last!.Seen;
        await using var second = new Reader(ada, new LiveOptions { Positions = positions });

        Assert.Equal(Numbers((int)handled + 1, 300 - (int)handled), await second.TakeAsync(300 - (int)handled));
    }

    [Fact]
    public async Task A_stored_cursor_that_is_no_longer_usable_repeats_nothing()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 300);
        await using var reader = new Reader(ada, new LiveOptions { Positions = new Positions { Last = new StreamPosition("s1", "another:0", 250) } });

        Assert.Equal(Numbers(251, 50), await reader.TakeAsync(50));
    }

    [Fact]
    public async Task A_stream_that_goes_and_comes_back_repeats_nothing()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 3);
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });
        Assert.Equal([1, 2, 3], await reader.TakeAsync(3));
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        ada.Server.Streams.Hide("s1");
        await ReconnectAsync(ada);
        ada.Server.Streams.Show("s1");
        _ = ada.Server.Streams.Append("s1");
        await ReconnectAsync(ada);

        Assert.Equal([4], await reader.TakeAsync(1));
    }

    [Fact]
    public async Task A_room_that_closes_between_listing_and_reading_ends_nothing_and_comes_back()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 2).Open("s2", 1).CloseAfterListing("s1");
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });
        Assert.Equal("s2", Assert.Single(await reader.TakeEntriesAsync(1)).Stream);
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        ada.Server.Streams.Reopen("s1");
        await ReconnectAsync(ada);

        Assert.Equal(["s1", "s1"], (await reader.TakeEntriesAsync(2)).Select(entry => entry.Stream));
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_while_the_connection_lives_is_not_cut_off()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 3).Open("s2");
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });
        Assert.Equal([1, 2, 3], await reader.TakeAsync(3));
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        ada.Server.Streams.Rejoin("s1");
        _ = ada.Server.Streams.Append("s1");
        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1")); // a gap: what is read for it has only cursors from before
        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s2"));
        Assert.Equal("s2", Assert.Single(await reader.TakeEntriesAsync(1)).Stream);
        await ReconnectAsync(ada);

        Assert.Equal([4, 5], await reader.TakeAsync(2));
    }

    [Fact]
    public async Task Who_left_and_came_back_reads_on_and_gets_nothing_twice()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1", 3);
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true });
        Assert.Equal([1, 2, 3], await reader.TakeAsync(3));
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        ada.Server.Streams.Rejoin("s1");
        _ = ada.Server.Streams.Append("s1");
        await ReconnectAsync(ada);

        Assert.Equal([4], await reader.TakeAsync(1));
    }

    private static async Task ReconnectAsync(Signed who)
    {
        who.Server.Streams.Forget();
        who.Server.Streams.HangUp();
        await who.Server.Streams.Subscribed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_slow_consumer_with_small_buffers_misses_nothing()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        await using var reader = new Reader(ada, new LiveOptions { FrameLimit = 1, EntryLimit = 1 }, paused: true);
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        for (var n = 0; n < 200; n++)
        {
            await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));
        }

        reader.Resume();
        await ada.Server.Streams.BeaconAsync();
        Assert.Equal(Numbers(1, 200), await reader.TakeAsync(200));
    }

    [Fact]
    public async Task Whatever_the_network_does_every_stream_is_dense_and_in_order()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1").Open("s2");
        await using var reader = new Reader(ada, new LiveOptions { FromStart = true, FrameLimit = 4, EntryLimit = 4 });
        await ada.Server.Streams.Subscribed.WaitAsync(Patience);

        for (var n = 0; n < 400; n++)
        {
            var frame = ada.Server.Streams.Append(n % 2 == 0 ? "s1" : "s2");
            switch (RandomNumberGenerator.GetInt32(8))
            {
                case 0: break;
                case 1: await ada.Server.Streams.PushAsync(frame, frame); break;
                case 2 when n % 40 == 0: ada.Server.Streams.HangUp(); break;
                case 3: await ada.Server.Streams.BeaconAsync(); break;
                default: await ada.Server.Streams.PushAsync(frame); break;
            }
        }

        using var done = new CancellationTokenSource();
        var beacons = BeaconUntilAsync(ada.Server.Streams, done.Token);
        var entries = await reader.TakeEntriesAsync(400);
        await done.CancelAsync();
        await beacons;
        Assert.Equal(Numbers(1, 200), entries.Where(e => e.Stream == "s1").Select(e => e.Seq));
        Assert.Equal(Numbers(1, 200), entries.Where(e => e.Stream == "s2").Select(e => e.Seq));
    }

    private static async Task BeaconUntilAsync(FakeStreams streams, CancellationToken done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!done.IsCancellationRequested)
        {
            await streams.BeaconAsync();
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<long> Numbers(int from, int count) => Enumerable.Range(from, count).Select(n => (long)n);

    private sealed class Positions : IPositionStore
    {
        public StreamPosition? Last { get; set; }

        public ValueTask<StreamPosition?> FindAsync(string stream, CancellationToken cancellationToken) => ValueTask.FromResult(Last);

        public ValueTask StoreAsync(StreamPosition position, CancellationToken cancellationToken)
        {
            Last = position;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Reads a subscription in the background and hands out what came.</summary>
    private sealed class Reader : IAsyncDisposable
    {
        private readonly Channel<Entry> got = Channel.CreateUnbounded<Entry>();
        private readonly CancellationTokenSource stop = new();
        private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task running;

        public Reader(Signed who, LiveOptions options, bool paused = false)
        {
            if (!paused)
            {
                go.SetResult();
            }

            running = ReadAsync(who.Client, options with { OnStatus = status => States.Add(status.State) });
        }

        public List<LiveState> States { get; } = [];

        public void Resume() => go.SetResult();

        public async Task<IReadOnlyList<Entry>> TakeEntriesAsync(int count)
        {
            using var patience = new CancellationTokenSource(Patience);
            var entries = new List<Entry>();
            while (entries.Count < count)
            {
                try
                {
                    entries.Add(await got.Reader.ReadAsync(patience.Token));
                }
                catch (ChannelClosedException closed) when (closed.InnerException is ContactGroupException end)
                {
                    throw new ContactGroupException(end.Code, end.Status, end.Message, inner: end);
                }
            }

            return entries;
        }

        public async Task<IEnumerable<long>> TakeAsync(int count) => (await TakeEntriesAsync(count)).Select(e => e.Seq).ToArray();

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running;
            stop.Dispose();
        }

        private async Task ReadAsync(ContactGroupClient client, LiveOptions options)
        {
            try
            {
                await foreach (var entry in client.SubscribeAsync(options, stop.Token))
                {
                    await go.Task;
                    await got.Writer.WriteAsync(entry);
                }
            }
            catch (Exception end)
            {
                got.Writer.TryComplete(end);
            }
        }
    }
}
