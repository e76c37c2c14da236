using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Cli.Output;

/// <summary>A field's value in words, whatever its shape; a coarse value says that it is one.</summary>
internal static class FieldText
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain.Text(value.GetString()),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.Array => string.Join(value.EnumerateArray().Any(IsParts) ? "; " : ", ", value.EnumerateArray().Select(Of)),
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new InvalidOperationException("JSON has no other kind of value."),
    };

    /// <summary>An instant as people read it, UTC.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string OfObject(JsonElement value)
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
        var parts = value.EnumerateObject()
            .Where(p => !p.NameEquals("coarse") && p.Value.ValueKind is not JsonValueKind.Null)
            .Select(p => $"{Plain.Text(p.Name)} {Inner(p.Value)}");
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

    private static string Inner(JsonElement value) => value.ValueKind is JsonValueKind.Object ? $"({OfObject(value)})" : Of(value);
}
