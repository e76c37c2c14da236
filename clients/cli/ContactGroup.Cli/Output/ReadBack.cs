using System.Globalization;
using System.Text.Json;
using ContactGroup.Client;
using ContactGroup.Contracts.Positions;

namespace ContactGroup.Cli.Output;

/// <summary>A line that is read out: in groups as it is written, word by word as it is spoken, and what both ends compare.</summary>
/// <param name="Title">What it is.</param>
internal sealed record SpokenLine(string Title, string Written, string Spoken, string Check)
{
    public static SpokenLine Of(string title, string written) => new(title, written, RadioWords.Spell(written), RadioWords.CheckDigits(written));
}

/// <summary>
/// What is read out of one version of a movement or a site. Two readers of the same version get the same lines and digits, whatever else each of them sees. Twin:
/// clients/web/src/movements/readBack.ts; tests/shared/positions/read-back.json holds both to it.
/// </summary>
/// <param name="Check">Digits of all lines, one after the other.</param>
internal sealed record ReadBack(IReadOnlyList<SpokenLine> Lines, string Check)
{
    /// <summary>Null when its reader does not hold all of it.</summary>
    public static ReadBack? Of(Item item) => LinesOf(item) is { } lines
        ? new ReadBack(lines, RadioWords.CheckDigits(string.Concat(lines.Select(line => line.Written))))
        : null;

    private static List<SpokenLine>? LinesOf(Item item)
    {
        if (string.IsNullOrEmpty(item.Reference) || Number(item, "version") is not { } version)
        {
            return null;
        }

        List<SpokenLine> lines = [SpokenLine.Of("Reference", item.Reference), SpokenLine.Of("Version", version)];
        return item.Kind switch
        {
            "movement" when Minute(item, "windowStart") is { } from && Minute(item, "windowEnd") is { } until && Stops(item) is { Count: > 0 } stops =>
                [.. lines, SpokenLine.Of("Window from", from), SpokenLine.Of("Window until", until), .. stops, .. Ways(item)],
            "site" when item.Fields.TryGetValue("position", out var position) && Place("Position", position) is { } at => [.. lines, at, .. Corners(item)],
            _ => null,
        };
    }

    private static List<SpokenLine> Stops(Item item) =>
        [.. Several(item, "route").Select((stop, index) => Place($"Stop {index + 1}{Words(stop, "type")}{Words(stop, "name")}", stop)).OfType<SpokenLine>()];

    // Who is not shown the road, or shown it coarse, has no line of it.
    private static IEnumerable<SpokenLine> Ways(Item item)
    {
        var road = item.Fields.TryGetValue("routeGeometry", out var drawn) ? DrawnWay.Written(drawn) : null;
        var others = Several(item, "alternateRoutes").Select(DrawnWay.Written).OfType<string>().Select((written, index) => SpokenLine.Of($"Other way {index + 1}", written));
        return road is null ? others : others.Prepend(SpokenLine.Of("Road drawn", road));
    }

    private static IEnumerable<SpokenLine> Corners(Item item) =>
        Several(item, "footprint").Select((corner, index) => Place($"Corner {index + 1}", corner)).OfType<SpokenLine>();

    private static IEnumerable<JsonElement> Several(Item item, string field) =>
        item.Fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    // The grid reference to the metre; near the poles, where there is none, degrees to the fifth decimal. INVARIANT: nothing of a coarse position.
    private static SpokenLine? Place(string title, JsonElement at) =>
        at.ValueKind is JsonValueKind.Object && !at.TryGetProperty("coarse", out _)
        && at.TryGetProperty("lat", out var north) && north.ValueKind is JsonValueKind.Number && at.TryGetProperty("lon", out var east) && east.ValueKind is JsonValueKind.Number
            ? SpokenLine.Of(title, GridReference.Of(north.GetDouble(), east.GetDouble()) ?? $"{Degrees(north.GetDouble(), "NS")} {Degrees(east.GetDouble(), "EW")}")
            : null;

    private static string Degrees(double value, string letters) => string.Create(CultureInfo.InvariantCulture, $"{letters[value < 0 ? 1 : 0]}{Math.Abs(value):F5}");

    private static string Words(JsonElement stop, string part) => stop.TryGetProperty(part, out var words) && words.ValueKind is JsonValueKind.String ? " " + words.GetString() : string.Empty;

    private static string? Number(Item item, string field) =>
        item.Fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null;

    // To the minute in UTC, in figures alone, for both ends to have the same.
    private static string? Minute(Item item, string field) =>
        item.Fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : null;
}
