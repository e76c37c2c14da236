using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>Positions in degrees and minutes, with seconds or decimals of minutes or neither: with their marks, with letters, or as aviators and sailors write them.</summary>
internal static class SexagesimalDegrees
{
    private const string Way = "(?:N|S|E|W|O|north|south|east|west|nord|sud|est|ouest|شمالا?|جنوبا?|شرقا?|غربا?)";

    // 33°30'50"N, 33° 30.5' N, 33 deg 30 min 50 sec
    private static readonly Regex Marked = Patterns.InAnyCase(
        $@"(?:{Way} ?)?(?<d>\d{{1,3}}) ?(?:°|deg(?:rees?|res?)?\.?|d|درجه) ?(?<m>\d{{1,2}})(?:[.,]\d{{1,6}})? ?(?:'|min(?:utes?)?\.?|m|دقيقه|دقايق)(?:,? ?(?<s>\d{{1,2}})(?:[.,]\d{{1,6}})? ?(?:""|''|sec(?:onde?s?)?\.?|s|ثانيه|ثواني)?)?(?: ?{Way}\b)?");

    // 36° 12 N: the mark of minutes left out, the direction kept
    private static readonly Regex HalfMarked = Patterns.InAnyCase(
        $@"\b(?<d>\d{{1,3}}) ?° ?(?<m>\d{{1,2}})(?:[.,]\d{{1,6}})?(?:[ :](?<s>\d{{1,2}})(?:[.,]\d{{1,6}})?)? ?{Way}\b");

    // 33 30 50 N 36 18 20 E, 33:30:50N, N33 30.838 E036 17.456, 33-30-50N/036-18-20E
    private static readonly Regex Behind = Patterns.InAnyCase(
        @"\b(?<d>\d{1,2})[ :\-](?<m>\d{1,2})(?:[ :\-](?<s>\d{1,2}))?(?:[.,]\d{1,6})? ?[NS][ ,;/]{0,3}(?<d>\d{1,3})[ :\-](?<m>\d{1,2})(?:[ :\-](?<s>\d{1,2}))?(?:[.,]\d{1,6})? ?[EWO]\b");

    private static readonly Regex InFront = Patterns.InAnyCase(
        @"\b[NS] ?(?<d>\d{1,2})[ :\-](?<m>\d{1,2})(?:[ :\-](?<s>\d{1,2}))?(?:[.,]\d{1,6})?[ ,;/]{1,3}[EWO] ?(?<d>\d{1,3})[ :\-](?<m>\d{1,2})(?:[ :\-](?<s>\d{1,2}))?(?:[.,]\d{1,6})?");

    // 333050N0361820E, 3330N 03618E
    private static readonly Regex Compact = Patterns.AsWritten(
        @"\b(?<d>\d{2})(?<m>\d{2})(?:(?<s>\d{2}))?(?:\.\d{1,4})?[NS][ ,/\-]{0,2}(?<d>\d{3})(?<m>\d{2})(?:(?<s>\d{2}))?(?:\.\d{1,4})?[EW]\b");

    private static readonly Regex CompactInFront = Patterns.AsWritten(
        @"\b[NS](?<d>\d{2})(?<m>\d{2})(?:(?<s>\d{2}))?(?:\.\d{1,4})?[ ,/\-]{0,2}[EW](?<d>\d{3})(?<m>\d{2})(?:(?<s>\d{2}))?(?:\.\d{1,4})?\b");

    public static IEnumerable<Place> Find(string text) =>
        new[] { Marked, HalfMarked, Behind, InFront, Compact, CompactInFront }
            .SelectMany(pattern => pattern.Matches(text))
            .Where(match => !char.IsAsciiDigit(Previous(text, match.Index)) && AreAngles(match))
            .Select(match => new Place(FindingKind.Coordinate, match.Index, match.Length));

    private static char Previous(string text, int at) => at == 0 ? ' ' : text[at - 1];

    private static bool AreAngles(Match match) => Within(match.Groups["d"], 180) && Within(match.Groups["m"], 59) && Within(match.Groups["s"], 59);

    private static bool Within(Group group, int most) =>
        group.Captures.All(capture => int.Parse(capture.ValueSpan, CultureInfo.InvariantCulture) <= most);
}
