using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Takes the words of views that are gone out of the file as well: deleting a text only marks it in the index, whose segments keep its words until they
/// are merged, and the journal keeps old pages until it is cut. In small writes beside the others; goes on after a restart.
/// </summary>
internal sealed class Scrubbing(ReleaseStore store, TimeProvider clock, ILogger<Scrubbing> log) : BackgroundService
{
    private const int PagesPerWrite = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Scrubs what is asked for; false when a reader was in the way and it has to be done again.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var asked = await store.Store.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM scrubbing"), cancellationToken) > 0;
        if (!asked)
        {
            return true;
        }

        // INVARIANT: in no transaction that takes words away. The index keeps those in memory until the commit, so that they would not be among what is merged.
        var more = await store.Store.WriteAloneAsync(BeginAsync, cancellationToken);
        while (more)
        {
            more = await store.Store.WriteAloneAsync(scope => HeldWords.MergeAsync(scope.Connection, PagesPerWrite), cancellationToken);
        }

        if (!await store.Store.TruncateJournalAsync(cancellationToken))
        {
            await AskAsync(cancellationToken);
            return false;
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            var isAsked = false; // A process that was killed amid the merges left them undone.
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                isAsked = isAsked || await TryAsync(AskAsync, stoppingToken);
                await TryAsync(RunAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    // A store that is away for a while stops nothing but this.
    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
            return true;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            ReleaseLog.NotScrubbed(log, failure.GetType().Name);
            return false;
        }
    }

    private Task<int> AskAsync(CancellationToken cancellationToken) => store.Store.WriteAsync(
        scope => scope.Connection.ExecuteAsync("INSERT INTO scrubbing (one) VALUES (1) ON CONFLICT DO NOTHING"), cancellationToken);

    // True while there is more to merge. What is taken back between two writes asks anew, and begins anew: it is not among what is merged now.
    private static async Task<bool> BeginAsync(WriteScope scope)
    {
        await scope.Connection.ExecuteAsync("DELETE FROM scrubbing");
        return await HeldWords.BeginMergeAsync(scope.Connection, PagesPerWrite);
    }
}
