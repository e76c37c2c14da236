using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Takes over what channels are now, ahead of the facts that tell of it. Returns when tightening has ended everywhere: nobody holds by the old rules what
/// the new ones do not give. What the new ones give beyond the old comes afterwards, in the background.
/// </summary>
internal sealed class ChannelGate(StreamClosing closing, RuleBarrier barrier, Tightening tightening) : IChannelGate
{
    public async ValueTask ChangeAsync(IReadOnlyList<ChannelChanged> channels, CancellationToken cancellationToken)
    {
        await closing.RunAsync(
            async scope =>
            {
                foreach (var changed in channels)
                {
                    // One that is not known here yet as well: its first fact, on its way with the older rules, is then overtaken and changes nothing.
                    await barrier.FollowAsync(scope, changed);
                }

                return channels.Count;
            },
            cancellationToken);
        await tightening.RunAsync(cancellationToken);
    }
}
