using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Shared;

/// <summary>
/// How often somebody does something, counted by all instances of a service together. INVARIANT: it only ever refuses what this process itself would let
/// through; whatever the server holds, nobody gets more than the limit of one process.
/// </summary>
internal sealed class SharedPace(RedisLink redis, SharedNames names, IOptions<SharedOptions> options, IHostEnvironment host)
{
    // The time at which the bucket is full again is all there is to keep. By the clock of the server, so that those of the machines do not matter.
    private const string Take =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local each, most = tonumber(ARGV[1]), tonumber(ARGV[2])
        local kept = tonumber(redis.call('GET', KEYS[1])) or now
        local full = math.min(math.max(kept, now), now + most)
        local wait = math.max(full + each - now - most, 0)
        if wait > 0 and kept == full then return wait end
        if wait == 0 then full = full + each end
        redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
        return wait
        """;

    /// <summary>Whether the instances of a service count together.</summary>
    public bool IsShared => redis.IsUsed;

    /// <summary>Whether the others are known to count along now.</summary>
    public bool Answers => redis.Answers;

    /// <summary>How many instances there are at most: as much counts one request while nobody knows what the others let through.</summary>
    public int Instances => options.Value.Instances;

    /// <summary>Takes one from the bucket that the instances share.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="who">Of whom.</param>
    /// <param name="perSecond">How much comes back in a second.</param>
    /// <param name="burst">How much the bucket holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How long to wait for it: zero when it was taken; null when the server is away.</returns>
    public async ValueTask<TimeSpan?> TakeAsync(string kind, string who, int perSecond, int burst, CancellationToken cancellationToken)
    {
        var each = 1_000_000d / perSecond;
        var key = names.Of(kind, $"{host.ApplicationName}\n{who}");
        return await redis.TryRunAsync(Take, key, [each, each * burst], cancellationToken) is { } wait ? TimeSpan.FromMicroseconds(wait) : null;
    }
}
