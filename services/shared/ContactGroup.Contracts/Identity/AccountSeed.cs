using ContactGroup.Classification;

namespace ContactGroup.Contracts.Identity;

/// <summary>An order to lay out accounts at once, for a demonstration. Everything in it is checked like any command.</summary>
/// <param name="Organisations">Organisations with their people. An organisation of a name that exists already is left as it is.</param>
/// <param name="Administrators">Administrators of the deployment, who belong to no organisation.</param>
public sealed record AccountSeed(IReadOnlyList<OrganisationSeed> Organisations, IReadOnlyList<PersonSeed> Administrators);

/// <summary>An organisation to add.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Abbreviation">1 to 20 characters.</param>
/// <param name="Constituency">What it is in the theatre.</param>
/// <param name="Force">Lower-case words joined by hyphens, 2 to 40 characters; for military organisations and for no other.</param>
/// <param name="People">Its people.</param>
public sealed record OrganisationSeed(
    string Name, string Abbreviation, Constituency Constituency, string? Force, IReadOnlyList<PersonSeed> People);

/// <summary>A person to add. An account of a name that exists already is left as it is.</summary>
/// <param name="Account">What the person types to sign in: 3 to 64 of <c>a-z 0-9 . _ @ -</c>.</param>
/// <param name="DisplayName">The name other participants see, 1 to 120 characters.</param>
/// <param name="Password">12 to 256 characters.</param>
public sealed record PersonSeed(string Account, string DisplayName, string Password);

/// <summary>A seeded person, whether added now or before.</summary>
/// <param name="Account">What the person types to sign in.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="DisplayName">The name other participants see.</param>
/// <param name="Organisation">Id of the organisation; null for an administrator.</param>
/// <param name="OrganisationName">Its name; null for an administrator.</param>
/// <param name="Constituency">What it is in the theatre; <see cref="Constituency.Unknown"/> for an administrator.</param>
/// <param name="Force">The force; set for military organisations and for no other.</param>
public sealed record SeededPerson(
    string Account, string Person, string DisplayName, string? Organisation, string? OrganisationName, Constituency Constituency, string? Force);
