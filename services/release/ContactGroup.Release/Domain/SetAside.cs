using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Looks once more at items that could not be looked at before: the program may be another, or what was wrong may be mended.</summary>
internal sealed class SetAside(ReleaseStore store, Releaser releaser, Isolation isolation)
{
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await store.Store.ReadAsync(SetAsideRows.AllAsync, cancellationToken))
        {
            await store.Store.WriteAsync(
                async scope =>
                {
                    await SetAsideRows.RemoveAsync(scope.Connection, id);
                    await isolation.TryAsync(scope, id, async () =>
                    {
                        if (await ItemRows.FindAsync(scope.Connection, id) is { } item && await ChannelRows.FindAsync(scope.Connection, item.Channel) is { } channel)
                        {
                            await releaser.ApplyAsync(scope, channel, item);
                        }
                    });
                },
                cancellationToken);
        }
    }
}
