using System.Globalization;
using System.Text;

namespace ContactGroup.Hosting.Web;

public sealed partial class FieldChecks
{
    // One text element may legally consist of many code points; without this bound a short text could be megabytes.
    private const int MostUnitsPerElement = 16;

    /// <summary>
    /// Text of <paramref name="min"/> to <paramref name="max"/> text elements (what people count as characters), white space at both ends removed
    /// first. Control characters other than tab and line ends are refused.
    /// </summary>
    /// <returns>The text to store; empty when it failed.</returns>
    public string Text(string field, string? value, int min, int max)
    {
        var text = value?.Trim() ?? string.Empty;
        if (text.Length == 0)
        {
            That(min == 0, field, "Give some text; white space alone does not count.");
            return string.Empty;
        }

        return HasStrangers(text)
            ? Fail(field, "Remove control characters and broken characters; only tab and line ends are accepted.")
            : LengthOf(text, max) is var length && length < min ? Fail(field, Sentence($"Write at least {min} characters."))
            : length > max ? Fail(field, Sentence($"Shorten to at most {max} characters."))
            : text;
    }

    /// <summary>Text that may be absent. Empty and white space count as absent.</summary>
    /// <returns>The text to store, or null.</returns>
    public string? OptionalText(string field, string? value, int max) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(field, value, 1, max);

    /// <summary>One line of text: as <see cref="Text"/>, without line ends and tabs.</summary>
    public string Line(string field, string? value, int min, int max)
    {
        var text = Text(field, value, min, max);
        return text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : Fail(field, "Write it on one line.");
    }

    private string Fail(string field, string remedy)
    {
        Add(field, remedy);
        return string.Empty;
    }

    private static string Sentence(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private static int LengthOf(string text, int max) =>
        text.Length > (long)max * MostUnitsPerElement ? int.MaxValue : new StringInfo(text).LengthInTextElements;

    private static bool HasStrangers(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate; a written U+FFFD is a sign of text broken before it came here.
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                return true;
            }
        }

        return false;
    }
}
