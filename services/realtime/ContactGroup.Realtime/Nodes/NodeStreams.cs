using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Nodes;

/// <summary>Which streams are closed here, by the latest state that release told: states come by two ways, and an older one may come later.</summary>
internal sealed class NodeStreams(IStreamGate gate)
{
    private readonly Lock order = new();
    private long number;

    /// <summary>Number of the state that holds.</summary>
    public long Number
    {
        get
        {
            lock (order)
            {
                return number;
            }
        }
    }

    /// <summary>Takes a state over when it is later than the last; the answer is the number of the one that holds.</summary>
    public long Align(long newer, IReadOnlyList<string> closed)
    {
        lock (order)
        {
            if (newer > number)
            {
                number = newer;
                gate.Close(closed);
                gate.OpenAllBut(closed);
            }

            return number;
        }
    }
}
