using ContactGroup.Classification;

namespace ContactGroup.Contracts.Identity;

/// <summary>A fact: a person was added, changed or suspended. Carries the whole state.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="DisplayName">The name other participants see.</param>
/// <param name="Organisation">Id of the organisation; null for an administrator.</param>
/// <param name="Suspended">True when the person may no longer sign in.</param>
/// <param name="IsAdministrator">Whether the person administers the deployment. An administrator reads no content.</param>
/// <param name="Version">Rises with every change of this person.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonChanged(
    string Person, string DisplayName, string? Organisation, bool Suspended, bool IsAdministrator, long Version, DateTimeOffset At);

/// <summary>A fact: an organisation was added or changed. Carries the whole state.</summary>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Its short name.</param>
/// <param name="Constituency">What it is in the theatre.</param>
/// <param name="Force">The force; set for military organisations and for no other.</param>
/// <param name="Version">Rises with every change of this organisation.</param>
/// <param name="At">When, UTC.</param>
public sealed record OrganisationChanged(
    string Organisation, string Name, string Abbreviation, Constituency Constituency, string? Force, long Version, DateTimeOffset At);
