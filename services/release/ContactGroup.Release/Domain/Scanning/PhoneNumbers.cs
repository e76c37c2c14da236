using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Telephone numbers: international with a plus or two zeros, national forms in groups, satellite prefixes, and whatever a word such as "call" or
/// <c>هاتف</c> stands before. Seven to fifteen digits (ITU-T E.164); a bare row of digits counts from nine on, because shorter ones are mostly quantities.
/// </summary>
internal static class PhoneNumbers
{
    private const int LeastDigits = 7;
    private const int MostDigits = 17;
    private const int LeastBareDigits = 9;
    private const int LeastNamedDigits = 5;

    private static readonly Regex Number = Patterns.AsWritten(@"(?:\+ ?|00)?\(?\d(?:[ \-./()\u2022]{0,2}\d){4,18}");

    private static readonly Regex Word = Patterns.InAnyCase(
        @"(?:\b(?:tel|tele?phone|phone|ph|mob|mobile|cell|call|ring|whats ?app|wa|signal|viber|telegram|sms|text|sat ?phone|satellite|thuraya|iridium|inmarsat|bgan|appele[rz]?|portable|gsm|joindre|contact|hotline|fax|hf|extension|ext)|هاتف|الهاتف|تلفون|التلفون|جوال|الجوال|موبايل|الموبايل|اتصل|اتصلوا|الاتصال|واتساب|واتس|رقم|برقم|الرقم|ثريا)[^\n\d+]{0,24}\z");

    // "mobile clinics treated 12 500": the same words where no number to call follows.
    private static readonly Regex OtherUse = Patterns.InAnyCase(
        @"\b(?:mobile (?:clinics?|teams?|units?|health|medical|brigades?|hospitals?|kitchens?|warehouses?|phase)|contact (?:tracing|groups?|lines?)|text of|signal \d{1,2}|portable (?:toilets?|generators?|kits?))\b[^\n+]{0,24}\z");

    private static readonly Regex MachineAddress = Patterns.AsWritten(@"\A\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\z");

    private static readonly Regex Satellite = Patterns.AsWritten(@"\A(?:\+|00)?(?:8816|8817|870|88216)");

    public static IEnumerable<Place> Find(string text) =>
        Number.Matches(text).Where(match => IsToCall(text, match)).Select(match => new Place(FindingKind.Phone, match.Index, match.Length));

    /// <summary>Whether a word before the place says that a number to call follows.</summary>
    public static bool IsAnnounced(string text, int start) =>
        Patterns.Before(text, start, 40).ToString() is var before && Word.IsMatch(before) && !OtherUse.IsMatch(before);

    private static bool IsToCall(string text, Match match)
    {
        var end = match.Index + match.Length;
        if (Patterns.TouchesBefore(text, match.Index) || Patterns.TouchesBehind(text, end) || IsDecimal(text, match, end))
        {
            return false;
        }

        var written = match.Value;
        var digits = written.Count(char.IsAsciiDigit);
        if (digits > MostDigits || MachineAddress.IsMatch(written))
        {
            return false;
        }

        if (IsAnnounced(text, match.Index))
        {
            return digits >= LeastNamedDigits;
        }

        if (written[0] == '+' || written.StartsWith("00", StringComparison.Ordinal) || Satellite.IsMatch(Digits(written)))
        {
            return digits >= LeastDigits + 1;
        }

        return digits >= LeastBareDigits ? !IsPairOfDecimals(written) : digits >= LeastDigits && IsGrouped(written);
    }

    private static string Digits(string written) => new([.. written.Where(char.IsAsciiDigit)]);

    // 345-6789, 555 12 34, (091) 234 567: groups with separators of a number, not the three by three of a quantity.
    private static bool IsGrouped(string written) =>
        written.AsSpan().ContainsAny(" -/()") && (written[0] is '0' or '(' || written.Contains('-', StringComparison.Ordinal) || HasGroupsOfAPhone(written));

    private static bool HasGroupsOfAPhone(string written)
    {
        var groups = written.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return groups.Length is 2 or 3 or 4 && groups.All(group => group.Length is >= 2 and <= 4 && group.All(char.IsAsciiDigit))
            && !groups.Skip(1).All(group => group.Length == 3);
    }

    private static bool IsPairOfDecimals(string written) => written.Count(character => character == '.') is 1 && !written.AsSpan().ContainsAny(" -/()");

    private static bool IsDecimal(string text, Match match, int end) =>
        (match.Index > 1 && text[match.Index - 1] is '.' or ',' && char.IsAsciiDigit(text[match.Index - 2]))
        || (end + 1 < text.Length && text[end] is ',' && char.IsAsciiDigit(text[end + 1]));
}
