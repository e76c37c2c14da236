using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Cli.Output;

/// <summary>
/// A drawn way as it is read out: <c>214 07 83</c>, the number of its positions, then check digits over all latitudes and over all longitudes. Nobody reads out
/// hundreds of positions. Twin: clients/web/src/movements/drawnWay.ts; tests/shared/positions/read-back.json holds both to it.
/// </summary>
internal static class DrawnWay
{
    /// <summary>Null when it is no line, or a coarse one.</summary>
    public static string? Written(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object || !line.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String || !type.ValueEquals("LineString")
            || !line.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var positions = coordinates.EnumerateArray().ToList();
        return positions.Count < 2 || !positions.TrueForAll(IsPosition)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{positions.Count} {Digits(positions, 1, 'N', 'S', 8)} {Digits(positions, 0, 'E', 'W', 9)}");
    }

    private static bool IsPosition(JsonElement position) =>
        position.ValueKind is JsonValueKind.Array && position.GetArrayLength() > 1 && IsDegrees(position[0]) && IsDegrees(position[1]);

    private static bool IsDegrees(JsonElement value) => value.ValueKind is JsonValueKind.Number && Math.Abs(value.GetDouble()) <= 180;

    private static string Digits(List<JsonElement> positions, int axis, char plus, char minus, int width) =>
        RadioWords.CheckDigits(string.Concat(positions.Select(position => Whole(position[axis].GetDouble(), plus, minus, width))));

    // INVARIANT: millionths of a degree in whole numbers, rounded by size alone, for every client to have the same. The service keeps six decimals.
    private static string Whole(double degrees, char plus, char minus, int width)
    {
        var millionths = (long)Math.Floor((Math.Abs(degrees) * 1_000_000) + 0.5);
        return (degrees < 0 && millionths > 0 ? minus : plus) + millionths.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
    }
}
