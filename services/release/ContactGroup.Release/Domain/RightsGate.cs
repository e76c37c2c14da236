using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Ends a person's reading at once, ahead of the fact that tells of it.</summary>
internal sealed class RightsGate(ReleaseStore store, LiveNodes nodes) : IRightsGate
{
    public async ValueTask EndAsync(string person, MembershipEnd end, CancellationToken cancellationToken)
    {
        await store.Store.WriteAsync(scope => ChannelRows.EndAsync(scope.Connection, person, end), cancellationToken);

        // In a turn of its own, after the end is on disk: whoever asks for a lease or a stream from now on is told by it.
        await store.Store.WriteAloneAsync(scope => nodes.EndAsync(scope, person, end), cancellationToken);
    }
}
