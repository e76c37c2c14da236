using System.Text.Json.Nodes;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>Names of the content fields that this module itself reads or writes. See the schema for all.</summary>
internal static class ContentNames
{
    public const string ConstraintType = "constraintType";
    public const string State = "state";
    public const string StateNote = "stateNote";
    public const string Severity = "severity";
    public const string SeverityBefore = "severityBefore";
    public const string SeveritySince = "severitySince";
    public const string Title = "title";
    public const string Description = "description";
    public const string StartedAt = "startedAt";
    public const string ExpectedEnd = "expectedEnd";
    public const string EndedAt = "endedAt";
    public const string Country = "country";
    public const string Admin1 = "admin1";
    public const string Admin1Pcode = "admin1Pcode";
    public const string Admin2Pcode = "admin2Pcode";
    public const string FollowUpBy = "followUpBy";
    public const string FollowUpDueSince = "followUpDueSince";
    public const string FollowUpOwner = "followUpOwner";
    public const string LinkedIncident = "linkedIncident";
    public const string LinkedNotification = "linkedNotification";
    public const string Organisation = "organisation";
    public const string RaisedBy = "raisedBy";

    /// <summary>Fields that say who follows it up and until when.</summary>
    public static IReadOnlyList<string> FollowUp { get; } = [FollowUpOwner, FollowUpBy];

    /// <summary>Without these there is no notice.</summary>
    public static IReadOnlyList<string> Required { get; } = [ConstraintType, Severity, Country, StartedAt];

    /// <summary>A text of content that was checked before; null when it is not there.</summary>
    public static string? Text(this JsonObject content, string name) => content[name]?.GetValue<string>();

    /// <summary>An instant of content that was checked before; null when it is not there.</summary>
    public static DateTimeOffset? Instant(this JsonObject content, string name) =>
        InstantText.TryParse(content.Text(name), out var instant) ? instant : null;
}
