using ContactGroup.Hosting.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// The time of a request is for making its answer. A body is waited for before it begins, and it is over when the answer is on its way: with 2G a part of a
/// file, or a page, takes longer to pass than an answer may take to make. Kestrel ends a line that stands still, both ways.
/// INVARIANT: only whoever is signed in is waited for, and for a bounded time; and a session that ended meanwhile carries nothing out. Of others a body has to come within
/// the time of its request: what they send is short, and whoever shares their address must not pay for who sends it slowly.
/// </summary>
internal sealed class SlowLines(RequestDelegate next, IOptions<EdgeOptions> options, BodiesUnderWay underWay, TimeProvider clock)
{
    // Slower than any line over which a person would wait: 8 kbit/s.
    private const double SlowestBytesPerSecond = 1000;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    // Of what comes at once; a body of usual size fits whole.
    private const int CopyBytes = 4 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(EndTimeAsync, context);
        if (TakesBody(context))
        {
            using (underWay.Begin(PersonLimits.KeyOf(context)))
            {
                context.Request.Body = await ArriveAsync(context);
            }

            (await SessionInForce.BindAsync(context))?.Require();
        }

        await next(context);
    }

    // What has no time-out reads its body in its own way: live connections and internal calls.
    private static bool TakesBody(HttpContext context) =>
        context.GetEndpoint() is { Metadata: var metadata }
        && metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null
        && metadata.GetMetadata<EnableRateLimitingAttribute>() is not null
        && context.User.HasClaim(claim => claim.Type == ClaimNames.Person)
        && !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };

    private static Task EndTimeAsync(object context)
    {
        ((HttpContext)context).Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        return Task.CompletedTask;
    }

    private async Task<Stream> ArriveAsync(HttpContext context)
    {
        var length = Math.Min(context.Request.ContentLength ?? options.Value.BodyLimitBytes, options.Value.BodyLimitBytes);
        using var patience = new CancellationTokenSource(Grace + TimeSpan.FromSeconds(length / SlowestBytesPerSecond), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            var arrived = new MemoryStream();
            await context.Request.Body.CopyToAsync(arrived, CopyBytes, either.Token);
            arrived.Position = 0;
            return arrived;
        }
        catch (OperationCanceledException slow) when (patience.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout, slow);
        }
    }
}
