using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Incidents;

/// <summary>The fields of a security incident report.</summary>
public static class IncidentSchema
{
    /// <summary>The schema of kind <c>incident</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "incident",
        "SIR",
        [
            new("category", FieldClass.Category, FieldShape.Code, "incident-category"),
            new("summary", FieldClass.Summary, FieldShape.Text),
            new("narrativeRestricted", FieldClass.Narrative, FieldShape.Text),
            new("occurredAt", FieldClass.Time, FieldShape.Instant),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("reportedBy", FieldClass.Person, FieldShape.Person),
        ],
        ["summary", "narrativeRestricted"]);
}
