using ContactGroup.Hosting.Storage;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>At start, puts parked facts back into the way they came: a later version of the program may be able to handle them.</summary>
internal sealed class ParkedFacts(IEnumerable<NamedStore> stores, IEnumerable<FactSubscription> subscriptions, IServiceProvider services)
    : BackgroundService
{
    private const int PerStart = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var named in stores)
        {
            var rows = await named.Store.ReadAsync(
                connection => connection.QueryAsync<Row>(
                    """
                    SELECT consumer AS Consumer, message_id AS MessageId, fact AS Fact, partition_key AS PartitionKey, payload AS Payload
                    FROM parked ORDER BY at LIMIT @PerStart
                    """,
                    new { PerStart }),
                stoppingToken);
            foreach (var row in rows)
            {
                await RetryAsync(named.Store, row, stoppingToken);
            }
        }
    }

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

    private sealed record Row(string Consumer, string MessageId, string Fact, string PartitionKey, byte[] Payload);
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
