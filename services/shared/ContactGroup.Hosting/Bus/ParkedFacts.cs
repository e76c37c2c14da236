using ContactGroup.Hosting.Storage;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>At start, puts parked facts back into the way they came: a later version of the program may be able to handle them.</summary>
internal sealed class ParkedFacts(IEnumerable<NamedStore> stores, IEnumerable<FactSubscription> subscriptions, IServiceProvider services)
    : BackgroundService
{
    private const int PerPage = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var named in stores)
        {
            var last = new Row(string.Empty, string.Empty, string.Empty, string.Empty, [], long.MinValue);
            while (await PageAsync(named.Store, last, stoppingToken) is { Count: > 0 } page)
            {
                foreach (var row in page)
                {
                    await RetryAsync(named.Store, row, stoppingToken);
                }

                last = page[^1];
            }
        }
    }

    private static async Task<List<Row>> PageAsync(ModuleStore store, Row after, CancellationToken stoppingToken) => (await store.ReadAsync(
        connection => connection.QueryAsync<Row>(
            """
            SELECT consumer AS Consumer, message_id AS MessageId, fact AS Fact, partition_key AS PartitionKey, payload AS Payload, at AS At
            FROM parked WHERE at > @At OR (at = @At AND (consumer > @Consumer OR (consumer = @Consumer AND message_id > @MessageId)))
            ORDER BY at, consumer, message_id LIMIT @PerPage
            """,
            new { after.At, after.Consumer, after.MessageId, PerPage }),
        stoppingToken)).AsList();

    private async Task RetryAsync(ModuleStore store, Row row, CancellationToken stoppingToken)
    {
        var subscription = subscriptions.FirstOrDefault(known =>
            string.Equals(known.Consumer, row.Consumer, StringComparison.Ordinal)
            && string.Equals(FactNames.Of(known.Fact), row.Fact, StringComparison.Ordinal));
        if (subscription is null)
        {
            return;
        }

        // Handled first, deleted after: dying in between means it is handled twice, which the inbox makes harmless.
        await using var scope = services.CreateAsyncScope();
        var retry = (IParkedRetry)scope.ServiceProvider.GetRequiredKeyedService(typeof(IParkedRetry), row.Consumer);
        if (await retry.TryAsync(new SealedFact(row.MessageId, row.PartitionKey, row.Payload), stoppingToken))
        {
            await store.WriteAsync(
                write => write.Connection.ExecuteAsync(
                    "DELETE FROM parked WHERE consumer = @Consumer AND message_id = @MessageId", new { row.Consumer, row.MessageId }),
                stoppingToken);
        }
    }

    private sealed record Row(string Consumer, string MessageId, string Fact, string PartitionKey, byte[] Payload, long At);
}

/// <summary>Tries a parked fact once more.</summary>
internal interface IParkedRetry
{
    Task<bool> TryAsync(SealedFact fact, CancellationToken cancellationToken);
}

/// <summary>Tries a parked fact once more with its consumer.</summary>
internal sealed class ParkedRetry<TConsumer, T>(TConsumer consumer, FactSeal seal) : IParkedRetry
    where TConsumer : FactConsumer<T>
    where T : class
{
    public async Task<bool> TryAsync(SealedFact fact, CancellationToken cancellationToken)
    {
        try
        {
            await consumer.HandleAsync([new Delivery<T>(fact.MessageId, fact.Partition, seal.Open<T>(fact.Payload))], cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
