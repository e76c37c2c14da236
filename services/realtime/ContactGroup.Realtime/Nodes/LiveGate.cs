using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Nodes;

/// <summary>Follows what release narrows, before it is acknowledged there.</summary>
internal sealed class LiveGate(NodeStreams streams, RightsEndings endings) : ILiveGate
{
    public ValueTask<long> AlignAsync(long number, IReadOnlyList<string> closed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(streams.Align(number, closed));

    public ValueTask EndAsync(string person, MembershipEnd end, CancellationToken cancellationToken) => endings.EndAsync(person, end, cancellationToken);
}
