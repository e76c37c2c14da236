namespace ContactGroup.Hosting.Bus;

/// <summary>What travels on the bus: facts of one type, in order, each sealed. <typeparamref name="T"/> only routes; no content is in clear.</summary>
/// <param name="Batch">Id of this batch, for confirmation inside one process.</param>
/// <param name="Facts">The sealed facts, oldest first.</param>
/// <param name="At">When they were relayed, UTC.</param>
public sealed record SealedFacts<T>(string Batch, IReadOnlyList<SealedFact> Facts, DateTimeOffset? At = null)
    where T : class;

/// <summary>One sealed fact.</summary>
/// <param name="MessageId">Id by which a consumer drops repeats.</param>
/// <param name="Partition">What must stay in order.</param>
/// <param name="Payload">The sealed bytes.</param>
public sealed record SealedFact(string MessageId, string Partition, byte[] Payload);

/// <summary>An opened fact as a consumer gets it.</summary>
/// <param name="MessageId">Id to pass to <c>WriteScope.FirstTimeAsync</c>.</param>
/// <param name="Partition">What stays in order.</param>
/// <param name="Fact">The fact.</param>
public sealed record Delivery<T>(string MessageId, string Partition, T Fact)
    where T : class
{
    /// <summary>When it was relayed, UTC; absent when it comes from where it was parked.</summary>
    public DateTimeOffset? At { get; init; }
}
