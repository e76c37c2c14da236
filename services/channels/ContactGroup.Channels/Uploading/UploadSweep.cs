using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.Options;

namespace ContactGroup.Channels.Uploading;

/// <summary>Removes uploads that do not go on or that no item came to carry, and parts that a killed process left behind.</summary>
internal sealed class UploadSweep(
    [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
    [FromKeyedServices(BlobAreas.Parts)] IBlobStore parts,
    UploadRemoval removal,
    IServiceProvider services,
    IOptions<UploadOptions> options,
    TimeProvider clock)
{
    // A fact may be parked until the next start. What its command took waits this long for release to say that it has it.
    private static readonly TimeSpan TakenKept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = TimeSpan.FromHours(options.Value.KeptHours);
        await SweepAsync(taken: false, now - kept, (_, _) => ValueTask.FromResult<IReadOnlyCollection<string>>([]), cancellationToken);
        if (services.GetService<IKeptBlobs>() is { } release)
        {
            await SweepAsync(taken: true, now - TakenKept, release.KeptAsync, cancellationToken);
        }

        foreach (var part in parts.OlderThan(now - kept))
        {
            if (!await store.ReadAsync(connection => UploadRows.HasPartAsync(connection, part), cancellationToken))
            {
                parts.Delete(part);
            }
        }
    }

    private async Task SweepAsync(
        bool taken,
        DateTimeOffset since,
        Func<IReadOnlyCollection<string>, CancellationToken, ValueTask<IReadOnlyCollection<string>>> keptOf,
        CancellationToken cancellationToken)
    {
        while (await store.ReadAsync(connection => UploadRows.OverdueAsync(connection, taken, since), cancellationToken) is { Count: > 0 } overdue)
        {
            var kept = await keptOf([.. overdue.Select(upload => upload.Blob)], cancellationToken);
            foreach (var upload in overdue)
            {
                await (kept.Contains(upload.Blob, StringComparer.Ordinal) ? removal.ForgetAsync(upload, cancellationToken) : removal.RemoveAsync(upload, cancellationToken));
            }
        }
    }
}

/// <summary>Sweeps at start and every ten minutes.</summary>
internal sealed class UploadSweepWatch(UploadSweep sweep, TimeProvider clock, ILogger<Log> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.UploadSweepFailed(log, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
