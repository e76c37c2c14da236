using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>Drops connections that do not read, and counts them. The client comes back and catches up; the others never noticed.</summary>
internal sealed class SlowConnections : BackgroundService
{
    private static readonly TimeSpan EverySecond = TimeSpan.FromSeconds(1);

    private readonly LiveConnections connections;
    private readonly RealtimeMeter meter;
    private readonly TimeSpan longest;
    private readonly PeriodicTimer pace;
    private readonly ILogger<SlowConnections> logger;

    public SlowConnections(
        LiveConnections connections, RealtimeMeter meter, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<SlowConnections> logger)
    {
        (this.connections, this.meter, this.logger) = (connections, meter, logger);
        pace = new PeriodicTimer(EverySecond, clock);
        longest = TimeSpan.FromSeconds(options.Value.StuckWriteSeconds);
        connections.Slow = Note;
    }

    public override void Dispose()
    {
        pace.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await pace.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var connection in connections.All())
                {
                    connection.DropIfStuck(longest);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private void Note(LiveConnection connection, string reason)
    {
        meter.Drops.Add(1);
        RealtimeLog.Dropped(logger, connection.Id, connection.Who.PersonId, reason);
    }
}
