using System.Text.Json.Serialization;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>
/// What may be said about an access constraint, as it comes in: nothing here is trusted yet. Every property is a field of the schema by the same name; absent
/// means not said. Source: OCHA's access monitoring and reporting framework, and fields recommended by domain practice.
/// </summary>
internal abstract record NoticeFields
{
    public string? ConstraintType { get; init; }

    public string? Impediment { get; init; }

    [JsonConverter(typeof(DigitCode))]
    public string? Severity { get; init; }

    public string? Title { get; init; }

    /// <summary>A day (<c>2026-03-01</c>) or an instant with its offset (<c>2026-03-01T14:30:00+03:00</c>).</summary>
    public string? StartedAt { get; init; }

    public string? ExpectedEnd { get; init; }

    public string? Country { get; init; }

    public string? Admin1 { get; init; }

    public string? Admin1Pcode { get; init; }

    public string? Admin2 { get; init; }

    public string? Admin2Pcode { get; init; }

    public string? Place { get; init; }

    public Position? Position { get; init; }

    public string? Level { get; init; }

    public string? Formality { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Impact { get; init; }

    /// <summary>How long a movement or a delivery is delayed, hours.</summary>
    public int? DelayHours { get; init; }

    public IReadOnlyList<string>? Sectors { get; init; }

    public string? PeopleAffected { get; init; }

    public IReadOnlyList<string>? OrganisationTypes { get; init; }

    public string? ImposedBy { get; init; }

    public string? ImposedByName { get; init; }

    public string? ActionTaken { get; init; }

    public string? ActionRequested { get; init; }

    /// <summary>How far talks about it came. Never leaves the humanitarian side, whatever the label says.</summary>
    public string? Negotiation { get; init; }

    public string? Verification { get; init; }

    public string? Source { get; init; }

    public string? FollowUpBy { get; init; }

    public string? FollowUpOwner { get; init; }

    public string? LinkedIncident { get; init; }

    public string? LinkedNotification { get; init; }
}
