using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>Drops connections that do not read, and counts them. The client comes back and catches up; the others never noticed.</summary>
internal sealed class SlowConnections : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly LiveConnections connections;
    private readonly RealtimeMeter meter;
    private readonly TimeSpan longest;
    private readonly TimeProvider clock;
    private readonly ILogger<SlowConnections> logger;

    public SlowConnections(
        LiveConnections connections, RealtimeMeter meter, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<SlowConnections> logger)
    {
        (this.connections, this.meter, this.clock, this.logger) = (connections, meter, clock, logger);
        longest = TimeSpan.FromSeconds(options.Value.StuckWriteSeconds);
        connections.Slow = Note;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, clock);
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
