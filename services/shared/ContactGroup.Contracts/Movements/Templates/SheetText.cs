using System.Text;
using System.Text.RegularExpressions;

namespace ContactGroup.Contracts.Movements.Templates;

/// <summary>
/// Text in a cell that a spreadsheet shows and never calculates, and that is read as it was. What would begin a formula gets an apostrophe in front, at the beginning of a
/// cell and after everything that a spreadsheet of another language takes for the end of one; reading takes one away there and nowhere else, so that a name that begins
/// with an apostrophe keeps it.
/// </summary>
public static partial class SheetText
{
    private static readonly char[] Ends = [';', '\t', '\r', '\n', '|'];

    /// <summary>The text as a cell has it.</summary>
    public static string Write(string text) => Each(text, part => Formula().IsMatch(part) ? "'" + part : part);

    /// <summary>The text of a cell.</summary>
    public static string Read(string cell) => Each(cell, part => part.StartsWith('\'') && Formula().IsMatch(part) ? part[1..] : part);

    private static string Each(string text, Func<string, string> change)
    {
        var whole = new StringBuilder(text.Length + 1);
        for (var from = 0; from <= text.Length;)
        {
            var end = text.IndexOfAny(Ends, from) is >= 0 and var found ? found : text.Length;
            whole.Append(change(text[from..end]));
            if (end < text.Length)
            {
                whole.Append(text[end]);
            }

            from = end + 1;
        }

        return whole.ToString();
    }

    [GeneratedRegex(@"^[\s""'\p{Cf}]*[=+\-@＝＋－＠]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Formula();
}
