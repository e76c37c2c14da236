using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// The time of a request is for making its answer. A body is waited for before it begins, and it is over when the answer is on its way: with 2G a part of a
/// file, or a page, takes longer to pass than an answer may take to make. Kestrel ends a line that stands still, both ways.
/// </summary>
internal sealed class SlowLines(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(EndTimeAsync, context);
        if (IsBounded(context.GetEndpoint()) && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            context.Request.Body = await ArriveAsync(context.Request.Body, context.RequestAborted);
        }

        await next(context);
    }

    // What has no time-out reads its body in its own way: live connections and internal calls.
    private static bool IsBounded(Endpoint? endpoint) => endpoint is not null && endpoint.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null;

    private static Task EndTimeAsync(object context)
    {
        ((HttpContext)context).Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        return Task.CompletedTask;
    }

    private static async Task<Stream> ArriveAsync(Stream body, CancellationToken cancellationToken)
    {
        var arrived = new MemoryStream();
        await body.CopyToAsync(arrived, cancellationToken);
        arrived.Position = 0;
        return arrived;
    }
}
