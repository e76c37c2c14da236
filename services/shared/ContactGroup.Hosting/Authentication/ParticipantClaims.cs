using System.Globalization;
using System.Security.Claims;
using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Hosting.Authentication;

/// <summary>The one place where a participant becomes claims and claims become a participant.</summary>
public static class ParticipantClaims
{
    private const string IdentityType = "ContactGroup";

    /// <summary>Claims for a ticket.</summary>
    /// <param name="participant">Who the ticket is for.</param>
    /// <param name="since">When the session started, UTC.</param>
    /// <exception cref="ArgumentException">The participant breaks a rule that no ticket may break.</exception>
    public static ClaimsPrincipal Write(Participant participant, DateTimeOffset since)
    {
        if (!Holds(participant))
        {
            throw new ArgumentException("An administrator has no organisation; everyone else has one with a constituency, and a force if military.");
        }

        var identity = new ClaimsIdentity(IdentityType, ClaimNames.Person, roleType: null);
        Add(identity, ClaimNames.Person, participant.PersonId);
        Add(identity, ClaimNames.DisplayName, participant.DisplayName);
        Add(identity, ClaimNames.Session, participant.SessionId);
        Add(identity, ClaimNames.Since, since.ToMicroseconds().ToString(CultureInfo.InvariantCulture));
        Add(identity, ClaimNames.Organisation, participant.OrganisationId);
        Add(identity, ClaimNames.OrganisationName, participant.OrganisationName);
        Add(identity, ClaimNames.Constituency, ConstituencyCode.Of(participant.Constituency));
        Add(identity, ClaimNames.Force, participant.Force);
        Add(identity, ClaimNames.Administrator, participant.IsAdministrator ? "1" : null);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The participant of a ticket; null when anything is missing, contradictory or not from us.</summary>
    public static ReadTicket? Read(ClaimsPrincipal principal)
    {
        var identity = principal.Identities.FirstOrDefault(one => one is { IsAuthenticated: true, AuthenticationType: IdentityType });
        if (identity is null
            || identity.FindFirst(ClaimNames.Person)?.Value is not { Length: > 0 } person
            || identity.FindFirst(ClaimNames.DisplayName)?.Value is not { } name
            || identity.FindFirst(ClaimNames.Session)?.Value is not { Length: > 0 } session
            || !long.TryParse(identity.FindFirst(ClaimNames.Since)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            || since > DateTimeOffset.MaxValue.ToMicroseconds())
        {
            return null;
        }

        var participant = new Participant(
            person,
            name,
            identity.FindFirst(ClaimNames.Organisation)?.Value,
            identity.FindFirst(ClaimNames.OrganisationName)?.Value,
            ConstituencyCode.Read(identity.FindFirst(ClaimNames.Constituency)?.Value),
            identity.FindFirst(ClaimNames.Force)?.Value,
            session,
            identity.HasClaim(ClaimNames.Administrator, "1"));
        return Holds(participant) ? new ReadTicket(participant, Instants.FromMicroseconds(since)) : null;
    }

    // INVARIANT (8): an administrator stands on no side; everyone else stands on exactly one.
    private static bool Holds(Participant participant) => participant.IsAdministrator
        ? participant is { OrganisationId: null, Constituency: Constituency.Unknown, Force: null }
        : participant is { OrganisationId.Length: > 0, OrganisationName: not null, Audience: not null };

    private static void Add(ClaimsIdentity identity, string name, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(name, value));
        }
    }
}

/// <summary>What a ticket says: who, and since when the session runs, UTC.</summary>
public sealed record ReadTicket(Participant Participant, DateTimeOffset Since);
