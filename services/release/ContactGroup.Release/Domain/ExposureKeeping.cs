using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactGroup.Release.Domain;

/// <summary>Ends the readings that a stopped process left open, before anybody reads again; forgets what is older than it may be kept.</summary>
internal sealed class ExposureKeeping(ReleaseStore store, IOptions<ReleaseOptions> options, TimeProvider clock, ILogger<ExposureKeeping> log) : BackgroundService
{
    private const int RowsPerCommit = 2_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.Store.WriteAsync(scope => ReadingRows.EndOwnAsync(scope.Connection, clock.GetUtcNow().ToMicroseconds()), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await ForgetAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    /// <summary>Forgets what is too old now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = (clock.GetUtcNow() - TimeSpan.FromDays(options.Value.ExposureDays)).ToMicroseconds();
        while (await store.Store.WriteAsync(scope => ForgetAsync(scope, before), cancellationToken) >= RowsPerCommit)
        {
        }
    }

    private async Task ForgetAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            ReleaseLog.NotForgotten(log, failure.GetType().Name);
        }
    }

    // The bytes go with the last span that names them, and are looked for at those spans alone. What was acknowledged stays, as Acknowledged says.
    private static Task<int> ForgetAsync(WriteScope scope, long before) => scope.Connection.ExecuteAsync(
        """
        DELETE FROM readings WHERE reading IN (SELECT reading FROM readings WHERE to_at < @before LIMIT @RowsPerCommit);
        DELETE FROM receipts WHERE (item, reader, stream, revision) IN
            (SELECT item, reader, stream, revision FROM receipts WHERE received_at < @before LIMIT @RowsPerCommit);
        DELETE FROM shown_views WHERE (item, hash) IN
            (SELECT item, shown FROM spans WHERE ended_at < @before AND kept IS NULL ORDER BY ended_at, item, stream, seq LIMIT @RowsPerCommit)
            AND NOT EXISTS (SELECT 1 FROM spans s WHERE s.item = shown_views.item AND s.shown = shown_views.hash
                AND (s.ended_at IS NULL OR s.ended_at >= @before OR s.kept = 1));
        DELETE FROM spans WHERE (item, stream, seq) IN
            (SELECT item, stream, seq FROM spans WHERE ended_at < @before AND kept IS NULL ORDER BY ended_at, item, stream, seq LIMIT @RowsPerCommit);
        DELETE FROM exports WHERE (item, reader, format, stream, revision) IN
            (SELECT item, reader, format, stream, revision FROM exports WHERE last_at < @before LIMIT @RowsPerCommit);
        DELETE FROM export_requests WHERE request IN (SELECT request FROM export_requests WHERE asked_at < @before LIMIT @RowsPerCommit);
        DELETE FROM readers WHERE NOT EXISTS (SELECT 1 FROM readings WHERE readings.reader = readers.reader)
            AND NOT EXISTS (SELECT 1 FROM receipts WHERE receipts.reader = readers.reader)
            AND NOT EXISTS (SELECT 1 FROM exports WHERE exports.reader = readers.reader);
        """,
        new { before, RowsPerCommit });
}
