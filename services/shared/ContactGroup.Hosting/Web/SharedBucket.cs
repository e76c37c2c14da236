using System.Threading.RateLimiting;
using ContactGroup.Hosting.Shared;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// The bucket of one person in this process, and behind it the one that the instances of the service share. While that is out of reach, a request
/// takes as much from this one as if every instance had let one through.
/// </summary>
internal sealed class SharedBucket(string who, TokenBucketRateLimiterOptions bounds, SharedPace pace) : ReplenishingRateLimiter
{
    private const string Kind = "requests";

    private readonly TokenBucketRateLimiter own = new(bounds);

    /// <inheritdoc />
    public override TimeSpan? IdleDuration => own.IdleDuration;

    /// <inheritdoc />
    public override TimeSpan ReplenishmentPeriod => own.ReplenishmentPeriod;

    /// <inheritdoc />
    public override bool IsAutoReplenishing => own.IsAutoReplenishing;

    /// <inheritdoc />
    public override bool TryReplenish() => own.TryReplenish();

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics() => own.GetStatistics();

    /// <summary>Who cannot wait for an answer is not let in; the edge then asks again and waits.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Refusal(TimeSpan.Zero);

    /// <inheritdoc />
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (!pace.Answers)
        {
            return Take(pace.Instances);
        }

        var lease = Take(1);
        if (!lease.IsAcquired)
        {
            return lease;
        }

        return await pace.TakeAsync(Kind, who, bounds.TokensPerPeriod, bounds.TokenLimit, cancellationToken) switch
        {
            null => pace.Instances > 1 ? Take(pace.Instances - 1) : lease,
            { Ticks: 0 } => lease,
            { } wait => new Refusal(wait),
        };
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            own.Dispose();
        }

        base.Dispose(disposing);
    }

    private RateLimitLease Take(int count) => own.AttemptAcquire(Math.Min(count, bounds.TokenLimit));

    private sealed class Refusal(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            var known = string.Equals(metadataName, MetadataName.RetryAfter.Name, StringComparison.Ordinal);
            metadata = known ? wait : null;
            return known;
        }
    }
}
