using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>Looks every few seconds at what waits in the stores. Counting stops where it is bad enough.</summary>
internal sealed class StoreSamples(IEnumerable<NamedStore> stores, StoreMeter meter, TimeProvider clock) : BackgroundService
{
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

    private static Task<StoreSample> CountAsync(ModuleStore store, CancellationToken stopping) => store.ReadAsync(
        async connection =>
        {
            var outbox = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM outbox LIMIT 100000) AS few");
            var parked = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM parked LIMIT 100000) AS few");
            return new StoreSample(Answers: true, outbox, parked);
        },
        stopping);
}
