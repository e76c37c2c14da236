using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Domain;

/// <summary>What the scanner finds in the free text of an item, field by field.</summary>
internal static class FreeText
{
    // Every audience of an item asks about the same content; it is scanned once, and forgotten with it.
    private static readonly ConditionalWeakTable<JsonObject, IReadOnlyList<FieldFinding>> Scanned = [];

    public static IReadOnlyList<FieldFinding> FindingsIn(ItemSchema schema, JsonObject content) =>
        Scanned.GetValue(content, fields => [.. schema.Fields.SelectMany(field => Scan(field, fields[field.Name]))]);

    private static IEnumerable<FieldFinding> Scan(FieldSpec field, JsonNode? value) => field.Shape switch
    {
        FieldShape.Text => Scan(value).Select(found => new FieldFinding(field, found)),

        // Positions, registrations and telephone numbers are what these are for, each in its own place; words beside them are text like any other.
        FieldShape.Route => (value as JsonArray ?? []).SelectMany(stop => Parts(field, stop, "name")),

        // Written by recipients, each line for its own recipient and for the side that wrote the item: it crosses to nobody, and is marked or not.
        FieldShape.Dispatches => (value as JsonArray ?? []).SelectMany(line => Sayings(field, line)).Where(finding => finding.Found.Kind == FindingKind.Classified),

        // For the own side alone, like the rest of what says how an item came about.
        FieldShape.CheckIns => (value as JsonArray ?? []).SelectMany(said => Parts(field, said)).Where(finding => finding.Found.Kind == FindingKind.Classified),
        FieldShape.Vehicles => (value as JsonArray ?? []).SelectMany(vehicle => Parts(field, vehicle, "colour", "marking")),
        FieldShape.CallContact => Parts(field, value),
        _ => [],
    };

    private static IEnumerable<FieldFinding> Parts(FieldSpec field, JsonNode? value, params string[] words) => (value as JsonObject ?? [])
        .SelectMany(part => Scan(part.Value).Where(found => words.Contains(part.Key, StringComparer.Ordinal) || IsMarking(found)))
        .Select(found => new FieldFinding(field, found));

    // INVARIANT: what a recipient says is judged as it was when it was said. Several questions stand as lines of one text, in which one of them could be the marking
    // of the others; a recipient would take the item from everybody, and hold up its owner, with two questions that are nothing each.
    private static IEnumerable<FieldFinding> Sayings(FieldSpec field, JsonNode? line) => (line as JsonObject ?? [])
        .Where(part => part.Value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        .SelectMany(part => part.Value!.GetValue<string>().Split('\n'))
        .SelectMany(TextScanner.Scan)
        .Select(found => new FieldFinding(field, found));

    // A marking is in its place nowhere.
    private static bool IsMarking(Finding found) => found.Kind is FindingKind.Classified or FindingKind.Handling;

    private static IEnumerable<Finding> Scan(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? TextScanner.Scan(text.GetValue<string>()) : [];
}

/// <summary>One place in one field.</summary>
internal sealed record FieldFinding(FieldSpec Field, Finding Found)
{
    /// <summary>What it looks like, for its author and for coordinators. Never repeats the text.</summary>
    public string Sentence => SentenceOf(Found.Kind);

    /// <summary>What a kind looks like.</summary>
    public static string SentenceOf(FindingKind kind) => kind switch
    {
        FindingKind.Coordinate => "This looks like a position.",
        FindingKind.GridReference => "This looks like a grid reference.",
        FindingKind.RoadMarker => "This looks like a kilometre marker, which is as exact as a position.",
        FindingKind.Phone => "This looks like a telephone number.",
        FindingKind.Email => "This looks like an e-mail address.",
        FindingKind.Plate => "This looks like the registration of a vehicle.",
        FindingKind.Handling => "This looks like a handling marking.",
        _ => "This looks like a marking above unclassified. Classified material does not belong here.",
    };
}
