using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Content marked above unclassified goes to nobody, its own organisation included. INVARIANT: what comes in is emptied here before anything of it is
/// stored: not in items, history, views or search, and not while it waits for its channel.
/// </summary>
internal static class Quarantine
{
    /// <summary>Names of the fields that carry a marking above unclassified.</summary>
    public static IReadOnlyList<string> MarkedFields(ItemVersioned item) => ItemSchemas.Find(item.Kind) is not { } schema
        ? []
        : [.. FreeText.FindingsIn(schema, item.Content)
            .Where(finding => finding.Found.Kind == FindingKind.Classified)
            .Select(finding => finding.Field.Name)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Refuses words beside an item that carry a marking: what stands in place of an author's words, and why something was decided. No coordinator goes
    /// beyond a floor either.
    /// </summary>
    public static void Refuse(string field, string? words, FieldChecks checks) =>
        checks.That(words is null || !TextScanner.IsClassified(words), field, ProblemCode.MarkedAboveUnclassified.Remedy);

    /// <summary>The item as it may be kept: without its content when that is marked.</summary>
    public static ItemVersioned Keep(ItemVersioned item) => MarkedFields(item).Count == 0
        ? item
        : item with { Content = new JsonObject(), Status = item.Status == ItemStatus.Withdrawn ? item.Status : ItemStatus.Quarantined };
}
