using ContactGroup.Classification;

namespace ContactGroup.Contracts.Channels;

/// <summary>
/// An order to lay out a whole contact group at once, for a demonstration or a first import. Everything in it is checked like any command.
/// </summary>
/// <param name="Name">Name of the contact group, 1 to 120 characters. A group of this name that exists already is left as it is.</param>
/// <param name="Purpose">What the group is for, 1 to 4,000 characters.</param>
/// <param name="Assumptions">What its members take as given, 1 to 4,000 characters.</param>
/// <param name="Posture">Posture to start in.</param>
/// <param name="Exercise">Whether everything in it is marked exercise.</param>
/// <param name="Coordinator">Person id of the coordinator who opens it; one of <paramref name="Members"/>.</param>
/// <param name="Members">Everyone in it.</param>
/// <param name="Channels">Its channels, names all different.</param>
public sealed record GroupSeed(
    string Name,
    string Purpose,
    string Assumptions,
    Posture Posture,
    bool Exercise,
    string Coordinator,
    IReadOnlyList<MemberSeed> Members,
    IReadOnlyList<ChannelSeed> Channels);

/// <summary>A person who joins, as identity knows them.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Organisation">Id of the person's organisation.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Constituency">What the organisation is in the theatre.</param>
/// <param name="Force">The force, for military organisations only.</param>
/// <param name="AcceptsTerms">Whether the person has accepted the terms of reference.</param>
public sealed record MemberSeed(
    string Person, string Name, string Organisation, string OrganisationName, Constituency Constituency, string? Force, bool AcceptsTerms);

/// <summary>A channel to open.</summary>
/// <param name="Name">Name, 1 to 80 characters.</param>
/// <param name="Kind">What kind of room it is.</param>
/// <param name="Admits">Atoms as in <see cref="ChannelChanged.Admits"/>; empty for a plenary, a notice channel and a notification room.</param>
/// <param name="Messages">Messages to post, oldest first.</param>
public sealed record ChannelSeed(string Name, ChannelKind Kind, IReadOnlyList<string> Admits, IReadOnlyList<MessageSeed> Messages);

/// <summary>A message to post.</summary>
/// <param name="Author">Person id of its author, a member whom the channel admits.</param>
/// <param name="Text">1 to 8,000 characters.</param>
/// <param name="ReleaseTo">Atoms of the release set; null for the default of the channel's kind.</param>
/// <param name="Sensitivity">The author's label.</param>
/// <param name="Caveats">Handling caveats.</param>
/// <param name="AcknowledgementRequested">Whether receipt is to be confirmed.</param>
public sealed record MessageSeed(
    string Author,
    string Text,
    IReadOnlyList<string>? ReleaseTo = null,
    Sensitivity Sensitivity = Sensitivity.Moderate,
    Caveats Caveats = Caveats.None,
    bool AcknowledgementRequested = false);

/// <summary>Where a seeded contact group is found.</summary>
/// <param name="Group">Id of the contact group.</param>
/// <param name="Channels">Ids of its channels by name.</param>
/// <param name="Created">False when it existed already and nothing was written.</param>
public sealed record SeededGroup(string Group, IReadOnlyDictionary<string, string> Channels, bool Created);
