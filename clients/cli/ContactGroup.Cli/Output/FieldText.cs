using System.Globalization;
using System.Text.Json;
using ContactGroup.Contracts.Positions;

namespace ContactGroup.Cli.Output;

/// <summary>A field's value in words, whatever its shape; a coarse value says that it is one.</summary>
internal static class FieldText
{
    public static string Of(JsonElement value) => Of(value, isExact: true);

    private static string Of(JsonElement value, bool isExact) => value.ValueKind switch
    {
        JsonValueKind.String => Plain.Text(value.GetString()),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.Array => string.Join(value.EnumerateArray().Any(IsParts) ? "; " : ", ", value.EnumerateArray().Select(each => Of(each, isExact))),
        JsonValueKind.Object => OfObject(value, isExact),
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new InvalidOperationException("JSON has no other kind of value."),
    };

    /// <summary>An instant as people read it, UTC.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string OfObject(JsonElement value, bool isExact)
    {
        if (value.TryGetProperty("mediaType", out _) && value.TryGetProperty("name", out var file) && value.TryGetProperty("size", out var size))
        {
            return $"{Of(file)} ({size.GetInt64().ToString("N0", CultureInfo.InvariantCulture)} bytes)";
        }

        if (value.TryGetProperty("coordinates", out var along) && along.ValueKind is JsonValueKind.Array && along.GetArrayLength() > 1)
        {
            return OfLine(along);
        }

        if (value.TryGetProperty("name", out var name) && value.TryGetProperty("id", out _))
        {
            return Of(name);
        }

        var coarse = value.TryGetProperty("coarse", out var flag) && flag.ValueKind is JsonValueKind.True;
        isExact &= !coarse;
        var parts = value.EnumerateObject()
            .Where(p => !p.NameEquals("coarse") && p.Value.ValueKind is not JsonValueKind.Null)
            .Select(p => $"{Plain.Text(p.Name)} {Inner(p.Value, isExact)}{(isExact && p.NameEquals("lon") ? Grid(value) : string.Empty)}");
        return (coarse ? "about: " : string.Empty) + string.Join(", ", parts);
    }

    // Hundreds of positions are nothing to read on a terminal; --json has them.
    private static string OfLine(JsonElement along)
    {
        var count = along.GetArrayLength();
        return string.Create(CultureInfo.InvariantCulture, $"{count} positions from {At(along[0])} to {At(along[count - 1])}");

        static string At(JsonElement position) =>
            position.ValueKind is JsonValueKind.Array && position.GetArrayLength() > 1 ? $"{position[1].GetRawText()}, {position[0].GetRawText()}" : string.Empty;
    }

    // Stops and vehicles have commas of their own; a file is one thing.
    private static bool IsParts(JsonElement value) => value.ValueKind is JsonValueKind.Object && !value.TryGetProperty("mediaType", out _);

    private static string Inner(JsonElement value, bool isExact) => value.ValueKind is JsonValueKind.Object ? $"({OfObject(value, isExact)})" : Of(value, isExact);

    // INVARIANT: never of a coarse position: a reference to the metre is read as the place.
    private static string Grid(JsonElement position) =>
        position.TryGetProperty("lat", out var lat) && position.TryGetProperty("lon", out var lon) && lat.ValueKind is JsonValueKind.Number && lon.ValueKind is JsonValueKind.Number
        && GridReference.Of(lat.GetDouble(), lon.GetDouble()) is { } reference ? $", MGRS {reference}" : string.Empty;
}
