using ContactGroup.Hosting.Authentication;
using ContactGroup.Realtime.Endpoint;
using ContactGroup.Realtime.Streams;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// One live connection with its bounded queue. Whoever offers a message never waits: it is written at once when nothing else is being written, queued
/// while a write is under way, and when the queue is full this connection is dropped, and no other.
/// </summary>
internal sealed partial class LiveConnection(ILiveSocket socket, Participant who, int bound, TimeProvider clock)
{
    private static readonly TimeSpan GoodbyeBound = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Queue<Outgoing>? waiting;
    private TaskCompletionSource<bool>? room;
    private TaskCompletionSource? quiet;
    private Task? goodbye;
    private bool writing;
    private bool ended;
    private long stuckSince;

    private enum Admission
    {
        WriteNow,
        Queued,
        Full,
        Ended,
    }

    public string Id => socket.Id;

    public Participant Who => who;

    /// <summary>Whether its client takes long messages.</summary>
    public bool TakesLong { get; } = socket.TakesLong;

    /// <summary>Set by the registry: told once, when the connection is dropped for being slow.</summary>
    public Action<LiveConnection, string>? Slow { get; init; }

    /// <summary>Hands over a message of the connection itself. Never waits and never throws.</summary>
    public void Offer(SerializedHubMessage message) => Offer(new Outgoing(message, Batch: null, For: null));

    /// <summary>Hands over entries. Never waits and never throws.</summary>
    /// <param name="batch">The entries, shared with other connections. What is taken back while they wait here is not sent.</param>
    /// <param name="source">The subscription they are for: once that was left, they are not sent.</param>
    public void Offer(FrameBatch batch, Subscription source) => Offer(new Outgoing(Message: null, batch, source));

    private void Offer(Outgoing outgoing)
    {
        switch (Admit(outgoing))
        {
            case Admission.WriteNow:
                WriteNow(outgoing);
                break;
            case Admission.Full:
                Drop("queue full");
                break;
            default:
                break;
        }
    }

    /// <summary>Waits until a backlog may go on; false when the connection ended. Leaves most of the queue to live frames.</summary>
    public Task<bool> RoomAsync()
    {
        lock (gate)
        {
            if (ended || !writing || waiting is null || waiting.Count < bound / 4)
            {
                return Task.FromResult(!ended);
            }

            room ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return room.Task;
        }
    }

    /// <summary>Whether something waits to be written to it.</summary>
    public bool IsBehind
    {
        get
        {
            lock (gate)
            {
                return waiting is { Count: > 0 };
            }
        }
    }

    /// <summary>Drops the connection if a write has been stuck for longer than the bound.</summary>
    public void DropIfStuck(TimeSpan longest)
    {
        var since = Volatile.Read(ref stuckSince);
        if (since != 0 && clock.GetElapsedTime(since) >= longest)
        {
            Drop("write stuck");
        }
    }

    /// <summary>
    /// Ends the connection: what is queued is discarded before this returns its task; the task completes when the reason was sent, or could not be,
    /// and the connection is closing.
    /// </summary>
    public Task EndAsync(string reason)
    {
        Task written;
        lock (gate)
        {
            if (goodbye is not null)
            {
                return goodbye;
            }

            if (!Stop())
            {
                return Task.CompletedTask;
            }

            written = writing ? (quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
            return goodbye = SayGoodbyeAsync(written, reason);
        }
    }

    /// <summary>The transport closed.</summary>
    public void Close()
    {
        lock (gate)
        {
            Stop();
        }

        LeaveAll();
    }

    private Admission Admit(Outgoing outgoing)
    {
        lock (gate)
        {
            if (ended)
            {
                return Admission.Ended;
            }

            if (!writing)
            {
                writing = true;
                return Admission.WriteNow;
            }

            waiting ??= new Queue<Outgoing>();
            if (waiting.Count >= bound)
            {
                return Admission.Full;
            }

            waiting.Enqueue(outgoing);
            outgoing.Batch?.Wait();
            return Admission.Queued;
        }
    }

    // Most writes complete here, on the thread of the fan-out: no queue, no task, no allocation.
    private void WriteNow(Outgoing outgoing)
    {
        var write = WriteAsync(outgoing);
        if (write.IsCompletedSuccessfully)
        {
            write.GetAwaiter().GetResult();
            if (TryNext() is { } next)
            {
                // Others offered meanwhile. The rest goes on another thread, so that the fan-out serves the next connection.
                _ = Task.Run(() => PumpAsync(WriteWaitingAsync(next)));
            }

            return;
        }

        _ = PumpAsync(write);
    }

    private async Task PumpAsync(ValueTask write)
    {
        while (true)
        {
            if (!write.IsCompletedSuccessfully)
            {
                Volatile.Write(ref stuckSince, clock.GetTimestamp());
            }

            await write;
            Volatile.Write(ref stuckSince, 0);
            if (TryNext() is not { } next)
            {
                return;
            }

            write = WriteWaitingAsync(next);
        }
    }

    // INVARIANT: the bytes are asked for here and nowhere earlier, so that a view that was taken back while it waited is not in them.
    private ValueTask WriteAsync(Outgoing outgoing) => socket.WriteAsync(outgoing.Message ?? outgoing.Batch!.Message);

    // INVARIANT: a batch is waited for until its bytes are taken, or who takes a view back in between would pass it over.
    private ValueTask WriteWaitingAsync(Outgoing outgoing)
    {
        var message = outgoing.Message ?? outgoing.Batch!.Message;
        outgoing.Batch?.EndWait();
        return socket.WriteAsync(message);
    }

    private Outgoing? TryNext()
    {
        lock (gate)
        {
            while (!ended && waiting is not null && waiting.TryDequeue(out var next))
            {
                if (next.For is { Left: true })
                {
                    next.Batch?.EndWait();
                    continue;
                }

                if (waiting.Count < bound / 4)
                {
                    room?.TrySetResult(true);
                    room = null;
                }

                return next;
            }

            writing = false;
            room?.TrySetResult(!ended);
            room = null;
            quiet?.TrySetResult();
            return null;
        }
    }

    private void Drop(string reason)
    {
        lock (gate)
        {
            if (!Stop())
            {
                return;
            }
        }

        socket.Abort();
        Slow?.Invoke(this, reason);
    }

    // INVARIANT: from here on nothing that waits is sent. Called under the gate.
    private bool Stop()
    {
        if (ended)
        {
            return false;
        }

        ended = true;
        foreach (var outgoing in waiting ?? [])
        {
            outgoing.Batch?.EndWait();
        }

        waiting = null;
        room?.TrySetResult(false);
        room = null;
        return true;
    }

    private async Task SayGoodbyeAsync(Task written, string reason)
    {
        try
        {
            await written.WaitAsync(GoodbyeBound, clock).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await socket.WriteAsync(HubMessages.Ended(reason)).AsTask().WaitAsync(GoodbyeBound, clock);
            _ = AbortLaterAsync();
        }
        catch (TimeoutException)
        {
            socket.Abort(); // A connection that does not read hears no reason; it is closed all the same.
        }
        finally
        {
            socket.Close();
        }
    }

    // What was taken and did not leave while it could have is thrown away: who reads on slowly would go on getting it.
    private async Task AbortLaterAsync()
    {
        await Task.Delay(GoodbyeBound, clock);
        socket.Abort();
    }

    private readonly record struct Outgoing(SerializedHubMessage? Message, FrameBatch? Batch, Subscription? For);
}
