using System.Globalization;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Shared;

/// <summary>
/// How many of something each person has, over all instances of a service. Every instance says how many it has, again and again; what one says that has
/// died is forgotten after <see cref="Life"/>.
/// </summary>
public sealed class SharedTally
{
    /// <summary>How long a number counts after it was said.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    private const string Say =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local me, mine, life = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
        local others = 0
        local all = redis.call('HGETALL', KEYS[1])
        for index = 1, #all, 2 do
            local count, till = string.match(all[index + 1], '^(%d+) (%d+)$')
            if not till or tonumber(till) <= now or tonumber(till) > now + life then
                redis.call('HDEL', KEYS[1], all[index])
            elseif all[index] ~= me then
                others = others + tonumber(count)
            end
        end
        if mine == 0 then
            redis.call('HDEL', KEYS[1], me)
        else
            redis.call('HSET', KEYS[1], me, string.format('%d %.0f', mine, now + life))
        end
        redis.call('PEXPIRE', KEYS[1], life)
        return math.min(others, 1000000)
        """;

    private readonly RedisLink redis;
    private readonly SharedNames names;
    private readonly SharedOptions options;

    internal SharedTally(RedisLink redis, SharedNames names, IOptions<SharedOptions> options) => (this.redis, this.names, this.options) = (redis, names, options.Value);

    /// <summary>Whether instances of a service count together.</summary>
    public bool IsShared => redis.IsUsed;

    /// <summary>What one instance may have of a limit while nobody knows what the others have: its share, and one at least.</summary>
    public int ShareOf(int limit) => Math.Max(1, limit / options.Instances);

    /// <summary>Says how many this process has.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="who">Whose.</param>
    /// <param name="process">Id of this process.</param>
    /// <param name="mine">How many; 0 forgets what was said before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many the other instances have; null when that is not known.</returns>
    public async ValueTask<int?> SayAsync(string kind, string who, string process, int mine, CancellationToken cancellationToken) =>
        await redis.TryRunAsync(
            Say,
            names.Of(kind, who),
            [process, mine, Life.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)],
            cancellationToken) is { } others ? (int)others : null;
}
