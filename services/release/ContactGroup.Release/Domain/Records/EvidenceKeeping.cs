using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Keeps the records that could not be kept in the moment in which their incident came in. They are read and compressed beside the one writer, which waits for
/// nothing but the rows. What fails is tried again, ever less often and for ever.
/// </summary>
internal sealed class EvidenceKeeping(ReleaseStore store, NotificationRecord records, TimeProvider clock, ILogger<EvidenceKeeping> log) : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Keeps those whose time has come, a few at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var link in await store.Store.ReadAsync(connection => EvidenceDueRows.NextAsync(connection, Now, MostAtOnce), cancellationToken))
        {
            try
            {
                await KeepAsync(link, cancellationToken);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
            {
                await store.Store.WriteAsync(scope => PutOffAsync(scope, link), cancellationToken);
                ReleaseLog.EvidencePutOff(log, link.Item, link.Incident, fault.GetType().Name);
            }
        }
    }

    /// <summary>What would be kept now, read beside the writer; null when there is nothing to keep.</summary>
    internal Task<Made?> MakeAsync(EvidenceLink link, CancellationToken cancellationToken) =>
        store.Store.ReadAsync(connection => MakeAsync(connection, link), cancellationToken);

    /// <summary>
    /// Keeps it. INVARIANT: once, also when another process read the same and was faster; and not when the last of the owner left the room since it was read, because
    /// it names who else is there. It stays due then, and is read anew.
    /// </summary>
    internal Task StoreAsync(EvidenceLink link, Made? made, CancellationToken cancellationToken) =>
        store.Store.WriteAsync(scope => StoreAsync(scope, link, made), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            ReleaseLog.EvidenceStuck(log, failure.GetType().Name);
        }
    }

    private async Task KeepAsync(EvidenceLink link, CancellationToken cancellationToken)
    {
        var made = await MakeAsync(link, cancellationToken);
        await StoreAsync(link, made, cancellationToken);
    }

    private async Task<Made?> MakeAsync(DbConnection connection, EvidenceLink link)
    {
        if (await EvidenceRows.AtAsync(connection, link.Item, link.Incident) is not null
            || await ItemRows.FindAsync(connection, link.Item) is not { } notification
            || !NotificationRecord.IsOf(notification))
        {
            return null;
        }

        var sources = await records.SourcesAsync(connection, notification);
        var same = await EvidenceRows.SameAsync(connection, link.Item, sources.State);
        return new Made(notification, await RecordOwner.IsInRoomAsync(connection, notification), sources.State, same is null ? await records.WriteAsync(connection, notification, sources) : null);
    }

    private async Task<int> StoreAsync(WriteScope scope, EvidenceLink link, Made? made)
    {
        if (made is { IsInRoom: true } && !await RecordOwner.IsInRoomAsync(scope.Connection, made.Notification))
        {
            return 0;
        }

        if (made is not null && await EvidenceRows.AtAsync(scope.Connection, link.Item, link.Incident) is null)
        {
            // What was read beside the writer may be older than what another process wrote since. A record that was there then is still there.
            var record = await EvidenceRows.SameAsync(scope.Connection, link.Item, made.State)
                ?? await EvidenceRows.AddAsync(scope.Connection, link.Item, made.State, Now, made.File!);
            await EvidenceRows.LinkAsync(scope.Connection, link, Now, record);
            scope.AfterCommit(() => ReleaseLog.EvidenceKept(log, link.Item, link.Incident));
        }

        return await EvidenceDueRows.RemoveAsync(scope.Connection, link);
    }

    private async Task<int> PutOffAsync(WriteScope scope, EvidenceLink link)
    {
        await EvidenceDueRows.PutOffAsync(scope.Connection, link, Now, Microseconds(AfterFailure), Microseconds(Longest));
        return 0;
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private long Now => clock.GetUtcNow().ToMicroseconds();

    /// <summary>A record that is to be kept.</summary>
    /// <param name="Notification">What it is the record of.</param>
    /// <param name="IsInRoom">Whether somebody of the owner was in the room when it was read.</param>
    /// <param name="State">What it was made of, as in <see cref="RecordSources.State"/>.</param>
    /// <param name="File">The file; null when one of the same state is kept already.</param>
    internal sealed record Made(ItemVersioned Notification, bool IsInRoom, string State, RecordFile? File);
}
