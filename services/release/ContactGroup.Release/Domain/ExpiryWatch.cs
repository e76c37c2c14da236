namespace ContactGroup.Release.Domain;

/// <summary>Looks for items whose time is over, every few seconds and once at start.</summary>
internal sealed class ExpiryWatch(Expiry expiry, TimeProvider clock, ILogger<ExpiryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await expiry.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                ReleaseLog.ExpiryFailed(log, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
