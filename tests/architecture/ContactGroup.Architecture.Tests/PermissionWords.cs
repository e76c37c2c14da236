using System.Text.RegularExpressions;

namespace ContactGroup.Architecture.Tests;

/// <summary>
/// Finds words that would make of a notification a request, in both languages that are shipped: in every line that people read, in every text of code, and in all of
/// the code that is about notifications, names of routes, types and codes included.
/// </summary>
internal static partial class PermissionWords
{
    /// <summary>Phrases in which such a word is right.</summary>
    private static readonly string[] Right =
    [
        // What a notification is not.
        "Not a request for permission", "Notification is never permission", "Not a permission system", "needing permission", "notification, permission",
        "no word here may sound like a permission", "ليس طلبًا للحصول على إذن",

        // The consent of who is concerned, and rules of what is shown.
        "المصدر والموافقة", "المعنيون موافقون على المشاركة", "قبل موافقة المنظمة الكاتبة", "إلا بموافقة صاحبه", "تُعطى الموافقة على إخطار هذه القوة", "بقدر ما تسمح القواعد",

        // Papers that others ask for: a constraint that is reported.
        "TRAVEL_PERMIT", "تصريح سفر أو حركة",

        // Nothing about people who move.
        "UPDATE_APPROVED=1", "The public surface is approved in", "No permissions are needed besides", "Denial of service", "`Authorization: Bearer", "HttpStatusCode.Unauthorized",
    ];

    /// <summary>The lines and texts of a file that have such a word.</summary>
    /// <param name="path">Its path in the repository, with slashes.</param>
    /// <param name="text">What stands in it.</param>
    public static IEnumerable<string> In(string path, string text) => Read(path, text).Where(Speaks).Where(line => Speaks(WithoutWhatIsRight(line)));

    private static IEnumerable<string> Read(string path, string text) => (IsCode(path), IsTest(path)) switch
    {
        (true, true) => Sentence().Matches(text).Select(match => match.Value),
        (false, true) when path.EndsWith(".md", StringComparison.Ordinal) => [],
        (true, false) when !AboutNotifications().IsMatch(path) => Literal().Matches(text).Select(match => match.Value),
        _ => text.Split('\n'),
    };

    private static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".ts", StringComparison.Ordinal) || path.EndsWith(".tsx", StringComparison.Ordinal);

    private static bool IsTest(string path) => path.StartsWith("tests/", StringComparison.Ordinal) || path.Contains("/tests/", StringComparison.Ordinal) || path.Contains(".test.", StringComparison.Ordinal);

    private static string WithoutWhatIsRight(string line) => Right.Aggregate(line, (rest, right) => rest.Replace(right, string.Empty, StringComparison.OrdinalIgnoreCase));

    private static bool Speaks(string line)
    {
        var bare = Unvowelled(line);
        return English().IsMatch(line) || Verdict().IsMatch(line) || Arabic().IsMatch(bare) || ArabicVerdict().IsMatch(bare);
    }

    // Vowel signs and the forms of alif are written or left out as people like.
    private static string Unvowelled(string line) => Alif().Replace(Vowels().Replace(line, string.Empty), "ا");

    [GeneratedRegex(@"approv|den(y|ies|ied|ial)|authori[sz]|permission|permit|clearance|cleared[ _](to|for)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex English();

    // Words that are common elsewhere, such as a row that is rejected or a field that is cleared, where they are about who moves.
    [GeneratedRegex(
        @"\b(?-i:CLEARED|REJECTED)\b|\b(movement|convoy|route|road|site|vehicle|mission)s?,? ((is|are|was|were|be|been|has been|have been|not) )*(cleared|rejected)\b"
        + @"|\b(clear|reject)(s|ed|ing)? (a|an|the|your|its|this|their|that|any|every) (\w+ )?(movement|convoy|route|notification|site|vehicle|mission)|green[ -]light|go-ahead|non-objection",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Verdict();

    // To agree is right of the organisation whose notification it is, and wrong of a force.
    [GeneratedRegex("وافقت? (ال)?(قوة|قوات|شرطة|سلطات|جيش|طرف)|وافق\\p{L}* على (ال)?(تحرك|حركة|رحلة|قافلة|موقع|اخطار)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArabicVerdict();

    [GeneratedRegex("موافق|اذن|تصريح|ترخيص|مرخص|رفض|مرفوض|سمح|تخويل|مخول|تفويض|اجاز", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arabic();

    [GeneratedRegex(@"[\u064B-\u0652\u0640]", RegexOptions.None, 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex("[أإآ]", RegexOptions.None, 1000)]
    private static partial Regex Alif();

    [GeneratedRegex("movement|/sites?/|advisor|notificat|concern", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutNotifications();

    // An apostrophe in a text does not end it.
    [GeneratedRegex("""(?<quote>["'`])(?:(?!\k<quote>)[^\\\n]|\\.)*\k<quote>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("""["'`][^"'`\n]* [^"'`\n]*["'`]""", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
