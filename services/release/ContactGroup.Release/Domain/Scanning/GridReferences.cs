using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Positions in the military grid (MGRS) and in UTM. Zone, band and the letters of the hundred-kilometre square have to fit each other, which few other
/// letters and digits do. A square of ten kilometres is not exact and not a finding.
/// </summary>
internal static class GridReferences
{
    private const string Bands = "CDEFGHJKLMNPQRSTUVWX";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";

    private static readonly string[] Columns = ["STUVWXYZ", "ABCDEFGH", "JKLMNPQR"];

    private static readonly FrozenSet<string> Months =
        new[] { "JAN", "FEB", "MAR", "JUN", "JUL", "SEP", "DEC" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Mgrs = Patterns.InAnyCase(
        @"\b(?<zone>\d{1,2})[ \-]?(?<band>[C-HJ-NP-X])[ \-/]?(?<column>[A-HJ-NP-Z])(?<row>[A-HJ-NP-V])[ \-/:]{0,2}(?<east>\d{2,10})(?:[ \-/,]{1,2}(?<north>\d{2,5}))?\b");

    private static readonly Regex Utm = Patterns.InAnyCase(
        @"\b(?<zone>\d{1,2}) ?(?<band>[C-HJ-NP-X])\b[ ,:;]{0,2}(?:E|X|easting)?[ :=]{0,2}0?(?<east>\d{6})(?:[.,]\d{1,4})? ?m? ?E?[ ,;/]{1,3}(?:N|Y|northing)?[ :=]{0,2}(?<north>\d{6,7})(?:[.,]\d{1,4})?");

    // Within a zone that everybody in the room knows: "grid CU 1234 5678", "grid ref 123456".
    private static readonly Regex Named = Patterns.InAnyCase(
        @"\b(?:grid|mgrs|utm|grid ref(?:erence)?|map ref(?:erence)?|gr|quadrillage|مربع|شبكه|الاحداثي\w*|احداثي\w*)[ .:=]{1,3}(?:(?:is|at|no\.?|ref(?:erence)?)[ :]{1,2})?(?:[A-HJ-NP-Z][A-HJ-NP-V] ?)?(?<east>\d{3,5})[ \-/,]?(?<north>\d{3,5})\b");

    public static IEnumerable<Place> Find(string text) =>
        Mgrs.Matches(text).Where(IsMgrs)
            .Concat(Utm.Matches(text).Where(IsUtm))
            .Concat(Named.Matches(text).Where(match => match.Groups["east"].Length == match.Groups["north"].Length))
            .Select(match => new Place(FindingKind.GridReference, match.Index, match.Length));

    private static bool IsMgrs(Match match)
    {
        var east = match.Groups["east"].Length;
        var north = match.Groups["north"].Length;
        var digits = north == 0 ? east / 2 : east;
        var areEven = north == 0 ? east % 2 == 0 : east == north;
        return areEven && digits is >= 2 and <= 5 && IsZone(match, out var zone) && IsSquare(match, zone) && !IsDay(match);
    }

    // "16 MAR 2026" has the letters of a square in zone 16.
    private static bool IsDay(Match match) =>
        match.Groups["east"].ValueSpan is ['1' or '2', '9' or '0', _, _]
        && !match.Groups["north"].Success
        && Months.Contains(string.Concat(match.Groups["band"].ValueSpan, match.Groups["column"].ValueSpan, match.Groups["row"].ValueSpan));

    private static bool IsSquare(Match match, int zone)
    {
        var column = char.ToUpperInvariant(match.Groups["column"].ValueSpan[0]);
        var row = char.ToUpperInvariant(match.Groups["row"].ValueSpan[0]);
        return Columns[zone % 3].Contains(column, StringComparison.Ordinal) && Rows.Contains(row, StringComparison.Ordinal);
    }

    private static bool IsUtm(Match match) =>
        IsZone(match, out _)
        && int.Parse(match.Groups["east"].ValueSpan, CultureInfo.InvariantCulture) is >= 100_000 and <= 899_999
        && int.Parse(match.Groups["north"].ValueSpan, CultureInfo.InvariantCulture) <= 9_999_999;

    private static bool IsZone(Match match, out int zone) =>
        int.TryParse(match.Groups["zone"].ValueSpan, CultureInfo.InvariantCulture, out zone)
        && zone is >= 1 and <= 60
        && Bands.Contains(char.ToUpperInvariant(match.Groups["band"].ValueSpan[0]), StringComparison.Ordinal);
}
