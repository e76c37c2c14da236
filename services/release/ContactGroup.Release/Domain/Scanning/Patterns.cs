using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>How patterns of this folder are made: without backtracking, so that no text makes them slow, and with bounded lengths.</summary>
internal static class Patterns
{
    /// <summary>A pattern that looks at folded text; letters count as written.</summary>
    public static Regex AsWritten(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A pattern for which capitals and small letters are the same.</summary>
    public static Regex InAnyCase(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Whether a letter or digit stands directly before the place.</summary>
    public static bool TouchesBefore(string text, int start) => start > 0 && char.IsLetterOrDigit(text[start - 1]);

    /// <summary>Whether a letter or digit stands directly behind the place.</summary>
    public static bool TouchesBehind(string text, int end) => end < text.Length && char.IsLetterOrDigit(text[end]);

    /// <summary>Up to <paramref name="length"/> characters before a place, of the same line.</summary>
    public static ReadOnlySpan<char> Before(string text, int start, int length)
    {
        var before = text.AsSpan(Math.Max(0, start - length), Math.Min(length, start));
        var line = before.LastIndexOf('\n');
        return line < 0 ? before : before[(line + 1)..];
    }

    /// <summary>Up to <paramref name="length"/> characters behind a place, of the same line.</summary>
    public static ReadOnlySpan<char> Behind(string text, int end, int length)
    {
        var behind = text.AsSpan(end, Math.Min(length, text.Length - end));
        var line = behind.IndexOf('\n');
        return line < 0 ? behind : behind[..line];
    }
}

/// <summary>A place in folded text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(FindingKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
