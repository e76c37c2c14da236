using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels;

/// <summary>Every service that shows content and must follow before the end of a membership or a stricter posture is acknowledged. There may be none.</summary>
internal sealed class RightsGates(IEnumerable<IRightsGate> gates, IEnumerable<IChannelGate> channelGates)
{
    /// <summary>Ends rights in one group. Not cancelled with the request: the membership has already ended in the store.</summary>
    public async Task EndAsync(string person, MembershipEnd end)
    {
        foreach (var gate in gates)
        {
            await gate.EndAsync(person, end, CancellationToken.None);
        }
    }

    /// <summary>Makes what channels are now hold everywhere. Not cancelled with the request either.</summary>
    public async Task ChangeAsync(IReadOnlyList<ChannelChanged> channels)
    {
        foreach (var gate in channelGates)
        {
            await gate.ChangeAsync(channels, CancellationToken.None);
        }
    }
}
