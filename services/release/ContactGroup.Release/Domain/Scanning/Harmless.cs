using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// What has digits and tells neither place nor number of anybody: our own references, P-codes, days and times, sums of money and quantities. Where it
/// stands, the detectors of numbers see nothing.
/// </summary>
internal static class Harmless
{
    /// <summary>Stands for what was taken out: neither letter nor digit nor separator.</summary>
    public const char Mask = '\u0001';

    private static readonly Regex Reference = Patterns.InAnyCase(@"\b(?:SIR|MSG|ACC|MOV|SITE|ADV|RFA)-[0-9A-Z]{4}-[0-9A-Z]{4}\b");

    private static readonly Regex Pcode = Patterns.AsWritten(@"\b[A-Z]{2,3}\d{2,10}\b");

    private static readonly Regex Day = Patterns.InAnyCase(
        @"\b(?:(?<y>\d{4})[\-./](?<m>\d{1,2})[\-./](?<d>\d{1,2})|(?<d>\d{1,2})[\-./](?<m>\d{1,2})[\-./](?<y>\d{4}|\d{2}))(?:[ T,]{1,3}(?:at |a )?\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+\-]\d{2}:?\d{2})?)?\b");

    private static readonly Regex CompactDay = Patterns.AsWritten(@"\b(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?:[T\-_ ]?\d{4}(?:\d{2})?(?:Z|UTC|[+\-]\d{4})?)?\b");

    private static readonly Regex Time = Patterns.InAnyCase(
        @"\b(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?:[ \-]{1,3}(?:to |a |et )?(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?)?(?: ?(?:Z|hrs?|hours?|UTC|local|am|pm|LT)\b)?|\b[0-2]\d[0-5]\d ?(?:-|to|a) ?[0-2]\d[0-5]\d ?(?:hrs?|h|Z|hours?|UTC|local|LT)\b");

    private static readonly Regex TimeGroup = Patterns.AsWritten(@"\b\d{6}[A-Z](?: ?[A-Za-z]{3} ?\d{2,4})?\b"); // 011430Z MAR 26

    private static readonly Regex Years = Patterns.AsWritten(@"\b(?:19|20)\d{2} ?[\-/] ?(?:19|20)\d{2}\b");

    private static readonly Regex Quantity = Patterns.InAnyCase(
        @"\d[\d ., ]{0,18}\d? ?(?:litres?|liters?|l|ml|kg|kgs|g|tons?|tonnes?|mt|t|metres?|meters?|m|m2|m3|km|kms|km2|cm|mm|ha|hectares?|miles?|%|percent|people|persons?|personnes?|families|familles|households?|menages?|houses?|tents?|tentes|kits?|boxes|bags?|sacs?|cartons?|pieces?|trucks?|camions?|days?|jours?|hours?|heures?|minutes?|min|weeks?|semaines?|months?|mois|years?|ans|usd|eur|euros?|dollars?|syp|lbp|sdg|yer|iqd|gbp|chf|afn|uah|sar|\$|€|£|mhz|khz|ghz|v|kw|kva|c|degrees c|لتر|كغ|كيلوغرام|كم|متر|طن|شخص|اشخاص|اسره|عايله|عايلات|خيمه|يوم|ايام|ساعه|ساعات|دقيقه|دولار|ليره|دينار|ريال|يورو|الف|مليون|million|millions|thousand|mille|beneficiaries|beneficiaires|idps|children|enfants|women|femmes|men|hommes|patients|doses|meals|repas|rations|gallons?|barrels?|blankets?|couvertures)\b");

    private static readonly Regex Money = Patterns.InAnyCase(@"(?:\$|€|£|\b(?:usd|eur|syp|lbp|sdg|yer|iqd|gbp|chf|afn|uah|sar)\b\$?) ?\d[\d ., ]{0,18}");

    // 1 200 000 or 1,200,000 or 1.200.000: groups of three with one separator, no leading zero.
    private static readonly Regex Thousands = Patterns.AsWritten(@"\b[1-9]\d{0,2}(?:(?: \d{3}){2,4}|(?:,\d{3}){2,4}|(?:\.\d{3}){2,4}|(?:'\d{3}){1,4})\b");

    /// <summary>The text with everything harmless masked, place for place of the same length.</summary>
    public static string Hide(string text)
    {
        var hidden = text.ToCharArray();
        HideAll(Reference, text, hidden, _ => true);
        HideAll(Pcode, text, hidden, _ => true);
        HideAll(Day, text, hidden, match => IsDay(match) && !GoesOn(text, match.Index + match.Length));
        HideAll(CompactDay, text, hidden, IsDay);
        HideAll(TimeGroup, text, hidden, match => IsDayAndTime(match.ValueSpan));
        HideAll(Years, text, hidden, _ => true);
        HideAll(Money, text, hidden, _ => true);
        HideAll(Quantity, text, hidden, match => IsQuantity(text, match));
        HideAll(Thousands, text, hidden, match => IsAlone(text, match) && !PhoneNumbers.IsAnnounced(text, match.Index));
        return new string(hidden);
    }

    /// <summary>The text with times of day masked as well, for those who would take them for a number to call.</summary>
    public static string HideTimes(string hidden)
    {
        var more = hidden.ToCharArray();
        HideAll(Time, hidden, more, match => IsAlone(hidden, match));
        return new string(more);
    }

    private static void HideAll(Regex pattern, string text, char[] hidden, Func<Match, bool> isHarmless)
    {
        foreach (var match in pattern.Matches(text).Where(isHarmless))
        {
            hidden.AsSpan(match.Index, match.Length).Fill(Mask);
        }
    }

    private static bool IsDay(Match match) =>
        Number(match.Groups["d"]) is var day && Number(match.Groups["m"]) is var month
        && ((day is >= 1 and <= 31 && month is >= 1 and <= 12) || (day is >= 1 and <= 12 && month is >= 1 and <= 31));

    // 06.12.34.56.78 begins like a day and is a number to call.
    private static bool GoesOn(string text, int end) => end + 1 < text.Length && text[end] is '.' or '-' or '/' && char.IsAsciiDigit(text[end + 1]);

    private static bool IsDayAndTime(ReadOnlySpan<char> group) =>
        int.Parse(group[..2], CultureInfo.InvariantCulture) is >= 1 and <= 31
        && int.Parse(group[2..4], CultureInfo.InvariantCulture) <= 24
        && int.Parse(group[4..6], CultureInfo.InvariantCulture) <= 59;

    // A leading zero, a plus or eleven digits are a number to call, whatever word follows.
    private static bool IsQuantity(string text, Match match)
    {
        var digits = 0;
        foreach (var character in match.ValueSpan)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return match.ValueSpan[0] != '0' && digits <= 10 && IsAlone(text, match);
    }

    private static bool IsAlone(string text, Match match) =>
        !Patterns.TouchesBefore(text, match.Index)
        && (match.Index == 0 || text[match.Index - 1] is not ('+' or '.' or '-' or '('))
        && (match.Index < 2 || text[match.Index - 2] != '+')
        && (match.Index < 2 || text[match.Index - 1] != ' ' || !char.IsAsciiDigit(text[match.Index - 2]));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
