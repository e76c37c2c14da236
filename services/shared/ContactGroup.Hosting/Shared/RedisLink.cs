using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace ContactGroup.Hosting.Shared;

/// <summary>
/// The one connection of this process to the Redis server of the deployment. Nothing waits for it longer than a moment and nothing fails without it: who
/// asks is told that it is away, and does what is stricter. Nothing is tried again, since it may have been done.
/// </summary>
internal sealed class RedisLink : IAsyncDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(2);

    // Without subscriptions there is no second connection, and the account needs no more rights than it uses.
    private static readonly HashSet<string> Unused = ["SUBSCRIBE", "UNSUBSCRIBE", "PSUBSCRIBE", "PUNSUBSCRIBE", "PUBLISH", "CONFIG", "CLUSTER"];

    private readonly CircuitBreakerStateProvider breaker = new();
    private readonly ResiliencePipeline pipeline;
    private readonly string? server;
    private volatile ConnectionMultiplexer? connection;

    public RedisLink(IOptions<SharedOptions> options, TimeProvider clock)
    {
        server = options.Value.Redis;
        pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A server that hangs is noticed by the first few who wait, and costs one of them its wait each second.
                FailureRatio = 0.05,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromSeconds(1),
                BreakDuration = TimeSpan.FromSeconds(1),
                StateProvider = breaker,
            })
            .AddTimeout(LongestAnswer)
            .Build();
    }

    /// <summary>Whether the deployment has a server.</summary>
    public bool IsUsed => server is not null;

    /// <summary>Whether it answered of late.</summary>
    public bool Answers => connection is { IsConnected: true } && breaker.CircuitState == CircuitState.Closed;

    /// <summary>Why it does not; a type of exception.</summary>
    public string Reason { get; private set; } = "not connected";

    /// <summary>Connects anew, whatever became of the connection there was.</summary>
    public async Task ConnectAsync()
    {
        await CloseAsync();
        var settings = SharedOptions.TryRead(server!)!;
        settings.AbortOnConnectFail = false;
        settings.AllowAdmin = false;
        settings.ConnectTimeout = (int)LongestConnect.TotalMilliseconds;
        settings.KeepAlive = 10;
        settings.TieBreaker = string.Empty;
        settings.ConfigurationChannel = string.Empty;
        settings.CommandMap = CommandMap.Create(Unused, available: false);
        try
        {
            connection = await ConnectionMultiplexer.ConnectAsync(settings);
        }
        catch (Exception failure)
        {
            Reason = failure.GetType().Name;
        }
    }

    /// <summary>Whether the server answers now.</summary>
    public async ValueTask<bool> AnswersNowAsync(CancellationToken cancellationToken) =>
        await TryAsync(static (database, _) => database.PingAsync(), state: 0, cancellationToken) is not null;

    /// <summary>Runs a script on one key, as one step of the server; null when it is away.</summary>
    public ValueTask<long?> TryRunAsync(string script, string key, RedisValue[] values, CancellationToken cancellationToken) => TryAsync(
        static async (database, call) => (long)await database.ScriptEvaluateAsync(call.script, [call.key], call.values, CommandFlags.DemandMaster),
        (script, key, values),
        cancellationToken);

    public ValueTask DisposeAsync() => new(CloseAsync());

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref connection, null) is not { } old)
        {
            return;
        }

        try
        {
            await old.CloseAsync(allowCommandsToComplete: false).WaitAsync(LongestConnect);
        }
        catch (Exception failure)
        {
            Reason = failure.GetType().Name;
        }
    }

    private async ValueTask<T?> TryAsync<T, TState>(Func<IDatabase, TState, Task<T>> act, TState state, CancellationToken cancellationToken)
        where T : struct
    {
        if (connection is not { IsConnected: true } known)
        {
            return null;
        }

        try
        {
            return await pipeline.ExecuteAsync(
                static async (call, token) => await call.act(call.known.GetDatabase(), call.state).WaitAsync(token), (act, known, state), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Reason = failure.GetType().Name;
            return null;
        }
    }
}
