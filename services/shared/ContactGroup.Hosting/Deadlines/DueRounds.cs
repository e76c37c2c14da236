using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>
/// Fires what is due in a module's store, oldest first. Each deadline is a unit of work of its own: it takes the deadline out and does what it stands for, and the store
/// commits many of them together. INVARIANT: it fires once, however many processes look at the same store, wherever one of them ends, and whatever the clock does.
/// </summary>
public sealed class DueRounds
{
    private const int MostPerRound = 100;

    private readonly ModuleStore store;
    private readonly IDeadlineHandler handler;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly int perRound;

    internal DueRounds(ModuleStore store, IDeadlineHandler handler, IOptions<StorageOptions> options, TimeProvider clock, ILogger log)
    {
        (this.store, this.handler, this.clock, this.log) = (store, handler, clock, log);
        perRound = Math.Min(MostPerRound, options.Value.WaitingWrites / 4); // What people write waits in the same queue.
    }

    /// <summary>Works until nothing is due. What cannot be fired is put off, and stays.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot take it now.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            // The writer takes units of work in the order in which they come.
            await Task.WhenAll(due.Select(deadline => FireAsync(deadline, cancellationToken)));
        }
    }

    /// <summary>When something is next to be done; null when there is nothing.</summary>
    internal Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken) => store.ReadAsync(DueTable.NextAsync, cancellationToken);

    private Task<IReadOnlyList<Deadline>> DueAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(connection => DueTable.DueAsync(connection, clock.GetUtcNow(), perRound), cancellationToken);

    private async Task FireAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(
                async scope =>
                {
                    if (await DueTable.TakeAsync(scope, deadline))
                    {
                        await handler.FireAsync(scope, deadline);
                    }
                },
                cancellationToken);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            var tries = await store.WriteAsync(scope => DueTable.PutOffAsync(scope, deadline), cancellationToken);
            DeadlinesLog.PutOff(log, store.Name, deadline.Kind, deadline.Item, tries, fault.GetType().Name);
        }
    }
}
