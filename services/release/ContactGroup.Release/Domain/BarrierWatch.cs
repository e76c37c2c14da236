namespace ContactGroup.Release.Domain;

/// <summary>
/// Ends what a change of rules began: at start whatever a stopped process left, then at a fixed pace what is to appear. Looks once more at items that
/// could not be looked at before.
/// </summary>
internal sealed class BarrierWatch(
    SetAside setAside, StreamClosing closing, Tightening tightening, Reevaluation reevaluation, Loosening loosening, TimeProvider clock, ILogger<BarrierWatch> log)
    : BackgroundService
{
    /// <summary>One batch for each stream.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Turn, clock);
        await TryAsync(setAside.RetryAsync, stoppingToken);
        do
        {
            await TryAsync(TurnAsync, stoppingToken);
        }
        while (await pace.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TurnAsync(CancellationToken stoppingToken)
    {
        await closing.CatchUpAsync();
        if (await loosening.IsPendingAsync(stoppingToken))
        {
            await tightening.RunAsync(stoppingToken);
            await reevaluation.RunAsync(stoppingToken);
            await loosening.TurnAsync(stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            ReleaseLog.BarrierStuck(log, failure.GetType().Name);
        }
    }
}
