using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Classification markings, known by their form and not by their words: the full name of a system's level in capitals (<c>NATO SECRET</c>), a level with
/// its control words (<c>SECRET//NOFORN</c>), a portion mark (<c>(S//NF)</c>), a line of its own, or a level behind "classification:". "The secret
/// police" has none of these. Sources: NATO C-M(2002)49, Council Decision 2013/488/EU, CAPCO register, ST/SGB/2007/6, IGI 1300.
/// </summary>
internal static class Markings
{
    private const string UsControls = "NOFORN|NF|ORCON|OC|REL(?: TO)?[ A-Z,]{0,60}|RELIDO|PROPIN|PR|SI|TK|HCS|HCS-P|SI-G|G|FGI|IMCON|DISPLAY ONLY|DEA SENSITIVE|FISA|RSEN|LIMDIS|EXDIS|NODIS|X\\d|MR|SAR|NC2|RD|FRD";

    private static readonly Regex Systems = Patterns.AsWritten(
        @"\b(?:COSMIC[ \-]TOP[ \-]SECRET|COSMIC TRES SECRET|NATO[ \-](?:SECRET|CONFIDENTIAL|RESTRICTED)|OTAN[ \-](?:SECRET|CONFIDENTIEL)|(?:SECRET|CONFIDENTIEL|DIFFUSION RESTREINTE)[ \-]OTAN"
        + @"|NATO/(?:MC/)?(?:SECRET|CONFIDENTIAL|RESTRICTED)|(?:NATO|ISAF|KFOR|SFOR|RSM|MNF|EUFOR|UN)[/ ](?:\w{2,8}[/ ])?SECRET|TRES SECRET UE(?:/EU TOP SECRET)?|SECRET UE(?:/EU SECRET)?|CONFIDENTIEL UE(?:/EU CONFIDENTIAL)?|RESTREINT UE(?:/EU RESTRICTED)?|EU[ \-](?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED)"
        + @"|(?:TS|S|C|R)-UE(?:/EU-(?:TS|S|C|R))?|EU-(?:TS|S|C|R)|(?:UN|UNITED NATIONS)[ \-](?:STRICTLY )?CONFIDENTIAL|STRICTLY CONFIDENTIAL|UNITED NATIONS SECRET|STRICTEMENT CONFIDENTIEL"
        + @"|TRES SECRET DEFENSE|SECRET[ \-]DEFENSE|CONFIDENTIEL[ \-]DEFENSE|DIFFUSION RESTREINTE|UK (?:TOP )?SECRET|TOP SECRET (?:UMBRA|STRAP ?\d?)|NATO (?:S|C|R|TS)//[A-Z]{2,})\b");

    private static readonly Regex UsBanner = Patterns.AsWritten(
        $@"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|TS|S|C) ?//? ?(?:{UsControls})(?: ?/{{1,2}} ?(?:{UsControls}))*");

    private static readonly Regex UsPlain = Patterns.AsWritten(@"\b(?:TOP SECRET|SECRET|CONFIDENTIAL)[ \-,]{1,2}(?:NOFORN|ORCON|REL TO|RELEASABLE TO|US ONLY|EYES ONLY|ATOMAL|BOHEMIA)\b");

    private static readonly Regex PortionWithControls = Patterns.AsWritten(
        @"[(\[](?:TS|S|C|NS|NC|NR|CTS)(?: ?//? ?[A-Z][A-Z ,\-]{0,60})+[)\]]|[(\[](?:CTSA?|NS|NC|NR|NSAT|NCA)[)\]]|[(\[](?:TS|S|C|R)-UE(?:/EU-(?:TS|S|C|R))?[)\]]");

    private static readonly Regex PortionAtLineStart = Patterns.AsWritten(@"(?:\A|\n)[ \t]*(?:\d{1,3}\.[ ]*)?(?:[\-*\u2022][ ]*)?(?<mark>\((?:TS|S|C)\))[ \t]*[\p{L}\d]");

    private static readonly Regex OtherListLetters = Patterns.AsWritten(@"(?:\A|\n)[ \t]*\((?:A|B|D)\)");

    private static readonly Regex Labelled = Patterns.InAnyCase(
        @"(?:\bclassification|\bclassified(?: as)?|\bclassifie|\bsecurity marking|\bmarking|\bniveau de classification|\bprotective marking|التصنيف|تصنيف|درجه السريه|السريه)(?: level| is)?(?:[ ]*[:=\-][ ""'(\[]*|""?[,;\t]""?)(?<mark>(?:cosmic )?top[ \-]secret|tres secret|(?:nato |eu |un |us )?secret|(?:un )?strictly confidential|(?:nato |eu |un |us )?confidential|(?:nato |eu )?restricted|confidentiel(?: defense)?|diffusion restreinte|restreint(?: ue)?|سري للغايه|سري جدا|سري ومكتوم|سري|مكتوم|محدود(?: التداول| التوزيع)?)\b");

