using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Positions in decimal degrees: two numbers beside each other that can be a latitude and a longitude, or one with a hemisphere, a degree sign or a word
/// that says so. How many decimals are asked for falls with what else speaks for a position; one decimal is a cell of eleven kilometres.
/// </summary>
internal static class DecimalDegrees
{
    private const int WidestGap = 28;
    private const int WordsBefore = 26;

    private const string Directions =
        "(?:N|S|E|W|O|north|south|east|west|nord|sud|est|ouest|شمالا?|الشمال|جنوبا?|الجنوب|شرقا?|الشرق|غربا?|الغرب|ش|ج|ق|غ)";

    private static readonly Regex Number = Patterns.AsWritten(@"[+\-]?\d{1,3} ?[.,] ?\d{1,14}");

    private static readonly Regex Direction = Patterns.InAnyCase($@"\A ?(?<sign>°| ?deg(?:rees?|res?)?\b| ?درجه\b)? ?(?<way>{Directions}\b)?");

    private static readonly Regex DirectionBefore = Patterns.InAnyCase($@"\b{Directions}[ :=°]{{0,2}}\z");

    private static readonly Regex Gap = Patterns.InAnyCase(
        @"\A[ \t]*(?:[,;/|:&x\-]|and|et|و|by|%2C|~)?[ \t\n""')(]*(?:lon(?:g(?:itude)?)?|lng|lat(?:itude)?|خط الطول|الطول|طول|خط العرض|العرض|عرض|[xy]|" + Directions + @")?[ :=""']*\z");

    private static readonly Regex Label = Patterns.InAnyCase(
        @"(?:\blat(?:itude)?|\blon(?:g(?:itude)?)?|\blng|\bgps|\bcoord\w*|\bgeo|\bposition|\bpos|\bpoint|\bwgs ?84|\bwaypoint|\bwp|خط العرض|خط الطول|العرض|الطول|احداثي\w*|الاحداثي\w*|الموقع|موقع)[^\n\d]{0,18}\z");

    public static IEnumerable<Place> Find(string text)
    {
        var numbers = Number.Matches(text).Select(match => Read(text, match)).OfType<Degrees>().ToList();
        var taken = -1;
        for (var at = 0; at < numbers.Count; at++)
        {
            if (at <= taken)
            {
                continue;
            }

            var next = at + 1 < numbers.Count ? numbers[at + 1] : null;
            if (next is not null && IsPair(text, numbers[at], next))
            {
                taken = at + 1;
                yield return new Place(FindingKind.Coordinate, numbers[at].Start, next.End - numbers[at].Start);
            }
            else if (IsPositionAlone(numbers[at]))
            {
                yield return new Place(FindingKind.Coordinate, numbers[at].Start, numbers[at].End - numbers[at].Start);
            }
        }
    }

    private static Degrees? Read(string text, Match match)
    {
        var start = match.Index;
        var end = match.Index + match.Length;
        if (IsPartOfMore(text, start, end))
        {
            return null;
        }

        var written = match.Value.Replace(" ", string.Empty, StringComparison.Ordinal);
        var point = written.IndexOfAny(['.', ',']);
        var value = double.Parse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);
        var behind = Direction.Match(Patterns.Behind(text, end, 24).ToString());
        var hasWay = behind.Groups["way"].Success;
        var before = DirectionBefore.Match(Patterns.Before(text, start, 12).ToString());
        var saysSo = Label.IsMatch(Patterns.Before(text, start, WordsBefore).ToString());
        return new Degrees(
            before.Success ? start - before.Length : start,
            start,
            end + EndOf(hasWay ? behind.Groups["way"] : behind.Groups["sign"]),
            value,
            written.Length - point - 1,
            written[point] == ',',
            behind.Groups["sign"].Success,
            hasWay || before.Success,
            saysSo);
    }

    private static int EndOf(Group group) => group.Success ? group.Index + group.Length : 0;

    // A number of more parts is a version, an address of a machine, a date or a sum of money.
    private static bool IsPartOfMore(string text, int start, int end) =>
        (Patterns.TouchesBefore(text, start) && !IsLoneDirection(text, start - 1) && !text.AsSpan(0, start).EndsWith("%2C"))
        || (start > 1 && char.IsAsciiDigit(text[start - 2]) && (text[start - 1] is '.' || (text[start - 1] is ',' && !text.AsSpan(start, end - start).Contains('.'))))
        || (end < text.Length && char.IsAsciiDigit(text[end]))
        || (end + 1 < text.Length && text[end] is '.' && char.IsAsciiDigit(text[end + 1]));

    private static bool IsLoneDirection(string text, int at) =>
        text[at] is 'N' or 'S' or 'E' or 'W' or 'n' or 's' or 'e' or 'w' && !Patterns.TouchesBefore(text, at);

    private static bool IsPair(string text, Degrees first, Degrees second)
    {
        var gap = text.AsSpan(first.End, Math.Max(0, second.Number - first.End));
        if (second.Number < first.End || gap.Length > WidestGap || !Gap.IsMatch(gap) || !CanBeLatitudeAndLongitude(first.Value, second.Value))
        {
            return false;
        }

        var speaks = first.Says || second.Says || first.HasWay || second.HasWay || (first.HasSign && second.HasSign);
        var least = speaks ? 1 : first.IsComma ? 4 : 3;
        return first.Decimals >= least && second.Decimals >= least;
    }

    private static bool CanBeLatitudeAndLongitude(double first, double second) =>
        (Math.Abs(first) <= 90 && Math.Abs(second) <= 180) || (Math.Abs(first) <= 180 && Math.Abs(second) <= 90);

    private static bool IsPositionAlone(Degrees number) =>
        Math.Abs(number.Value) <= 180
        && (number.HasWay && number.HasSign ? number.Decimals >= 2
            : number.HasWay || number.HasSign || number.Says ? number.Decimals >= 3
            : number.Decimals is >= 5 and <= 8);

    /// <summary>A number with what speaks for its being a position.</summary>
    private sealed record Degrees(int Start, int Number, int End, double Value, int Decimals, bool IsComma, bool HasSign, bool HasWay, bool Says);
}
