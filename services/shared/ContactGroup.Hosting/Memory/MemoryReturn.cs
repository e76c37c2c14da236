using System.Diagnostics;

namespace ContactGroup.Hosting.Memory;

/// <summary>
/// Gives the machine back what a burst took. The collector alone runs when something is asked for: after a thousand clients came back it would hold their rubbish for
/// as long as nothing happens, on machines that do other work as well.
/// </summary>
internal sealed class MemoryReturn(TimeProvider clock, ILogger<MemoryReturn> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly Bursts bursts = new();
    private readonly long began = clock.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            if (bursts.IsOver(clock.GetElapsedTime(began), GC.GetTotalAllocatedBytes(), Environment.WorkingSet))
            {
                GiveBack();
            }
        }
    }

    private void GiveBack()
    {
        var (before, start) = (Environment.WorkingSet, Stopwatch.GetTimestamp());
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (pause, held) = (Stopwatch.GetElapsedTime(start), Environment.WorkingSet);
        bursts.GivenBack(clock.GetElapsedTime(began), pause, held);
        MemoryLog.GivenBack(logger, before >> 20, held >> 20, pause.TotalMilliseconds);
    }
}
