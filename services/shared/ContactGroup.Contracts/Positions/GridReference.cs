using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactGroup.Contracts.Positions;

/// <summary>
/// References of the military grid (MGRS), WGS84. Twin: clients/web/src/places/mgrs.ts; both give the same letters and digits for the same position, to the metre, because
/// people compare them by radio. tests/shared/positions/grid-references.json holds both to it.
/// </summary>
public static partial class GridReference
{
    /// <summary>What a reference that is read has to say at least, in digits: ten metres. A larger square is not a place that anybody can be spared at.</summary>
    public const int FewestDigits = 8;

    private const string Bands = "CDEFGHJKLMNPQRSTUVWX";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    private const int MetresOfSquare = 100_000;
    private const int MetresOfRows = 2_000_000;
    private const double Slack = 0.0001;

    private static readonly string[] Columns = ["STUVWXYZ", "ABCDEFGH", "JKLMNPQR"];

    // From where a band begins, in metres of northing, as GEOTRANS has it.
    private static readonly int[] Begin =
    [
        1_100_000, 2_000_000, 2_800_000, 3_700_000, 4_600_000, 5_500_000, 6_400_000, 7_300_000, 8_200_000, 9_100_000,
        0, 800_000, 1_700_000, 2_600_000, 3_500_000, 4_400_000, 5_300_000, 6_200_000, 7_000_000, 7_900_000,
    ];

    /// <summary>The reference to the metre, in groups: <c>37S CV 41126 99084</c>. Null near the poles, where the grid has none, and for what is no position.</summary>
    public static string? Of(double lat, double lon)
    {
        if (lat is not (>= -80 and <= 84) || lon is not (>= -180 and <= 180))
        {
            return null;
        }

        var zone = ZoneOf(lat, lon);
        var (east, north) = TransverseMercator.Project(lat, lon, zone);
        var (metresEast, metresNorth) = ((int)Math.Truncate(east), (int)Math.Truncate(north));
        var column = Columns[zone % 3][(metresEast / MetresOfSquare) - 1];
        var row = Rows[((metresNorth / MetresOfSquare) + RowsBefore(zone)) % Rows.Length];
        return string.Create(
            CultureInfo.InvariantCulture, $"{zone}{BandOf(lat)} {column}{row} {metresEast % MetresOfSquare:00000} {metresNorth % MetresOfSquare:00000}");
    }

    /// <summary>Whether a text looks like a reference and not like degrees, well formed or not.</summary>
    public static bool IsMeant(string text) => Meant().IsMatch(text);

    /// <summary>
    /// The middle of the square that a reference names, to six decimals. False when it names none, when zone, band, square and digits do not fit each other, and when the square is
    /// larger than <see cref="FewestDigits"/> say.
    /// </summary>
    public static bool TryRead(string text, out double lat, out double lon)
    {
        (lat, lon) = (0, 0);
        if (Parts().Match(text) is not { Success: true } match || Digits(match) is not var (easting, northing) || Zone(match) is not { } zone)
        {
            return false;
        }

        var band = Bands.IndexOf(char.ToUpperInvariant(match.Groups["band"].ValueSpan[0]), StringComparison.Ordinal);
        var column = Columns[zone % 3].IndexOf(char.ToUpperInvariant(match.Groups["column"].ValueSpan[0]), StringComparison.Ordinal);
        var row = Rows.IndexOf(char.ToUpperInvariant(match.Groups["row"].ValueSpan[0]), StringComparison.Ordinal);
        if (band < 0 || column < 0 || row < 0)
        {
            return false;
        }

        var edge = (int)Math.Pow(10, 5 - easting.Length);
        var east = ((column + 1) * MetresOfSquare) + (Number(easting) * edge);
        var north = ((row - RowsBefore(zone) + Rows.Length) % Rows.Length * MetresOfSquare) + (Number(northing) * edge);
        var isSouthern = Bands[band] < 'N';
        while (north / MetresOfSquare * MetresOfSquare < Begin[band])
        {
            north += MetresOfRows;
        }

        // Both corners, because a square may lie across the edge of a band; the middle of them, as the web client has it.
        var southWest = TransverseMercator.Unproject(east, north, zone, isSouthern);
        var northEast = TransverseMercator.Unproject(east + edge, north + edge, zone, isSouthern);
        (lat, lon) = (Rounded((southWest.Lat + northEast.Lat) / 2), Rounded((southWest.Lon + northEast.Lon) / 2));
        return IsIn(southWest, zone, Bands[band]) || IsIn(northEast, zone, Bands[band]);
    }

    // A square to the metre at the edge of a zone lies with its corners just across it.
    private static bool IsIn((double Lat, double Lon) position, int zone, char band) => (
        from north in (double[])[-Slack, 0, Slack]
        from east in (double[])[-Slack, 0, Slack]
        select (Lat: position.Lat + north, Lon: position.Lon + east)).Any(near =>
            near.Lat is >= -80 and <= 84 && near.Lon is >= -180 and <= 180 && ZoneOf(near.Lat, near.Lon) == zone && BandOf(near.Lat) == band);

    private static int? Zone(Match match) =>
        int.Parse(match.Groups["zone"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 60 and var zone ? zone : null;

    // In two groups of the same length, or in one that is halved.
    private static (string Easting, string Northing)? Digits(Match match)
    {
        string[] groups = match.Groups["digits"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat(groups);
        var isUneven = groups.Length > 2 || (groups.Length == 2 && groups[0].Length != groups[1].Length) || digits.Length % 2 == 1;
        return isUneven || digits.Length is < FewestDigits or > 10 ? null : (digits[..(digits.Length / 2)], digits[(digits.Length / 2)..]);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static char BandOf(double lat) => lat >= 72 ? 'X' : Bands[(int)Math.Floor((lat + 80) / 8)];

    private static int RowsBefore(int zone) => zone % 2 == 1 ? 0 : 5;

    // Norway and Svalbard have zones of their own widths.
    private static int ZoneOf(double lat, double lon) => (lat, lon) switch
    {
        ( >= 56 and < 64, >= 3 and < 12) => 32,
        ( >= 72 and < 84, >= 0 and < 9) => 31,
        ( >= 72 and < 84, >= 9 and < 21) => 33,
        ( >= 72 and < 84, >= 21 and < 33) => 35,
        ( >= 72 and < 84, >= 33 and < 42) => 37,
        (_, 180) => 60,
        _ => (int)Math.Floor((lon + 180) / 6) + 1,
    };

    // As the web client rounds: halves upwards.
    private static double Rounded(double degrees) => Math.Floor((degrees * 1e6) + 0.5) / 1e6;

    [GeneratedRegex(@"^\s*(?:MGRS[:\s]|\d{1,2}\s*[A-Z]\s*[A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Meant();

    [GeneratedRegex(
        @"^\s*(?:MGRS[:\s]\s*)?(?<zone>[0-9]{1,2})\s*(?<band>[A-Z])\s*(?<column>[A-Z])\s*(?<row>[A-Z])\s*(?<digits>[0-9][0-9\s]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex Parts();
}
