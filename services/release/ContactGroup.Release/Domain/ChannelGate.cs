using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Takes over what channels are now, ahead of the facts that tell of it. Returns when every item has been looked at again, so that nobody holds by the
/// old rules what the new ones do not give.
/// </summary>
internal sealed class ChannelGate(ReleaseStore store, Arrivals arrivals, Reevaluation reevaluation) : IChannelGate
{
    public async ValueTask ChangeAsync(IReadOnlyList<ChannelChanged> channels, CancellationToken cancellationToken)
    {
        await store.Store.WriteAsync(
            async scope =>
            {
                foreach (var changed in channels)
                {
                    // A channel that is not known here yet comes with its first fact, which lets in what waits for it as well.
                    if (await ChannelRows.FindAsync(scope.Connection, changed.Channel) is not null
                        && await ChannelRows.UpsertAsync(scope.Connection, changed))
                    {
                        await StreamRows.EnsureAsync(scope.Connection, (await ChannelRows.FindAsync(scope.Connection, changed.Channel))!);
                        await Reevaluation.RequestAsync(scope.Connection, changed.Channel);
                        foreach (var item in await WaitingRows.TakeAsync(scope.Connection, changed.Channel))
                        {
                            await arrivals.TakeAsync(scope, item);
                        }
                    }
                }

                return channels.Count;
            },
            cancellationToken);
        await reevaluation.RunAsync(cancellationToken);
    }
}
