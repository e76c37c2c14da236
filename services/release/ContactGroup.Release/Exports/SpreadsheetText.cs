using System.Text.RegularExpressions;

namespace ContactGroup.Release.Exports;

/// <summary>
/// Text that a spreadsheet shows and never calculates. What begins a formula gets an apostrophe in front, at the beginning of a cell and after everything that a
/// spreadsheet of another language may take for the beginning of one.
/// </summary>
internal static partial class SpreadsheetText
{
    public static string Of(string text) => Formula().Replace(text, "${before}'${begins}");

    [GeneratedRegex(@"(?<before>^|[;\t\r\n|])(?<begins>[\s""'\p{Cf}]*[=+\-@＝＋－＠])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Formula();
}
