using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Nodes;

/// <summary>Follows what release narrows, before it is acknowledged there.</summary>
internal sealed class LiveGate(ILease lease, NodeStreams streams, RightsEndings endings) : ILiveGate
{
    public ValueTask<long> AlignAsync(string process, long number, IReadOnlyList<string> closed, CancellationToken cancellationToken)
    {
        RequireSelf(process);
        return ValueTask.FromResult(streams.Align(number, closed));
    }

    public ValueTask EndAsync(string process, string person, MembershipEnd end, CancellationToken cancellationToken)
    {
        RequireSelf(process);
        return endings.EndAsync(person, end, cancellationToken);
    }

    // An answer of another would pass for that of the one that is meant.
    private void RequireSelf(string process)
    {
        if (!string.Equals(process, lease.Process, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("This is another process.");
        }
    }
}
