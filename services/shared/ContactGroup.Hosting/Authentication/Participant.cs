using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// Whoever calls, as their session says. Bound as a parameter of an endpoint; nothing below an endpoint looks at claims.
/// </summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="DisplayName">The name other participants see.</param>
/// <param name="OrganisationId">Id of the organisation; null for an administrator.</param>
/// <param name="OrganisationName">Its name; null for an administrator.</param>
/// <param name="Constituency">What the organisation is in the theatre; <see cref="Constituency.Unknown"/> for an administrator.</param>
/// <param name="Force">The force; set for military organisations and for no other.</param>
/// <param name="SessionId">Id of the session.</param>
/// <param name="IsAdministrator">Whether the person administers the deployment. INVARIANT: an administrator has no constituency, so reads no content.</param>
public sealed record Participant(
    string PersonId,
    string DisplayName,
    string? OrganisationId,
    string? OrganisationName,
    Constituency Constituency,
    string? Force,
    string SessionId,
    bool IsAdministrator)
{
    /// <summary>The side: <c>humanitarian</c>, <c>security</c> or <c>political</c>; null for an administrator.</summary>
    public string? Side => ConstituencyCode.SideOf(Constituency);

    /// <summary>The audience, such as <c>ingo</c> or <c>military:northern-force</c>; null for an administrator.</summary>
    public string? Audience => ConstituencyCode.AudienceOf(Constituency, Force);

    /// <summary>Whether the person coordinates. Follows from the constituency alone: no account can be given the role (invariant 8).</summary>
    public bool IsCoordinator => Constituency is Constituency.Coordination && !IsAdministrator;

    /// <summary>The same person as ports of other services ask for them.</summary>
    public WhoAsks Asks => new(PersonId, OrganisationId, Constituency, Force, DisplayName, OrganisationName);

    /// <summary>Reads the participant from the request's claims; null when nobody is signed in.</summary>
    public static ValueTask<Participant?> BindAsync(HttpContext context) => ValueTask.FromResult(ParticipantClaims.Read(context.User)?.Participant);
}
