using System.Diagnostics.Metrics;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// A part of a stream as it was read from release, for all who asked for it before the reading began. Its entries are copied and made into a message once.
/// </summary>
/// <param name="frames">The entries; null when release could not be read.</param>
/// <param name="closed">Whether the stream is closed for a moment.</param>
/// <param name="moment">What had been overtaken when the reading began; see <see cref="RecentOvertakings"/>.</param>
/// <param name="era">The era of its topic when the reading began.</param>
internal sealed class BacklogPage(IReadOnlyList<EntryFrame>? frames, bool closed, long moment, long era)
{
    private FrameBatch? batch;
    private long cleaned = moment;

    public IReadOnlyList<EntryFrame>? Frames => frames;

    public bool Closed => closed;

    public long Era => era;

    /// <summary>
    /// The entries without what was overtaken until now; null when that is not known any more and they have to be read again. Called under the gate of the
    /// topic, each time before it is handed on: between two subscriptions something may have been taken back.
    /// </summary>
    public FrameBatch? Clean(RecentOvertakings recent, TimeProvider clock, Counter<long> serialisations)
    {
        if (recent.Since(cleaned) is not { } overtakings)
        {
            return null;
        }

        batch ??= new FrameBatch([.. frames!], clock, serialisations);
        batch.Cancel(overtakings);
        cleaned = recent.Moment;
        return batch;
    }
}
