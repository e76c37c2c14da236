using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;
using ContactGroup.Contracts.Positions;

namespace ContactGroup.Cli.Commands;

/// <summary>A position on the command line: decimal degrees, or a reference of the military grid (MGRS).</summary>
internal static class PositionText
{
    /// <summary>How a position is written, for descriptions of options.</summary>
    public const string Form = "latitude,longitude in decimal degrees, or MGRS with eight or ten digits";

    /// <summary>The same where the P-code of an area may be given instead.</summary>
    public const string FormOrArea = Form + ", or a P-code of the map (XX01)";

    private const string Remedy = "Give latitude and longitude in decimal degrees (36.12345,37.12345) or an MGRS reference (\"37S CV 41126 99084\").";

    /// <summary>Reads a position; an area has none.</summary>
    /// <param name="option">The option that takes it, named in what is refused.</param>
    /// <exception cref="CliException">It is none.</exception>
    public static JsonObject Read(string option, string text) => Pcode.Of(text) is { } pcode
        ? throw new CliException(ExitCode.Usage, $"{option}: {pcode} is the P-code of an area, and a corner is a point.", Remedy)
        : Leading(option, text, Remedy) is (var position, [])
        ? position
        : throw new CliException(ExitCode.Usage, $"{option}: '{text}' is not a position.", Remedy);

    /// <summary>Reads the position that a list with commas begins with, and gives the parts after it as they are.</summary>
    /// <exception cref="CliException">It begins with none.</exception>
    public static (JsonObject Position, string[] Said) Leading(string option, string text, string remedy)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (GridReference.IsMeant(parts[0]))
        {
            return GridReference.TryRead(parts[0], out var north, out var east)
                ? (At(north, east), parts[1..])
                : throw new CliException(
                    ExitCode.Usage,
                    $"{option}: there is no MGRS square '{parts[0]}'.",
                    "Look at zone, band and the two letters of the square, which have to fit each other; give four or five digits each for east and north (\"37S CV 41126 99084\").");
        }

        if (parts.Length < 2 || Number(parts[0]) is not { } lat || Number(parts[1]) is not { } lon)
        {
            throw new CliException(ExitCode.Usage, $"{option}: '{text}' is not a position.", remedy);
        }

        return lat is >= -90 and <= 90 && lon is >= -180 and <= 180
            ? (At(lat, lon), parts[2..])
            : throw new CliException(
                ExitCode.Usage, $"{option}: '{parts[0]},{parts[1]}' is outside the earth.", "Latitude is from -90 to 90 and comes first, longitude from -180 to 180.");
    }

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;
}
