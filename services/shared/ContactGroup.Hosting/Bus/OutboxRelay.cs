using System.Security.Cryptography;
using ContactGroup.Hosting.Storage;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Publishes what a store's outbox holds, oldest first: at once after a commit in this process, and by poll after a crash. What waits goes out in one
/// message per kind of fact, so a burst costs few messages and a single fact waits for nobody. A row leaves only when the message is safe.
/// </summary>
internal sealed class OutboxRelay(ModuleStore store, IBus bus, DeliveryConfirmations confirmations, TimeProvider clock, ILogger log) : IDisposable
{
    private const int RowsPerRound = 256;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConfirmationLimit = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim wake = new(1, 1);
    private long skipTo;

    public async Task RunAsync(CancellationToken stopping)
    {
        store.FactsWaiting += Wake;
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await wake.WaitAsync(Poll, stopping);
                await DrainAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Rows that are left wait for the next start.
        }
        finally
        {
            store.FactsWaiting -= Wake;
        }
    }

    public void Dispose() => wake.Dispose();

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    private async Task DrainAsync(CancellationToken stopping)
    {
        try
        {
            // Read before the rows: what commits meanwhile is not counted as relayed.
            var committed = store.Progress.Committed;
            while (await RelayRoundAsync(stopping))
            {
            }

            store.Progress.NoteRelayed(committed);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            BusLog.RelayFailed(log, store.Name, failure.GetType().Name);
            await Task.Delay(TimeSpan.FromMilliseconds(500), clock, stopping);
            Wake();
        }
    }

    private async Task<bool> RelayRoundAsync(CancellationToken stopping)
    {
        var rows = (await store.ReadAsync(
            connection => connection.QueryAsync<OutboxRow>(
                """
                SELECT id AS Id, message_id AS MessageId, fact AS Fact, partition_key AS PartitionKey, payload AS Payload
                FROM outbox WHERE id > @skipTo ORDER BY id LIMIT @RowsPerRound
                """,
                new { skipTo, RowsPerRound }),
            stopping)).AsList();
        foreach (var run in RunsOfOneFact(rows))
        {
            await PublishAsync(run, stopping);
        }

        return rows.Count == RowsPerRound;
    }

    private static IEnumerable<List<OutboxRow>> RunsOfOneFact(List<OutboxRow> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            while (end < rows.Count && string.Equals(rows[end].Fact, rows[start].Fact, StringComparison.Ordinal))
            {
                end++;
            }

            yield return rows.GetRange(start, end - start);
            start = end;
        }
    }

    private async Task PublishAsync(List<OutboxRow> run, CancellationToken stopping)
    {
        if (FactNames.Find(run[0].Fact) is not { } fact)
        {
            BusLog.UnknownFact(log, store.Name, run[0].Id);
            skipTo = run[^1].Id;
            return;
        }

        var batch = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)); // inside this process only
        var confirmed = confirmations.Expect(batch, fact);
        try
        {
            var facts = run.ConvertAll(row => new SealedFact(row.MessageId, row.PartitionKey, row.Payload));
            var message = Activator.CreateInstance(typeof(SealedFacts<>).MakeGenericType(fact), batch, facts)!;
            await bus.Publish(message, message.GetType(), stopping);
            await confirmed.WaitAsync(ConfirmationLimit, clock, stopping);
        }
        finally
        {
            confirmations.Forget(batch);
        }

        await store.WriteAsync(
            scope => scope.Connection.ExecuteAsync("DELETE FROM outbox WHERE id BETWEEN @first AND @last", new { first = run[0].Id, last = run[^1].Id }),
            stopping);
    }

    private sealed record OutboxRow(long Id, string MessageId, string Fact, string PartitionKey, byte[] Payload);
}
