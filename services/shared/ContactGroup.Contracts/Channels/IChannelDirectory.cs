using ContactGroup.Classification;

namespace ContactGroup.Contracts.Channels;

/// <summary>Port: which channel a person may write in. Implemented by <c>channels</c>; closed on failure.</summary>
public interface IChannelDirectory
{
    /// <summary>What the person may do in the channel; null when it does not exist or does not admit the person, which look the same.</summary>
    ValueTask<ChannelPass?> FindAsync(WhoAsks who, string channel, CancellationToken cancellationToken);
}

/// <summary>The person who asks, as a service knows them from their session.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Constituency">What it is in the theatre.</param>
/// <param name="Force">The force of a military organisation.</param>
/// <param name="Name">The name that others see; only for the record of who read what.</param>
/// <param name="OrganisationName">Name of the organisation, for the same record.</param>
public sealed record WhoAsks(
    string Person, string? Organisation, Constituency Constituency, string? Force, string? Name = null, string? OrganisationName = null);

/// <summary>What a person may do in a channel.</summary>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Group">Id of its contact group.</param>
/// <param name="Kind">What kind of room it is.</param>
/// <param name="Posture">Posture of the contact group.</param>
/// <param name="TermsAccepted">Whether the person accepted the present version of the terms of reference.</param>
/// <param name="MayPost">Whether kind, posture and role let the person write messages and reports here; says nothing about the terms.</param>
/// <param name="Exercise">Whether the contact group is an exercise.</param>
/// <param name="Admits">Atoms: <c>all</c>, a side (<c>humanitarian</c>) or audiences (<c>ingo</c>, <c>military:northern-force</c>).</param>
/// <param name="Version">Version of the channel's state that this was read from, as in <see cref="ChannelChanged"/>; goes into what is written by it.</param>
public sealed record ChannelPass(
    string Channel,
    string Group,
    ChannelKind Kind,
    Posture Posture,
    bool TermsAccepted,
    bool MayPost,
    bool Exercise,
    IReadOnlyList<string> Admits,
    long Version = 0)
{
    /// <summary>
    /// Whether kind, posture and role let the person notify here, whatever <see cref="MayPost"/> says of messages and reports; says nothing about the terms.
    /// False when the answer does not say.
    /// </summary>
    public bool MayNotify { get; init; }

    /// <summary>
    /// Audiences outside the humanitarian side that somebody in this room belongs to now, such as <c>military:northern-force</c> and <c>police</c>, sorted:
    /// whom a notification can reach. INVARIANT: empty for who may not notify; two forces never learn of each other.
    /// </summary>
    public IReadOnlyList<string> Forces { get; init; } = [];

    /// <summary>Whether the room takes notifications alone: refuse messages and reports of whoever with CG-3005.</summary>
    public bool TakesNotificationsOnly => Kind == ChannelKind.Notification;

    /// <summary>
    /// Whether the posture closed the channel to this person, who could see it before: refuse with CG-3002 and show nothing new. A person who never
    /// saw it gets no pass at all.
    /// </summary>
    public bool ClosedByPosture => Kind == ChannelKind.Plenary && Posture == Posture.Distance && !MayPost;
}

/// <summary>Port: ends a person's rights at once, before a removal is acknowledged. Implemented by the services that show content.</summary>
public interface IRightsGate
{
    /// <summary>
    /// Ends the person's rights by the end of a membership. Returns when nothing more can reach them. INVARIANT: every end has a version, so that a fact
    /// of an earlier one that is still on its way gives no right back, and a later membership is left alone.
    /// </summary>
    ValueTask EndAsync(string person, MembershipEnd end, CancellationToken cancellationToken);
}

/// <summary>The end of a membership.</summary>
/// <param name="Group">Id of the contact group.</param>
/// <param name="Version">Version of the membership that ended it, as in <see cref="MembershipChanged"/>.</param>
public sealed record MembershipEnd(string Group, long Version);

/// <summary>Port: takes over what channels are now before their change is acknowledged. Implemented by the services that show content.</summary>
public interface IChannelGate
{
    /// <summary>Returns when reads and decisions follow the new states. The facts of the same versions come as well and change nothing more.</summary>
    ValueTask ChangeAsync(IReadOnlyList<ChannelChanged> channels, CancellationToken cancellationToken);
}
