using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using ContactGroup.Contracts.Release;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ContactGroup.Hosting.Ports;

/// <summary>
/// Asks another process. Bounded in time; what never reached the other side is tried again, anything else is not, because it may have been done. Behind a
/// service that fails, callers are refused at once for a moment.
/// </summary>
internal sealed class PortCaller : IDisposable
{
    private readonly ConcurrentDictionary<Uri, ResiliencePipeline<HttpResponseMessage>> pipelines = new();
    private readonly PortSeal seal;
    private readonly TimeProvider clock;
    private readonly TimeSpan timeout;
    private readonly HttpClient http;

    public PortCaller(PortSeal seal, IOptions<PortOptions> options, TimeProvider clock)
    {
        this.seal = seal;
        this.clock = clock;
        timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Asks a method of a port at an address.</summary>
    /// <exception cref="PortUnavailableException">There was no answer, or none that can be used.</exception>
    public async Task<T> AskAsync<T>(Uri address, PortMethod method, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var pipeline = pipelines.GetOrAdd(address, _ => Pipeline());
            var (question, nonce) = seal.Ask(method, arguments);
            using var answer = await pipeline.ExecuteAsync(
                async token =>
                {
                    using var body = new ByteArrayContent(question);
                    return await http.PostAsync(new Uri(address, method.Path), body, token);
                },
                cancellationToken);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                throw new PortUnavailableException(method.Port, cause: null);
            }

            var text = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return text.Length > 0 ? seal.OpenAnswer<T>(method, nonce, text) : throw new StreamClosedException();
        }
        catch (Exception failure) when (
            failure is HttpRequestException or ExecutionRejectedException or CryptographicException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PortUnavailableException(method.Port, failure);
        }
    }

    public void Dispose() => http.Dispose();

    private ResiliencePipeline<HttpResponseMessage> Pipeline() => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>(failure => failure.HttpRequestError is HttpRequestError.ConnectionError),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.8,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(1),
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<Polly.Timeout.TimeoutRejectedException>(),
        })
        .AddTimeout(timeout)
        .Build();
}

/// <summary>Another service of the deployment did not answer. What depended on its answer is refused.</summary>
public sealed class PortUnavailableException(string port, Exception? cause) : Exception($"The port {port} did not answer.", cause);
