namespace ContactGroup.Client;

/// <summary>A person as others are told of them.</summary>
/// <param name="Id">26 characters, random.</param>
/// <param name="DisplayName">As the person wrote it.</param>
public sealed record PersonName(string Id, string DisplayName);

/// <summary>A person as who looks after accounts is told of them.</summary>
/// <param name="Suspended">Lets nobody in any more.</param>
/// <param name="Account">What the person signs in with; for administrators only.</param>
/// <param name="Provider">The sign-in provider's name here, or <c>removed</c>; null for a password, and for who is no administrator.</param>
public sealed record PersonOfOrganisation(string Id, string DisplayName, bool Suspended, string? Account, string? Provider);

/// <summary>The signed-in person's own account.</summary>
public sealed record Account(string Id, string DisplayName, [property: System.Text.Json.Serialization.JsonPropertyName("account")] string Name);

/// <summary>An organisation and the side it stands on.</summary>
/// <param name="Constituency">One of <c>un-humanitarian ingo nngo rcrc development donor host-authority political police military coordination observer</c>.</param>
/// <param name="Force">Which party's force; only for <c>military</c>.</param>
public sealed record Organisation(string Id, string Name, string? Abbreviation, string Constituency, string? Force);

/// <summary>Who is signed in, and what the policy takes them for.</summary>
/// <param name="Side"><c>humanitarian</c>, <c>security</c> or <c>political</c>.</param>
/// <param name="Audience">The constituency, for a force <c>military:name-of-force</c>.</param>
/// <param name="Exercise">The server holds an exercise, not the real world.</param>
public sealed record Me(
    Account Person, Organisation? Organisation, string? Side, string? Audience, bool IsCoordinator, bool IsAdministrator, bool Exercise);

/// <summary>A member of a contact group, as far as the asker may know them.</summary>
public sealed record Member(string? Person, string DisplayName, string? Organisation, string? Constituency);

/// <summary>An invitation: the code works once, until it expires (UTC).</summary>
public sealed record Invitation(string Code, DateTimeOffset ExpiresAt);
