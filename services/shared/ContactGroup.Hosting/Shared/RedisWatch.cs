using System.Diagnostics.Metrics;

namespace ContactGroup.Hosting.Shared;

/// <summary>Connects, notices when the server goes and when it is back, and takes a new connection when one has been silent for long.</summary>
internal sealed class RedisWatch : BackgroundService
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ContactGroup.Shared";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly RedisLink redis;
    private readonly TimeProvider clock;
    private readonly ILogger<RedisWatch> logger;

    public RedisWatch(RedisLink redis, TimeProvider clock, IMeterFactory meters, ILogger<RedisWatch> logger)
    {
        (this.redis, this.clock, this.logger) = (redis, clock, logger);
        meters.Create(MeterName).CreateObservableGauge(
            "contactgroup.shared.away", () => redis.IsUsed && !redis.Answers ? 1 : 0, "{server}", "Whether limits are counted by this process alone.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!redis.IsUsed)
        {
            return;
        }

        using var pace = new PeriodicTimer(Pace, clock);
        var heard = 0L;
        bool? told = null;
        do
        {
            if (heard == 0 || clock.GetElapsedTime(heard) > Patience)
            {
                await redis.ConnectAsync();
                heard = clock.GetTimestamp();
            }

            if (await redis.AnswersNowAsync(stoppingToken))
            {
                heard = clock.GetTimestamp();
            }

            if (redis.Answers != told)
            {
                told = redis.Answers;
                Tell(told.Value);
            }
        }
        while (await pace.WaitForNextTickAsync(stoppingToken));
    }

    private void Tell(bool answers)
    {
        if (answers)
        {
            SharedLog.Back(logger);
        }
        else
        {
            SharedLog.Away(logger, redis.Reason);
        }
    }
}
