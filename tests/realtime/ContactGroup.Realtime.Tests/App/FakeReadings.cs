using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>The record of readings, in memory.</summary>
internal sealed class FakeReadings : IReadingRecord
{
    private readonly Lock gate = new();
    private readonly List<(string Person, ReadingStart Start)> begun = [];
    private readonly Dictionary<long, long> ended = [];

    public bool Failing { get; set; }

    public IReadOnlyList<(string Person, ReadingStart Start)> Begun
    {
        get
        {
            lock (gate)
            {
                return [.. begun];
            }
        }
    }

    /// <summary>How far the readings came that are over, by their order.</summary>
    public IReadOnlyDictionary<long, long> Ended
    {
        get
        {
            lock (gate)
            {
                return ended.ToDictionary();
            }
        }
    }

    public ValueTask<IReadOnlyList<long?>> BeginAsync(WhoAsks who, IReadOnlyList<ReadingStart> starts, CancellationToken cancellationToken)
    {
        if (Failing)
        {
            throw new IOException("The store is away.");
        }

        lock (gate)
        {
            var ids = starts.Select((_, index) => (long?)(begun.Count + index)).ToList();
            begun.AddRange(starts.Select(start => (who.Person, start)));
            return ValueTask.FromResult<IReadOnlyList<long?>>(ids);
        }
    }

    public ValueTask EndAsync(IReadOnlyList<ReadingEnd> ends, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var end in ends)
            {
                ended[end.Reading] = end.Through;
            }
        }

        return ValueTask.CompletedTask;
    }
}
