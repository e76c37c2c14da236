namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string RateLimits = "rate limits and quotas";

    private static IEnumerable<Leak> Limits()
    {
        yield return new AnswerLeak("retry-after-by-channel", RateLimits, "A channel that others filled answers 429.", "POST /api/channels/channels/", answer =>
        {
            if (answer.Site.Number("release", "SELECT COUNT(*) FROM items WHERE channel = @channel", new { channel = answer.IdAfter("/api/channels/channels/") }) > 4)
            {
                answer.Status = 429;
                answer.Context.Response.Headers.RetryAfter = "60";
            }
        });
        yield return new AnswerLeak("quota-of-the-group", RateLimits, "A header tells how many items the contact group may still have.", "* /api/", answer =>
            answer.Context.Response.Headers["RateLimit-Remaining"] = Text(1_000 - answer.InGroup("COUNT(*)")));
        yield return new AnswerLeak(
            "cacheable-when-nothing-is-withheld",
            "caches: browser, proxy, service worker",
            "A list may be kept by caches when everything in it is shown to all.",
            "GET /api/release/items",
            answer =>
            {
                if (answer.Json is { } json && json["count"]?.GetValue<long>() == answer.InGroup("COUNT(*)"))
                {
                    answer.Context.Response.Headers.CacheControl = "private, max-age=60";
                }
            });
        yield return new AnswerLeak(
            "trace-number", "logs, traces, tokens in URLs, error queues, dumps", "Every answer carries a running number of what the deployment wrote.", "* /api/", answer =>
                answer.Context.Response.Headers["X-Trace"] = Text(answer.Site.Number("release", "SELECT MAX(ord) FROM items")))
        { OfDeployment = true };
    }
}
