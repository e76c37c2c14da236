using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>Looks every few seconds at what waits in the stores. Counting stops where it is bad enough.</summary>
internal sealed class StoreSamples(IEnumerable<NamedStore> stores, StoreMeter meter, TimeProvider clock) : BackgroundService
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, clock);
        do
        {
            await Task.WhenAll(stores.Select(named => SampleAsync(named.Store, stoppingToken)));
        }
        while (await pace.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SampleAsync(ModuleStore store, CancellationToken stopping)
    {
        try
        {
            meter.Note(store.Name, await CountAsync(store, stopping).WaitAsync(Patience, clock, stopping));
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            meter.Note(store.Name, new StoreSample(Answers: false, Outbox: null, Parked: null));
        }
    }

    private Task<StoreSample> CountAsync(ModuleStore store, CancellationToken stopping) => store.ReadAsync(
        async connection =>
        {
            var now = clock.GetUtcNow().ToMicroseconds();
            var outbox = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM outbox LIMIT 100000) AS few");
            var parked = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM parked LIMIT 100000) AS few");
            var overdue = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM deadlines WHERE due <= @now LIMIT 100000) AS few", new { now });
            var oldest = await connection.ExecuteScalarAsync<long?>("SELECT MIN(due) FROM deadlines WHERE due <= @now", new { now });
            var failing = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM deadlines WHERE tries > 0 LIMIT 100000) AS few");
            return new StoreSample(Answers: true, outbox, parked)
            {
                Overdue = overdue,
                OldestOverdue = oldest is { } due ? (now - due) / MicrosecondsPerSecond : 0,
                Failing = failing,
            };
        },
        stopping);
}
