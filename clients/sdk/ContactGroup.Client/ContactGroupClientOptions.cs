namespace ContactGroup.Client;

/// <summary>How a <see cref="ContactGroupClient"/> reaches its server, and for how long it keeps trying.</summary>
public sealed record ContactGroupClientOptions
{
    /// <summary>Origin of the server, e.g. <c>https://contact.example</c>. A path in it is kept as a prefix.</summary>
    public required Uri Address { get; init; }

    /// <value>
    /// How long one attempt may stand still: until its answer begins, and from one part of the answer to the next. A body that is sent has a second more for each
    /// 1,000 bytes. Default 30 s.
    /// </value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long a call is retried after its first failure (no answer, 429 or 5xx). Default 15 s; zero never retries.</value>
    public TimeSpan RetryWindow { get; init; } = TimeSpan.FromSeconds(15);

    /// <value>How often a call is retried within the window. Default 8.</value>
    public int RetryAttempts { get; init; } = 8;

    /// <value>The first pause before a retry; each later one doubles, with jitter, up to <see cref="RetryDelayLimit"/>. Default 0.2 s.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <value>The longest pause between two attempts, also between two live connections. Default 10 s.</value>
    public TimeSpan RetryDelayLimit { get; init; } = TimeSpan.FromSeconds(10);
}
