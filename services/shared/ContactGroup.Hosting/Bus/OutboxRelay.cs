using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using ContactGroup.Hosting.Storage;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Publishes what a store's outbox holds, oldest first: at once after a commit in this process, and by poll after a crash. What waits goes out in one
/// message per kind of fact, so a burst costs few messages and a single fact waits for nobody; where stores are shared by processes, rounds are a twentieth
/// of a second apart. A row leaves only when the message is safe; the next message does not wait for that, since the store's writer may be busy with what
/// these very facts cause. Of several processes on one store, one relays.
/// </summary>
internal sealed class OutboxRelay : IDisposable
{
    private const int RowsPerRound = 256;
    private const int BytesPerMessage = 1024 * 1024;

    // Between two rounds where every message is a round trip to the broker and back, with a turn of every writer that hears it: what comes meanwhile shares one.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConfirmationLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim wake = new(1, 1);
    private readonly ConcurrentQueue<Handled> handled = new();
    private readonly ModuleStore store;
    private readonly IBus bus;
    private readonly IFactQueues queues;
    private readonly DeliveryConfirmations confirmations;
    private readonly PublishedFacts published;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly StoreLead lead;
    private Task forgetting = Task.CompletedTask;

    // Ids only grow in the order of commits, since one transaction writes at a time: what lies behind this is handled, or not known to this version.
    private long reached;

    // By the machine's own clock, whatever time it is for people.
    private long relayedAt = Stopwatch.GetTimestamp() - Stopwatch.Frequency;

    public OutboxRelay(
        ModuleStore store, IBus bus, IFactQueues queues, DeliveryConfirmations confirmations, TimeSpan kept, TimeProvider clock, ILogger log)
    {
        (this.store, this.bus, this.queues, this.confirmations, this.clock, this.log) = (store, bus, queues, confirmations, clock, log);
        published = new PublishedFacts(kept);
        lead = new StoreLead(store, Wake);
    }

    // Where there may be other processes, also how long it takes to notice that the one that relayed is gone.
    private TimeSpan Poll => store.Engine == StoreEngine.Sqlite ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        store.FactsWaiting += Wake;
        try
        {
            await queues.ReadyAsync(stopping);
            while (!stopping.IsCancellationRequested)
            {
                await WokenAsync(stopping);
                await GatherAsync(stopping);
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
            await lead.DisposeAsync();
        }
    }

    public void Dispose() => wake.Dispose();

    private async Task WokenAsync(CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var woken = wake.WaitAsync(Poll, enough.Token);
        var listening = lead.ListenAsync(enough.Token);
        await Task.WhenAny(woken, listening);
        await enough.CancelAsync();

        // Whatever ends them, the store is asked next; a lost connection shows there.
        await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.ThrowIfCancellationRequested();
    }

    // The first after a while waits for nobody.
    private async Task GatherAsync(CancellationToken stopping)
    {
        if (store.Engine == StoreEngine.PostgreSql && Apart - Stopwatch.GetElapsedTime(relayedAt) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, stopping);
            wake.Wait(TimeSpan.Zero, CancellationToken.None); // What woke it meanwhile is in this round.
        }
    }

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
            if (!await LeadsAsync(stopping))
            {
                return;
            }

            await queues.ReadyAsync(stopping);

            // Read before the rows: what commits meanwhile is not counted as relayed.
            var committed = store.Progress.Committed;
            while (await RelayRoundAsync(stopping))
            {
            }

            await ForgottenAsync();
            await ForgetAsync(stopping);
            store.Progress.NoteRelayed(committed);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            BusLog.RelayFailed(log, store.Name, failure.GetType().Name);
            await Task.Delay(Again, stopping);
            Wake();
        }
    }

    // Whoever begins to lead begins with the oldest row: what the one before had published and not deleted comes twice, and in order.
    private async Task<bool> LeadsAsync(CancellationToken stopping)
    {
        if (!await lead.HoldsAsync(stopping))
        {
            return false;
        }

        if (lead.IsNew)
        {
            reached = 0;
        }

        return true;
    }

    private async Task<bool> RelayRoundAsync(CancellationToken stopping)
    {
        var rows = (await store.AskAsync(
            connection => connection.QueryAsync<OutboxRow>(
                """
                SELECT id AS Id, message_id AS MessageId, fact AS Fact, partition_key AS PartitionKey, payload AS Payload
                FROM outbox WHERE id > @reached ORDER BY id LIMIT @RowsPerRound
                """,
                new { reached, RowsPerRound }),
            stopping)).AsList();
        foreach (var run in RunsOfOneFact(rows))
        {
            await PublishAsync(run, stopping);
            reached = run[^1].Id;
            relayedAt = Stopwatch.GetTimestamp();
        }

        if (forgetting.IsCompleted)
        {
            await ForgottenAsync();
            forgetting = ForgetAsync(stopping);
        }

        return rows.Count == RowsPerRound;
    }

    private static IEnumerable<List<OutboxRow>> RunsOfOneFact(List<OutboxRow> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            var bytes = 0;
            do
            {
                bytes += rows[end].Payload.Length;
                end++;
            }
            while (end < rows.Count && bytes < BytesPerMessage && string.Equals(rows[end].Fact, rows[start].Fact, StringComparison.Ordinal));

            yield return rows.GetRange(start, end - start);
            start = end;
        }
    }

    private async Task PublishAsync(List<OutboxRow> run, CancellationToken stopping)
    {
        if (FactNames.Find(run[0].Fact) is not { } fact)
        {
            BusLog.UnknownFact(log, store.Name, run[0].Id);
            return;
        }

        var batch = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)); // inside this process only
        var confirmed = confirmations.Expect(batch, fact);
        try
        {
            var facts = run.ConvertAll(row => new SealedFact(row.MessageId, row.PartitionKey, row.Payload));
            var message = Activator.CreateInstance(typeof(SealedFacts<>).MakeGenericType(fact), batch, facts, clock.GetUtcNow())!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(PublishLimit);
            await queues.PublishAsync(bus, message, fact, limit.Token);
            await confirmed.WaitAsync(ConfirmationLimit, stopping);
        }
        finally
        {
            confirmations.Forget(batch);
        }

        handled.Enqueue(new Handled(run[0].Id, run[^1].Id, queues.Demands(fact)));
    }

    private async Task ForgottenAsync()
    {
        var last = forgetting;
        forgetting = Task.CompletedTask;
        await last;
    }

    /// <summary>Takes the rows out that are handled. What the store would not take is tried again with the next.</summary>
    private async Task ForgetAsync(CancellationToken stopping)
    {
        var runs = new List<Handled>();
        while (handled.TryDequeue(out var run))
        {
            runs.Add(run);
        }

        if (runs.Count == 0)
        {
            return;
        }

        try
        {
            await store.WriteAsync(scope => published.MoveAsync(scope, runs), stopping);
        }
        catch
        {
            runs.ForEach(handled.Enqueue);
            throw;
        }
    }

    private sealed record OutboxRow(long Id, string MessageId, string Fact, string PartitionKey, byte[] Payload);
}