    private static readonly Regex Line = Patterns.AsWritten(@"[^\n]+");

    private static readonly Regex CapitalsLine = Patterns.AsWritten(
        @"\A(?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|[OPRZ]) )?(?:TOP SECRET|SECRET|CONFIDENTIAL|CONFIDENTIEL|RESTRICTED|TRES SECRET|RESTREINT|NS|NC|NR|CTS)\z");

    private static readonly Regex CapitalsHead = Patterns.AsWritten(@"\A(?<mark>TOP SECRET|SECRET|CONFIDENTIAL|CONFIDENTIEL|TRES SECRET)[ ]?(?:[:|/]|-{1,2} )[ ]?\S");

    private static readonly Regex PhraseLine = Patterns.InAnyCase(
        @"\A(?:top secret|nato (?:secret|confidential|restricted)|cosmic top secret|eu (?:top secret|secret|confidential|restricted)|restreint ue(?: ?/ ?eu restricted)?|un (?:strictly )?confidential|strictly confidential|strictement confidentiel|tres secret(?: defense)?|secret defense|confidentiel defense|diffusion restreinte(?: otan)?|secret otan|سري للغايه|سري جدا|سري ومكتوم|سري للغايه وشخصي|سري|محدود التداول|محدود التوزيع)\z");

    private static readonly Regex Unclassified = Patterns.InAnyCase(
        @"\b(?:CUI(?://[A-Z\-/]{2,40})?|FOUO|UNCLASSIFIED ?//? ?[A-Z][A-Z /\-]{1,40}|U//[A-Z]{2,}|SBU|LES|NOFORN|OFFICIAL[ \-]SENSITIVE|LIMITE|TLP ?: ?(?:RED|AMBER(?:\+STRICT)?))\b");

    public static IEnumerable<Place> Find(string text) => Classified(text).Concat(Handling(text));

    private static IEnumerable<Place> Classified(string text) =>
        Whole(PortionWithControls, text)
            .Concat(Whole(Systems, text))
            .Concat(Whole(UsBanner, text).Where(place => !Patterns.TouchesBefore(text, place.Start)))
            .Concat(Whole(UsPlain, text))
            .Concat(Portions(text))
            .Concat(Labelled.Matches(text).Select(match => Mark(match.Groups["mark"])))
            .Concat(Lines(text));

    private static IEnumerable<Place> Whole(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => new Place(FindingKind.Classified, match.Index, match.Length));

    private static Place Mark(Group mark) => new(FindingKind.Classified, mark.Index, mark.Length);

    // A list whose letters are (A), (B), (C) is no row of portion marks.
    private static IEnumerable<Place> Portions(string text) =>
        OtherListLetters.IsMatch(text) ? [] : PortionAtLineStart.Matches(text).Where(match => !IsCopyright(text, match)).Select(match => Mark(match.Groups["mark"]));

    private static bool IsCopyright(string text, Match match) =>
        match.Groups["mark"].ValueSpan is "(C)" && Patterns.Behind(text, match.Groups["mark"].Index + 3, 6).TrimStart() is ['1' or '2', >= '0' and <= '9', ..];

    /// <summary>A marking that has a line for itself, or opens one. A text of one word only is that word: nothing is marked by it.</summary>
    private static IEnumerable<Place> Lines(string text)
    {
        var lines = Line.Matches(text).Where(line => !line.ValueSpan.IsWhiteSpace()).ToList();
        foreach (var line in lines)
        {
            // With the separators of a table: the row of a marking is one filled cell and empty ones.
            var bare = line.ValueSpan.Trim(" \t,;*_#=[](){}<>-|/.:~+\u2022\u00AB\u00BB\"'").ToString();
            var start = line.Index + line.Value.IndexOf(bare, StringComparison.Ordinal);
            if (bare.Length > 0 && lines.Count > 1 && (CapitalsLine.IsMatch(bare) || PhraseLine.IsMatch(bare)))
            {
                yield return new Place(FindingKind.Classified, start, bare.Length);
            }
            else if (CapitalsHead.Match(bare) is { Success: true } head)
            {
                yield return new Place(FindingKind.Classified, start + head.Groups["mark"].Index, head.Groups["mark"].Length);
            }
        }
    }

    private static IEnumerable<Place> Handling(string text) =>
        Unclassified.Matches(text)
            .Where(match => match.ValueSpan is not ("limite" or "Limite" or "les" or "Les" or "cui" or "LES"))
            .Where(match => match.Value is not "LIMITE" || HasLine(text, match))
            .Select(match => new Place(FindingKind.Handling, match.Index, match.Length));

    // "LIMITE" is also a French word in capitals: the marking has a line of its own.
    private static bool HasLine(string text, Match match) =>
        Patterns.Before(text, match.Index, 40).IsWhiteSpace() && Patterns.Behind(text, match.Index + match.Length, 40).IsWhiteSpace();
}
