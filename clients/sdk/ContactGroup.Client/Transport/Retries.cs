using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace ContactGroup.Client.Transport;

/// <summary>When a call is tried again: no answer, 429 or 5xx, within the window, after a pause with jitter or the one the server asks for.</summary>
internal static class Retries
{
    private static readonly ResiliencePropertyKey<long> FirstFailure = new("first-failure");

    public static ResiliencePipeline<HttpResponseMessage> Build(ContactGroupClientOptions options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.RetryAttempts < 1 || options.RetryWindow <= TimeSpan.Zero)
        {
            return builder.Build();
        }

        return builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = options.RetryAttempts,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.RetryDelay,
            MaxDelay = options.RetryDelayLimit,
            UseJitter = true,
            ShouldHandle = outcome => ValueTask.FromResult(
                IsTransient(outcome.Outcome) && HasTimeLeft(outcome.Context, outcome.Outcome.Result, options.RetryWindow, clock)),
            DelayGenerator = asked => ValueTask.FromResult(WaitAsked(asked.Outcome.Result, clock)),
        }).Build();
    }

    public static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutException || (outcome.Result is { } answer && IsTransient(answer.StatusCode));

    private static bool HasTimeLeft(ResilienceContext context, HttpResponseMessage? answer, TimeSpan window, TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        var first = context.Properties.GetValue(FirstFailure, now);
        context.Properties.Set(FirstFailure, first);
        return clock.GetElapsedTime(first, now) + (WaitAsked(answer, clock) ?? TimeSpan.Zero) < window;
    }

    private static TimeSpan? WaitAsked(HttpResponseMessage? answer, TimeProvider clock) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        RetryConditionHeaderValue { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
