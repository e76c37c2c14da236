using System.Runtime.InteropServices;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Streams;

/// <summary>Consecutive entries of one stream and the one message that carries them to everybody.</summary>
internal sealed class FrameBatch
{
    private readonly List<EntryFrame> frames;
    private readonly RealtimeMeter meter;
    private SerializedHubMessage? message;

    public FrameBatch(List<EntryFrame> frames, RealtimeMeter meter)
    {
        this.frames = frames;
        this.meter = meter;
    }

    public long First => frames[0].Seq;

    public long Last => frames[^1].Seq;

    public int Count => frames.Count;

    /// <summary>The message, made at the first use. Used under the gate of the topic.</summary>
    public SerializedHubMessage Message => message ??= Make();

    /// <summary>The part after a sequence, for a connection that has the rest; null when nothing is left.</summary>
    public FrameBatch? After(long seq) => seq < First ? this
        : seq >= Last ? null
        : new FrameBatch(frames.GetRange((int)(seq - First + 1), (int)(Last - seq)), meter);

    private SerializedHubMessage Make()
    {
        meter.Serialisations.Add(1);
        return HubMessages.Entries(CollectionsMarshal.AsSpan(frames));
    }
}
