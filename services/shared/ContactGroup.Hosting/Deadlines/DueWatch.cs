using ContactGroup.Hosting.Storage;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>
/// Fires deadlines when they are due: at once at start, then at the moment the next one is. It never sleeps long, because a clock that was set forward reaches a moment
/// that no timer waits for, and another process may set a deadline in the same store.
/// </summary>
internal sealed class DueWatch(string module, DueTable table, DueRounds rounds, TimeProvider clock, ILogger<DueWatch> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before looking: a deadline that is set while this looks ends the sleep that follows.
            table.Await(long.MaxValue);
            var earlier = table.EarlierAsync();
            var sleep = await FireAsync(stoppingToken);
            table.Await((clock.GetUtcNow() + sleep).ToMicroseconds());
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(earlier, Task.Delay(sleep, clock, timer.Token));
            await timer.CancelAsync();
        }
    }

    private async Task<TimeSpan> FireAsync(CancellationToken stoppingToken)
    {
        try
        {
            await rounds.RunAsync(stoppingToken);
            var next = await rounds.NextAsync(stoppingToken) - clock.GetUtcNow();
            return next < TimeSpan.Zero ? TimeSpan.Zero : next < Longest ? next.Value : Longest;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            DeadlinesLog.Unwatched(log, module, failure.GetType().Name);
            return AfterFailure;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }
}
