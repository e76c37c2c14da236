using System.Diagnostics;
using ContactGroup.Classification;

namespace ContactGroup.Load.Barriers;

/// <summary>
/// Which postures may have been in force when. A change may hold from the moment its command was sent, and must hold from the moment it was
/// acknowledged; between the two either is right. What is seen between two moments is judged by the loosest posture that may have been in force then.
/// </summary>
internal sealed class Timeline(Posture start)
{
    private readonly Lock gate = new();
    private readonly List<(Posture Posture, long Sent, long Acknowledged)> changes = [(start, long.MinValue, long.MinValue)];

    /// <summary>Notes that a change is on its way; gives its place.</summary>
    public int Send(Posture posture)
    {
        lock (gate)
        {
            changes.Add((posture, Stopwatch.GetTimestamp(), long.MaxValue));
            return changes.Count - 1;
        }
    }

    /// <summary>Notes that it was acknowledged.</summary>
    public void Acknowledge(int change)
    {
        lock (gate)
        {
            changes[change] = changes[change] with { Acknowledged = Stopwatch.GetTimestamp() };
        }
    }

    /// <summary>Postures that may have been in force at some moment from one to another.</summary>
    public IReadOnlyCollection<Posture> Between(long from, long to)
    {
        lock (gate)
        {
            return [.. changes
                .Where((change, place) => change.Sent <= to && (place + 1 == changes.Count || changes[place + 1].Acknowledged >= from))
                .Select(change => change.Posture)
                .Distinct()];
        }
    }
}
