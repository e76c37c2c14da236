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

    /// <summary>
    /// Takes over the state that came with a lease, unless another came while it was asked for: what two processes of release call later depends on their
    /// clocks, so an answer that was long on its way could open what was closed meanwhile. The next lease brings it.
    /// </summary>
    public void AlignSince(long asked, long newer, IReadOnlyList<string> closed)
    {
        lock (order)
        {
            if (number == asked)
            {
                Align(newer, closed);
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
