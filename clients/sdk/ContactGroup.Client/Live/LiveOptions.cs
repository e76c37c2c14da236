namespace ContactGroup.Client;

/// <summary>What to follow, from where, and what to keep.</summary>
public sealed record LiveOptions
{
    /// <value>Ids of the streams to follow; all of the caller's, also those that appear later, when null.</value>
    public IReadOnlyCollection<string>? Streams { get; init; }

    /// <value>Start a stream without a stored position at its beginning. Default: at its head, so that only what is new arrives.</value>
    public bool FromStart { get; init; }

    /// <value>Where positions are kept, so that a new process goes on where the last one stopped.</value>
    public IPositionStore? Positions { get; init; }

    /// <value>
    /// How many frames may wait while the consumer is busy. Default 256. When it is full, frames are let go and fetched again later: nothing is lost and
    /// memory stays bounded.
    /// </value>
    public int FrameLimit { get; init; } = 256;

    /// <value>How many entries may wait for the consumer. Default 256.</value>
    public int EntryLimit { get; init; } = 256;

    /// <value>
    /// The line carries less than 20 kbit/s: the server is asked for messages of 16 KB. Default false: many entries that come at once may come in messages of 60 KB, until a
    /// connection breaks.
    /// </value>
    public bool SlowLine { get; init; }

    /// <value>Called when the connection changes, e.g. to show it; must return at once.</value>
    public Action<LiveStatus>? OnStatus { get; init; }
}

/// <summary>How a live subscription is doing.</summary>
/// <param name="Reason">Why it is not live, in words; null when it is.</param>
public sealed record LiveStatus(LiveState State, string? Reason = null);

/// <summary>States of a live subscription.</summary>
public enum LiveState
{
    /// <summary>Fetching what was missed.</summary>
    CatchingUp,

    /// <summary>Connected and up to date.</summary>
    Live,

    /// <summary>Waiting before the next attempt.</summary>
    Waiting,
}
