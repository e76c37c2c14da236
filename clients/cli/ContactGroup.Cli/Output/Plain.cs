using System.Text;

namespace ContactGroup.Cli.Output;

/// <summary>
/// Text of other people, made fit for a terminal: what could move the cursor, change colours or reverse the reading direction is shown as a mark instead
/// of being obeyed.
/// </summary>
internal static class Plain
{
    private const char Mark = '\uFFFD';

    public static string Text(string? text)
    {
        if (text is null || !text.Any(IsObeyed))
        {
            return text ?? string.Empty;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(IsObeyed(c) ? Mark : c);
        }

        return plain.ToString();
    }

    /// <summary>On one line, cut to a length.</summary>
    public static string Line(string? text, int length = 100)
    {
        var line = string.Join(' ', Text(text?.ReplaceLineEndings(" ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end] + "…";
    }

    // Letters of right-to-left scripts are left alone; overrides and isolates, which make text look like other text, are not.
    private static bool IsObeyed(char c) => (char.IsControl(c) && c is not '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
