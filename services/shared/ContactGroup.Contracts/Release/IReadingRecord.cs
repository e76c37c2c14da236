using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: the record of who reads which part of a stream live, so that an owner can be told who had what. Implemented by <c>release</c>; closed on
/// failure: what cannot be recorded is not shown.
/// </summary>
public interface IReadingRecord
{
    /// <summary>Records that a person begins to read; returns when that is on disk. Nothing may be handed over before.</summary>
    /// <returns>An id for each start, in order; null for a stream of which no record is kept.</returns>
    ValueTask<IReadOnlyList<long?>> BeginAsync(WhoAsks who, IReadOnlyList<ReadingStart> starts, CancellationToken cancellationToken);

    /// <summary>Records how far readings came. One that is never ended counts as far as its stream goes.</summary>
    ValueTask EndAsync(IReadOnlyList<ReadingEnd> ends, CancellationToken cancellationToken);
}

/// <summary>A person begins to read a stream.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="After">The sequence after which they get entries.</param>
/// <param name="Head">Where the stream ended then: what was overtaken by that entry does not reach them any more.</param>
/// <param name="Process">Id of the process that hands over, when that is not release itself: with it its readings end.</param>
public sealed record ReadingStart(string Stream, long After, long Head, string? Process = null);

/// <summary>A reading is over.</summary>
/// <param name="Reading">Its id.</param>
/// <param name="Through">The last sequence that was handed over.</param>
public sealed record ReadingEnd(long Reading, long Through);
