using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Positions;

namespace ContactGroup.Release.Exports;

/// <summary>Shown values in English words, for formats that people read. A value of a shape that is not listed here is left out.</summary>
internal static class ShownText
{
    /// <summary>Label and words of every shown field, in the order of the schema.</summary>
    public static IEnumerable<(FieldSpec Field, string Label, IReadOnlyList<string> Lines)> Of(ExportItem item) =>
        from field in item.Schema.Fields
        let lines = item.Fields[field.Name] is { } shown ? Of(field, shown) : []
        where lines.Count > 0
        select (field, ExportWords.LabelOf(field.Name), lines);

    /// <summary>The words of one value, a line for each of several.</summary>
    public static IReadOnlyList<string> Of(FieldSpec field, JsonNode shown) => shown switch
    {
        JsonObject { } coarse when coarse["coarse"] is not null => [.. Coarse(coarse)],
        JsonArray many => [.. many.Select(one => One(field, one)).Where(line => line.Length > 0)],
        _ => One(field, shown) is { Length: > 0 } line ? [line] : [],
    };

    private static string One(FieldSpec field, JsonNode? shown) => field.Shape switch
    {
        FieldShape.Code or FieldShape.Codes => Scalar(shown) is { Length: > 0 } code ? ExportWords.LabelOf(field.CodeList ?? string.Empty, code) : string.Empty,
        FieldShape.Flag => Scalar(shown) == "true" ? "yes" : "no",
        FieldShape.Instant => ShownTime.Of(shown)?.ToString() ?? string.Empty,
        FieldShape.Point or FieldShape.Outline => Place(shown),
        FieldShape.Organisation or FieldShape.Person => Scalar(shown?["name"]),
        FieldShape.Route => string.Join(", ", new[] { Joined(shown, "type:waypoint-type", "name"), TimesOf(shown), Place(shown) }.Where(text => text.Length > 0)),
        FieldShape.Line or FieldShape.Lines => Line(shown),
        FieldShape.Vehicles => Joined(shown, "type:vehicle-type", "plate", "colour", "marking"),
        FieldShape.CallContact => Joined(shown, "name", "phone", "callSign"),
        FieldShape.Attachments => Scalar(shown?["name"]),
        FieldShape.Dispatches => Dispatch(shown),
        FieldShape.Counts => string.Join(", ", (shown as JsonObject ?? []).Select(count => $"{ExportWords.LabelOf(count.Key)} {Scalar(count.Value)}")),
        _ => Scalar(shown),
    };

    /// <summary>When a stop is made, for formats that say it without the place: <c>06:00Z</c>, or <c>06:00Z to 07:00Z</c>, as instants; empty when it has no time.</summary>
    public static string TimesOf(JsonNode? stop) => (Scalar(stop?["at"]), Scalar(stop?["until"])) switch
    {
        ({ Length: 0 }, _) => string.Empty,
        (var at, { Length: 0 }) => at,
        var (at, until) => $"{at} to {until}",
    };

    /// <summary>The times of the stops that have any, each with its number along the route.</summary>
    public static IEnumerable<string> StopTimesOf(ExportItem item) => (item.Fields["route"] as JsonArray ?? [])
        .Select((stop, index) => (Number: index + 1, Times: TimesOf(stop)))
        .Where(stop => stop.Times.Length > 0)
        .Select(stop => string.Create(CultureInfo.InvariantCulture, $"Stop {stop.Number}: {stop.Times}"));

    private static IEnumerable<string> Coarse(JsonObject coarse)
    {
        if (ShownTime.Of(coarse) is { } day)
        {
            yield return day + " (the day alone is shown)";
        }
        else if (coarse["cells"] is JsonArray cells)
        {
            foreach (var cell in cells)
            {
                yield return Cell(cell);
            }
        }
        else if (coarse["cellDegrees"] is not null)
        {
            yield return Cell(coarse);
        }
        else
        {
            yield return string.Join(", ", coarse
                .Where(part => part.Key != "coarse")
                .Select(part => part.Key is "band" or "constituency" ? Scalar(part.Value) : $"{ExportWords.LabelOf(part.Key)} {Scalar(part.Value)}"));
        }
    }

    private static string Cell(JsonNode? cell) => $"within the cell of {Scalar(cell?["cellDegrees"])}° around {At(cell)}";

    private static string At(JsonNode? shown) => shown is JsonObject && Scalar(shown["lat"]) is { Length: > 0 } lat && Scalar(shown["lon"]) is { Length: > 0 } lon
        ? $"{lat}, {lon}"
        : string.Empty;

    // Hundreds of positions are nothing to read: how many there are, and where it begins and ends.
    private static string Line(JsonNode? shown) => (shown as JsonObject)?["coordinates"] is JsonArray { Count: > 0 } along
        ? string.Create(CultureInfo.InvariantCulture, $"{along.Count} positions from {Ends(along[0])} to {Ends(along[^1])}")
        : string.Empty;

    private static string Ends(JsonNode? position) => position is JsonArray { Count: > 1 } at ? $"{Scalar(at[1])}, {Scalar(at[0])}" : string.Empty;

    // Beside the degrees, which stay as they are. INVARIANT: not in a cell: a reference to the metre is read as the place.
    private static string Place(JsonNode? shown) => At(shown) is { Length: > 0 } degrees
        ? ShownPlace.PreciseOf(shown) is { } at && GridReference.Of(at.Lat, at.Lon) is { } reference ? $"{degrees} (MGRS {reference})" : degrees
        : string.Empty;

    // Parts by their names; "type:list" is a code, an empty name is the position.
    private static string Joined(JsonNode? shown, params string[] parts) => string.Join(", ", parts
        .Select(part => part.Length == 0 ? Place(shown)
            : part.Split(':') is [var name, var list] ? (Scalar(shown?[name]) is { Length: > 0 } code ? ExportWords.LabelOf(list, code) : string.Empty)
            : Scalar(shown?[part]))
        .Where(text => text.Length > 0));

    private static string Dispatch(JsonNode? line) => string.Join(", ", new[] { "to", "state", "version", "at", "cell", "query", "hash" }
        .Select(part => (part, Text: Scalar(line?[part])))
        .Where(part => part.Text.Length > 0)
        .Select(part => part.part is "version" or "hash" ? $"{part.part} {part.Text}" : part.Text));

    private static string Scalar(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "true" : "false",
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
