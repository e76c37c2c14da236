using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Streams;

/// <summary>Reads what streams hold from release, few reads at a time, so that a storm of reconnects leaves room for live frames.</summary>
internal sealed class StreamBacklog(
    IStreamReader reader, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<StreamBacklog> logger) : IDisposable
{
    private const int MostAttempts = 6;
    private readonly SemaphoreSlim turns = new(options.Value.BacklogReads);
    private readonly SemaphoreSlim fillings = new(options.Value.BacklogReads);
    private readonly int pageEntries = options.Value.PageEntries;

    /// <summary>Whether there may be more after a page.</summary>
    public bool IsFull(IReadOnlyList<EntryFrame> page) => page.Count >= pageEntries || page.Sum(frame => (long)frame.Frame.Length) >= IStreamReader.PageBytes;

    public void NoteGap(string stream, long head) => RealtimeLog.Gap(logger, stream, head);

    /// <summary>Asks for a page of a stream after a sequence. It begins when its turn comes, on another thread.</summary>
    public BacklogReading Ask(Topic topic, long after) => new(reading => ReadInTurnAsync(turns, topic, after, reading));

    /// <summary>The same for what live readers lack: it does not wait for those who come back.</summary>
    public BacklogReading AskForLive(Topic topic, long after) => new(reading => ReadInTurnAsync(fillings, topic, after, reading));

    private async Task<BacklogPage> ReadInTurnAsync(SemaphoreSlim turn, Topic topic, long after, BacklogReading reading)
    {
        await turn.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var (moment, era) = topic.Begin(reading);
            var (frames, closed) = await TryReadAsync(topic.Stream, after);
            return new BacklogPage(frames, closed, moment, era);
        }
        finally
        {
            turn.Release();
        }
    }

    // No entries when release cannot be read now, or when the stream is closed for a moment.
    private async Task<(IReadOnlyList<EntryFrame>? Frames, bool Closed)> TryReadAsync(string stream, long after)
    {
        try
        {
            return (await reader.ReadAsync(stream, after, pageEntries, CancellationToken.None), false);
        }
        catch (StreamClosedException)
        {
            return (null, true);
        }
        catch (Exception failure)
        {
            RealtimeLog.Unreadable(logger, stream, failure.GetType().Name);
            return (null, false);
        }
    }

    /// <summary>Waits before another attempt: 100 ms, doubling, at most 5 s.</summary>
    public Task PauseAsync(int attempt) => Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Clamp(attempt, 0, 6))), clock);

    /// <summary>Hands a subscription everything after its position, as fast as its connection takes it, and makes it live.</summary>
    public async Task CatchUpAsync(Subscription subscription, Topic topic)
    {
        for (var attempt = 0; await subscription.Connection.RoomAsync() && !subscription.Left;)
        {
            var page = await topic.ReadAsync(subscription);

            // A stream that is closed opens again soon: waiting for it is no failure.
            if (page.Closed || topic.IsHeldBack)
            {
                await PauseAsync(attempt: 1);
                continue;
            }

            if (page.Era != topic.Era)
            {
                continue; // Of before it was held back, also when it is empty.
            }

            if (page.Frames is { Count: > 0 })
            {
                attempt = 0;
                if (!topic.TryHand(subscription, page))
                {
                    continue;
                }
            }

            if (page.Frames is { } frames && !IsFull(frames) && topic.TryGoLive(subscription, page))
            {
                return;
            }

            if (page.Frames is not { Count: > 0 })
            {
                if (++attempt >= MostAttempts)
                {
                    // The client connects again when release answers again; until then it is told nothing rather than half.
                    await subscription.Connection.EndAsync(EndReason.Unavailable);
                    return;
                }

                await PauseAsync(attempt);
            }
        }
    }

    public void Dispose()
    {
        turns.Dispose();
        fillings.Dispose();
    }
}
