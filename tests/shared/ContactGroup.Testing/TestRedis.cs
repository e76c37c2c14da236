using System.Net;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace ContactGroup.Testing;

/// <summary>The Redis server of the tests, which <c>infra/local/servers</c> starts, as one deployment sees it. Leaves nothing there.</summary>
public sealed class TestRedis : IAsyncDisposable
{
    private readonly ConnectionMultiplexer connection = ConnectionMultiplexer.Connect(Address);

    /// <summary>Where it is and who signs in there.</summary>
    public static string Address { get; } = Environment.GetEnvironmentVariable("CONTACTGROUP_TEST_REDIS")
        ?? throw new InvalidOperationException("These tests need servers: eval \"$(infra/local/servers start FOLDER --throwaway)\" before, or filter them out with needs!=servers.");

    /// <summary>What the keys of this deployment begin with.</summary>
    public string Prefix { get; } = $"t{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}:";

    /// <summary>A way to the server that can be harmed.</summary>
    public TestRelay Relay() => new((IPEndPoint)connection.GetEndPoints()[0]);

    /// <summary>The same sign-in, at another address.</summary>
    public static string At(string address) => string.Join(',', Address.Split(',').Skip(1).Prepend(address));

    /// <summary>Everything that the server holds of this deployment, keys and values, as text.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in Keys())
        {
            all[key!] = await connection.GetDatabase().KeyTypeAsync(key) is RedisType.Hash
                ? string.Join(' ', await connection.GetDatabase().HashGetAllAsync(key))
                : (string?)await connection.GetDatabase().StringGetAsync(key) ?? string.Empty;
        }

        return all;
    }

    /// <summary>How long the server still keeps a key; null when for ever.</summary>
    public Task<TimeSpan?> LifeAsync(string key) => connection.GetDatabase().KeyTimeToLiveAsync(key);

    /// <summary>Writes over a key, as somebody would who has the server in his hands.</summary>
    public Task WriteAsync(string key, string text) => connection.GetDatabase().StringSetAsync(key, text);

    /// <summary>Forgets everything of this deployment, as a server does that starts anew.</summary>
    public Task ForgetAsync() => connection.GetDatabase().KeyDeleteAsync([.. Keys()]);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await connection.CloseAsync();
    }

    private IEnumerable<RedisKey> Keys() => connection.GetServer(connection.GetEndPoints()[0]).Keys(pattern: Prefix + "*");
}
