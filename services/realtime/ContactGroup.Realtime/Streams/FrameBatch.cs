using System.Diagnostics.Metrics;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// Consecutive entries of one stream and the one message that carries them to everybody. The message is made when it is first written, and made again
/// when a view in it was taken back or its time is over meanwhile: once for all connections that still wait for it.
/// </summary>
/// <param name="frames">The entries, in order; the batch owns the array.</param>
/// <param name="clock">Tells when a view's time is over.</param>
/// <param name="serialisations">Counts messages made.</param>
internal sealed class FrameBatch(EntryFrame[] frames, TimeProvider clock, Counter<long> serialisations)
{
    private readonly Lock gate = new();
    private Made? made;
    private int waiting;

    public long First => frames[0].Seq;

    public long Last => frames[^1].Seq;

    public int Count => frames.Length;

    /// <summary>Whether somebody has yet to be sent this.</summary>
    public bool IsWaitedFor => Volatile.Read(ref waiting) > 0;

    /// <summary>The message as it may be written now. Take it at the moment of writing.</summary>
    public SerializedHubMessage Message => Known ?? Make();

    private SerializedHubMessage? Known =>
        Volatile.Read(ref made) is { } known && (known.Until == DateTimeOffset.MaxValue || known.Until > clock.GetUtcNow()) ? known.Message : null;

    /// <summary>Somebody will be sent this later.</summary>
    public void Wait() => Interlocked.Increment(ref waiting);

    /// <summary>The other end of <see cref="Wait"/>: it was sent, or never will be.</summary>
    public void EndWait() => Interlocked.Decrement(ref waiting);

    /// <summary>The part after a sequence, for a connection that has the rest; null when nothing is left.</summary>
    public FrameBatch? After(long seq) => seq < First ? this
        : seq >= Last ? null
        : new FrameBatch(frames[(int)(seq - First + 1)..], clock, serialisations);

    /// <summary>Takes the views out of entries that a later entry of their item overtook.</summary>
    public void Cancel(Overtakings overtakings)
    {
        lock (gate)
        {
            if (overtakings.Cancel(frames))
            {
                Volatile.Write(ref made, null);
            }
        }
    }

    private SerializedHubMessage Make()
    {
        lock (gate)
        {
            if (Known is { } known)
            {
                return known; // Another connection was faster.
            }

            var now = clock.GetUtcNow();
            var until = DateTimeOffset.MaxValue;
            for (var index = 0; index < frames.Length; index++)
            {
                if (frames[index].Expires <= now)
                {
                    frames[index] = frames[index].WithoutView();
                }
                else if (frames[index].Expires < until)
                {
                    until = frames[index].Expires!.Value;
                }
            }

            serialisations.Add(1);
            var message = HubMessages.Entries(frames);
            Volatile.Write(ref made, new Made(message, until));
            return message;
        }
    }

    private sealed record Made(SerializedHubMessage Message, DateTimeOffset Until);
}
