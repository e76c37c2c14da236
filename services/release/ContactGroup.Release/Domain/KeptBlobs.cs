using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Says which attachments some item carries, and removes the bytes of those that none does any more: first the bytes, then what knew of them.</summary>
internal sealed class KeptBlobs(ReleaseStore store, [FromKeyedServices(BlobAreas.Attachments)] IBlobStore blobs) : IKeptBlobs
{
    private const int PerCommit = 100;

    public async ValueTask<IReadOnlyCollection<string>> KeptAsync(IReadOnlyCollection<string> asked, CancellationToken cancellationToken) =>
        await store.Store.ReadAsync(connection => BlobRows.KnownAsync(connection, asked), cancellationToken);

    /// <summary>Works until nothing is dropped.</summary>
    public async Task RemoveDroppedAsync(CancellationToken cancellationToken)
    {
        while (await store.Store.ReadAsync(connection => BlobRows.DroppedAsync(connection, PerCommit), cancellationToken) is { Count: > 0 } dropped)
        {
            foreach (var blob in dropped)
            {
                blobs.Delete(blob);
            }

            await store.Store.WriteAsync(scope => BlobRows.ForgetAsync(scope, dropped), cancellationToken);
        }
    }
}

/// <summary>Removes what was dropped, at start and every half minute. Nobody can read it from the moment it was dropped.</summary>
internal sealed class DroppedBlobsWatch(KeptBlobs kept, TimeProvider clock, ILogger<DroppedBlobsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await kept.RemoveDroppedAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                ReleaseLog.BlobsNotRemoved(log, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
