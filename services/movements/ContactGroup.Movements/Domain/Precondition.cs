using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// How a notification stood when its author saw it. What recipients are not shown makes no version, so that a version alone does not tell whether a colleague
/// changed the same field.
/// </summary>
/// <param name="Version">The version; null for any.</param>
/// <param name="Before">Fields as they stood, null where one was absent.</param>
internal sealed record Precondition(int? Version, JsonObject? Before = null)
{
    /// <summary>Checks that nothing is asked about but what the amendment changes.</summary>
    public void Check(JsonObject said, IReadOnlyList<string> cleared, FieldChecks checks) => checks.That(
        Before is null || Before.All(field => said.ContainsKey(field.Key) || cleared.Contains(field.Key, StringComparer.Ordinal)),
        "before",
        "Give only fields that this amendment changes, each as it stood; null where it was absent.");

    /// <summary>Whether it stands so still.</summary>
    public bool HoldsFor(Notification present) =>
        (Version is null || Version == present.Edition)
        && (Before is null || Before.All(field => JsonNode.DeepEquals(field.Value, present.Content[field.Key])));
}
