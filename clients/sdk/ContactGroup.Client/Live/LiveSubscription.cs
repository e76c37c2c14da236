using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ContactGroup.Client.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Client.Live;

/// <summary>
/// Keeps streams followed across connections: fetches what was missed, subscribes from there, takes frames in order, and fetches again when a sequence
/// number or a beacon shows that something did not arrive.
/// </summary>
internal sealed class LiveSubscription(
    ContactGroupClient client, LiveOptions options, ContactGroupClientOptions limits, SessionKeeper sessions, Uri hub, TimeProvider clock)
{
    private static readonly TimeSpan LookForNewStreamsEvery = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, StreamTracker> trackers = new(StringComparer.Ordinal);

    // A stream that goes and comes back goes on where it was: nothing of it is delivered again.
    private readonly Dictionary<string, StreamTracker> gone = new(StringComparer.Ordinal);
    private readonly Channel<(Entry Entry, StreamPosition Position)> ready =
        Channel.CreateBounded<(Entry, StreamPosition)>(new BoundedChannelOptions(options.EntryLimit) { SingleReader = true, SingleWriter = true });

    // A connection that broke may have been one whose line does not carry long messages.
    private bool isSlow = options.SlowLine;
    private long streamsListedAt;
    private bool listedBefore;

    private Uri Address => isSlow ? hub : new UriBuilder(hub) { Query = "messages=long" }.Uri;

    public async IAsyncEnumerable<Entry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Run(() => RunAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (entry, position) in ready.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
                if (options.Positions is { } positions)
                {
                    await positions.StoreAsync(position, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var delay = new ReconnectDelay(limits.RetryDelay, limits.RetryDelayLimit);
        try
        {
            while (true)
            {
                var reason = await RunOnceAsync(delay, cancellationToken).ConfigureAwait(false);
                Tell(LiveState.Waiting, reason ?? "the connection ended");
                await Task.Delay(delay.Next(), clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception final)
        {
            ready.Writer.TryComplete(final);
        }
    }

    /// <summary>One connection from catching up to its end. Gives the reason when another attempt makes sense, throws when none does.</summary>
    private async Task<string?> RunOnceAsync(ReconnectDelay delay, CancellationToken cancellationToken)
    {
        try
        {
            Tell(LiveState.CatchingUp);
            await CatchUpAsync(await ListStreamsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

            var connection = await LiveConnection.OpenAsync(Address, sessions, options.FrameLimit, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await SubscribeAsync(connection, cancellationToken).ConfigureAwait(false);
                Tell(LiveState.Live);
                delay.Reset();
                await foreach (var signal in connection.Signals.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    await HandleAsync(connection, signal, cancellationToken).ConfigureAwait(false);
                }

                isSlow |= !connection.IsToldWhy;
                return connection.EndedBecause;
            }
        }
        catch (ContactGroupException refusal) when (IsPassing(refusal))
        {
            return refusal.Message;
        }
        catch (Exception failure) when (
            failure is WebSocketException or HttpRequestException or HubException or IOException or InvalidOperationException or TimeoutException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return failure.Message;
        }
    }

    private async Task HandleAsync(LiveConnection connection, Signal signal, CancellationToken cancellationToken)
    {
        switch (signal)
        {
            case Signal.Frames { Entries: var entries }:
                foreach (var entry in entries)
                {
                    await TakeAsync(entry, cancellationToken).ConfigureAwait(false);
                }

                break;
            case Signal.Beacon { Heads: var heads }:
                await CheckAsync(connection, heads, cancellationToken).ConfigureAwait(false);
                break;
        }

        if (connection.TakeDropped())
        {
            await CatchUpAsync(trackers.Values.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(Entry entry, CancellationToken cancellationToken)
    {
        if (!trackers.TryGetValue(entry.Stream, out var tracker))
        {
            return;
        }

        switch (tracker.Take(entry))
        {
            case Arrival.Next:
                await DeliverAsync(entry, tracker, cancellationToken).ConfigureAwait(false);
                break;
            case Arrival.Gap:
                await CatchUpAsync([tracker], cancellationToken).ConfigureAwait(false);
                break;
            case Arrival.Repeat:
                break;
        }
    }

    private async Task CheckAsync(LiveConnection connection, StreamHead[] heads, CancellationToken cancellationToken)
    {
        foreach (var head in heads)
        {
            if (trackers.TryGetValue(head.Stream, out var tracker) && !tracker.Confirm(head.Cursor, head.Head))
            {
                await CatchUpAsync([tracker], cancellationToken).ConfigureAwait(false);
            }
        }

        // One that went may come back, also of those that were asked for by name.
        if ((options.Streams is null || gone.Count > 0) && clock.GetElapsedTime(streamsListedAt) >= LookForNewStreamsEvery)
        {
            await CatchUpAsync(await ListStreamsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            await SubscribeAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Learns which streams there are now and gives those that have more than is known here: after a break most have not, and a question for each would weigh
    /// on a server that many come back to at once. A stream that appeared while following is read from its beginning, since all of it is new.
    /// </summary>
    private async Task<List<StreamTracker>> ListStreamsAsync(CancellationToken cancellationToken)
    {
        var streams = await client.GetStreamsAsync(cancellationToken).ConfigureAwait(false);
        var wanted = streams.Where(s => options.Streams is null || options.Streams.Contains(s.Id, StringComparer.Ordinal)).ToArray();
        foreach (var stream in trackers.Keys.Except(wanted.Select(s => s.Id), StringComparer.Ordinal).ToArray())
        {
            LetGo(stream);
        }

        var behind = new List<StreamTracker>();
        foreach (var stream in wanted)
        {
            if (!trackers.TryGetValue(stream.Id, out var tracker))
            {
                if (!gone.Remove(stream.Id, out tracker))
                {
                    tracker = new StreamTracker(await StartAsync(stream, cancellationToken).ConfigureAwait(false));
                }

                trackers.Add(stream.Id, tracker);
            }

            tracker.Start = stream.Start;
            if (!tracker.Confirm(stream.Cursor, stream.Head))
            {
                behind.Add(tracker);
            }
        }

        streamsListedAt = clock.GetTimestamp();
        listedBefore = true;
        return behind;
    }

    private async ValueTask<StreamPosition> StartAsync(StreamInfo stream, CancellationToken cancellationToken)
    {
        if (options.Positions is { } positions && await positions.FindAsync(stream.Id, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return stored;
        }

        return options.FromStart || listedBefore
            ? new StreamPosition(stream.Id, stream.Start, 0)
            : new StreamPosition(stream.Id, stream.Cursor, stream.Head);
    }

    private async Task SubscribeAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        var from = trackers.Values.Select(t => new SubscribeFrom(t.Position.Stream, t.Position.Cursor, t.Position.Seen));
        var answer = await connection.SubscribeAsync(from, cancellationToken).ConfigureAwait(false);
        foreach (var refused in answer.Refused)
        {
            LetGo(refused);
        }
    }

    private async Task CatchUpAsync(IReadOnlyList<StreamTracker> behind, CancellationToken cancellationToken)
    {
        foreach (var tracker in behind)
        {
            while (await FetchAsync(tracker, cancellationToken).ConfigureAwait(false))
            {
                // The next page.
            }
        }
    }

    private async Task<bool> FetchAsync(StreamTracker tracker, CancellationToken cancellationToken)
    {
        if (await PageAsync(tracker, cancellationToken).ConfigureAwait(false) is not { } page)
        {
            return false;
        }

        foreach (var entry in page.Entries)
        {
            switch (tracker.Take(entry))
            {
                case Arrival.Next:
                    await DeliverAsync(entry, tracker, cancellationToken).ConfigureAwait(false);
                    break;
                case Arrival.Gap:
                    // The stream itself has a hole. Going on would break the promise that nothing is missing.
                    throw new ContactGroupException(
                        ErrorCodes.UnexpectedAnswer, HttpStatusCode.OK, $"Stream {entry.Stream} skips from {tracker.Position.Seen} to {entry.Seq}.");
                case Arrival.Repeat:
                    break;
            }
        }

        tracker.PageEnded(page.Cursor);
        return page.More;
    }

    /// <summary>
    /// The next page. A cursor that has become unusable is replaced by the stream's beginning; what was seen stays seen. Null when the stream has gone
    /// since it was listed, as a room does that a posture closes, or when this person left and came back: it is let go, and goes on when it is listed again.
    /// </summary>
    private async Task<EntryPage?> PageAsync(StreamTracker tracker, CancellationToken cancellationToken)
    {
        var stream = tracker.Position.Stream;
        for (var startedOver = false; ; startedOver = true)
        {
            try
            {
                return await client.GetEntriesAsync(stream, tracker.Position.Cursor, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
            catch (ContactGroupException refusal) when (refusal.Code is ErrorCodes.CursorNotUsable && !startedOver)
            {
                tracker.StartOver();
            }
            catch (ContactGroupException refusal) when (refusal.Code is ErrorCodes.NotFound or ErrorCodes.CursorNotUsable)
            {
                LetGo(stream);
                return null;
            }
        }
    }

    private void LetGo(string stream)
    {
        if (trackers.Remove(stream, out var tracker))
        {
            gone[stream] = tracker;
        }
    }

    private ValueTask DeliverAsync(Entry entry, StreamTracker tracker, CancellationToken cancellationToken) =>
        ready.Writer.WriteAsync((entry, tracker.Position), cancellationToken);

    private void Tell(LiveState state, string? reason = null) => options.OnStatus?.Invoke(new LiveStatus(state, reason));

    private static bool IsPassing(ContactGroupException refusal) =>
        refusal.Status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
