using ContactGroup.Hosting.Ports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// The outermost layer: whatever goes wrong below, the caller gets a problem with a stable code, and nothing of ours: no stack trace, no message of
/// an exception, no page of the framework.
/// </summary>
internal sealed class ProblemEdge(RequestDelegate next, IOptions<EdgeOptions> options, ILogger<ProblemEdge> logger)
{
    // How much is read of a body of unannounced length, and dropped, so that its sender hears the refusal.
    private const int DroppedTimes = 8;

    private readonly int bodyLimit = options.Value.BodyLimitBytes;

    public async Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Write(context);
        try
        {
            // Internal calls have a bound of their own, and to who has no seal nothing is there, however much they send.
            if (!context.Request.Path.StartsWithSegments(PortServer.Prefix, StringComparison.Ordinal))
            {
                if (Refusal(context.Request) is { } refusal)
                {
                    await refusal.ExecuteAsync(context);
                    return;
                }

                Bound(context);
            }

            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The caller hung up; the number only shows in metrics.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception failure)
        {
            await AnswerAsync(context, failure);
            return;
        }

        await FillAsync(context);
    }

    private ProblemHttpResult? Refusal(HttpRequest request)
    {
        if (request.ContentLength > bodyLimit)
        {
            return Problems.Refused(ProblemCode.BodyTooLarge);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Charset is not { HasValue: true } charset)
        {
            return null;
        }

        // The framework would quietly convert another character set; what we hash and what the caller signed would differ.
        if (!HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Refused(ProblemCode.ContentTypeWrong, "Send the header Content-Type: application/json; only UTF-8 is read.");
        }

        // Quotation marks are allowed around the name of a character set, and the framework fails on them.
        type.Charset = "utf-8";
        request.ContentType = type.ToString();
        return null;
    }

    private void Bound(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return;
        }

        size.MaxRequestBodySize = bodyLimit;
        if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            size.MaxRequestBodySize = (long)bodyLimit * DroppedTimes;
            context.Request.Body = new BoundedBody(context.Request.Body, bodyLimit);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception failure)
    {
        var problem = FailureCodes.Read(failure);
        Log(context, failure, problem.StatusCode);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        SecurityHeaders.Write(context);
        await WriteAsync(context, problem);
    }

    private void Log(HttpContext context, Exception failure, int status)
    {
        // The route's pattern, not the path: a path carries ids that tell what exists.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        if (status == StatusCodes.Status500InternalServerError)
        {
            EdgeLog.Unforeseen(logger, Kinds(failure), route, failure.StackTrace);
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            EdgeLog.Unavailable(logger, Kinds(failure), route);
        }
    }

    private static string Kinds(Exception failure) =>
        failure.InnerException is { } inner ? $"{failure.GetType().Name} of {inner.GetType().Name}" : failure.GetType().Name;

    // A status without a body comes from the framework itself: no route, wrong method, wrong content type.
    private static Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        return response.HasStarted || response.StatusCode < 400 || response.ContentLength is not null || response.ContentType is not null
            ? Task.CompletedTask
            : WriteAsync(context, Problems.Refused(FailureCodes.ForStatus(response.StatusCode)));
    }

    private static Task WriteAsync(HttpContext context, ProblemHttpResult problem)
    {
        if (problem.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "2";
        }

        return problem.ExecuteAsync(context);
    }
}
