namespace ContactGroup.Release.Domain;

/// <summary>
/// Recalls items when their time is over: at once at start, then at the moment the next one is due. It never sleeps long, because a clock that was set
/// forward reaches a moment that no timer waits for.
/// </summary>
internal sealed class ExpiryWatch(Expiry expiry, TimeProvider clock, ILogger<ExpiryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before looking: an item that comes while this looks ends the sleep that follows.
            var earlier = expiry.EarlierAsync();
            var sleep = await RecallAsync(stoppingToken);
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(earlier, Task.Delay(sleep, clock, timer.Token));
            await timer.CancelAsync();
        }
    }

    private async Task<TimeSpan> RecallAsync(CancellationToken stoppingToken)
    {
        try
        {
            await expiry.RunAsync(stoppingToken);
            var next = await expiry.NextAsync(stoppingToken) - clock.GetUtcNow();
            return next < TimeSpan.Zero ? TimeSpan.Zero : next < Longest ? next.Value : Longest;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            ReleaseLog.ExpiryFailed(log, failure.GetType().Name);
            return AfterFailure;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }
}
