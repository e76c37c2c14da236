using ContactGroup.Classification;

namespace ContactGroup.Contracts.Channels;

/// <summary>Port: which channel a person may write in. Implemented by <c>channels</c>; closed on failure.</summary>
public interface IChannelDirectory
{
    /// <summary>What the person may do in the channel; null when it does not exist or does not admit the person, which look the same.</summary>
    ValueTask<ChannelPass?> FindAsync(WhoAsks who, string channel, CancellationToken cancellationToken);
}

/// <summary>The person who asks, as a service knows them from their session.</summary>
public sealed record WhoAsks(string Person, string? Organisation, Constituency Constituency, string? Force);

/// <summary>What a person may do in a channel.</summary>
public sealed record ChannelPass(
    string Channel,
    string Group,
    ChannelKind Kind,
    Posture Posture,
    bool TermsAccepted,
    bool MayPost,
    bool Exercise,
    IReadOnlyList<string> Admits);

/// <summary>Port: ends a person's rights at once, before a removal is acknowledged. Implemented by the services that show content.</summary>
public interface IRightsGate
{
    /// <summary>Ends the person's rights in a contact group (all groups when null). Returns when nothing more can reach them.</summary>
    ValueTask EndAsync(string person, string? group, CancellationToken cancellationToken);
}
