using ContactGroup.Classification;

namespace ContactGroup.Contracts.Channels;

/// <summary>A fact: a channel was opened or changed, with its contact group's posture. Carries the whole state.</summary>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Group">Id of the contact group.</param>
/// <param name="Name">Name of the channel.</param>
/// <param name="Kind">What kind of room it is.</param>
/// <param name="Admits">Atoms: <c>all</c>, a side (<c>humanitarian</c>) or audiences (<c>ingo</c>, <c>military:northern-force</c>).</param>
/// <param name="Posture">Posture of the contact group.</param>
/// <param name="Exercise">Whether the contact group is an exercise.</param>
/// <param name="Version">Rises with every change of the channel or its group.</param>
public sealed record ChannelChanged(
    string Channel, string Group, string Name, ChannelKind Kind, IReadOnlyList<string> Admits, Posture Posture, bool Exercise, long Version);

/// <summary>A fact: a person joined or left a contact group.</summary>
/// <param name="Group">Id of the contact group.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="Organisation">Id of the person's organisation.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Constituency">What the organisation is in the theatre.</param>
/// <param name="Force">The force, for military organisations only.</param>
/// <param name="Member">True after joining, false after leaving.</param>
/// <param name="Version">Rises with every change of this person's membership in this group.</param>
/// <param name="Joined">The version at which this membership began; a later membership of the same person begins at a higher one. 0 when not told.</param>
public sealed record MembershipChanged(
    string Group, string Person, string Organisation, string OrganisationName, Constituency Constituency, string? Force, bool Member, long Version,
    long Joined = 0);

/// <summary>
/// A fact: a coordinator changed the posture of a contact group. Each of its channels is told by a <see cref="ChannelChanged"/> of the same version.
/// </summary>
/// <param name="Group">Id of the contact group.</param>
/// <param name="Before">Posture until now.</param>
/// <param name="Posture">Posture from now on.</param>
/// <param name="ChangedBy">Id of the coordinator.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Version">Version of the contact group that this change made.</param>
public sealed record PostureChanged(string Group, Posture Before, Posture Posture, string ChangedBy, DateTimeOffset At, long Version);
