using System.Globalization;
using System.Threading.RateLimiting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Shared;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Limits requests per person, never per channel, group or organisation: a limit that others can fill tells about the others. Before sign-in the
/// limit counts per address. Instances of a service count together when they share a server for it.
/// </summary>
internal static class PersonLimits
{
    public const string Policy = "person";

    public static IServiceCollection AddPersonLimits(this IServiceCollection services)
    {
        services.AddShared();
        services.AddRateLimiter(limits => limits.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<EdgeOptions>, SharedPace>((limits, edge, pace) =>
        {
            limits.RejectionStatusCode = ProblemCode.TooManyRequests.Status;
            limits.AddPolicy(Policy, context => pace.IsShared
                ? RateLimitPartition.Get(KeyOf(context), who => (RateLimiter)new SharedBucket(who, Bucket(edge.Value), pace))
                : RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => Bucket(edge.Value)));
        });
        return services;
    }

    /// <summary>Whom a request counts for.</summary>
    internal static string KeyOf(HttpContext context) => context.User.FindFirst(ClaimNames.Person)?.Value is { } person
        ? "person " + person
        : "address " + ClientAddress.BlockOf(context.Connection.RemoteIpAddress);

    private static TokenBucketRateLimiterOptions Bucket(EdgeOptions edge) => new()
    {
        TokenLimit = edge.Burst,
        TokensPerPeriod = edge.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = false, // Whoever keeps the buckets fills them, all at once.
    };

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.Refused(ProblemCode.TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }
}
