using System.Text;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Scans a text that is longer than a field: in windows that end with a line where there is one, each beginning again some way before the end of the last,
/// so that no cut goes through what would be found. Memory is one window, whatever the length.
/// </summary>
internal static class LongText
{
    // Longer than anything a pattern matches.
    private const int Overlap = 2_000;

    // Stands where a line was cut, so that half of one is not taken for a line of its own. INVARIANT: not among what is trimmed from a line, nor taken
    // out of a text before it is looked at.
    private const char Cut = '\u00A7';

    private const int Window = TextScanner.MostCharacters - 4;

    /// <summary>Kinds of what is found, each once; ends with the first marking above unclassified.</summary>
    public static IReadOnlySet<FindingKind> KindsIn(ReadOnlySpan<byte> utf8)
    {
        var kinds = new SortedSet<FindingKind>();
        var decoder = Encoding.UTF8.GetDecoder();
        var window = new char[Window];
        var (kept, opensLine, isLast) = (0, true, false);
        while (!isLast && !kinds.Contains(FindingKind.Classified))
        {
            decoder.Convert(utf8, window.AsSpan(kept), flush: true, out var read, out var written, out _);
            utf8 = utf8[read..];
            isLast = utf8.IsEmpty;
            var filled = window.AsSpan(0, kept + written);
            var piece = isLast ? filled : filled[..EndOf(filled)];
            kinds.UnionWith(Scan(piece, opensLine, isLast || piece[^1] == '\n'));
            var next = isLast ? filled.Length : BeginAgain(piece);
            opensLine = next == 0 || window[next - 1] == '\n';
            filled[next..].CopyTo(window);
            kept = filled.Length - next;
        }

        return kinds;
    }

    private static IEnumerable<FindingKind> Scan(ReadOnlySpan<char> piece, bool opensLine, bool closesLine)
    {
        var text = $"{(opensLine ? string.Empty : $"{Cut} ")}{piece}{(closesLine ? string.Empty : $" {Cut}")}";
        return TextScanner.Scan(text).Select(found => found.Kind);
    }

    /// <summary>Behind the last line that ends in the window, unless it is very long.</summary>
    private static int EndOf(ReadOnlySpan<char> filled) => filled.LastIndexOf('\n') is var line && line > filled.Length / 2 ? line + 1 : filled.Length;

    private static int BeginAgain(ReadOnlySpan<char> piece)
    {
        var before = piece.Length - Overlap;
        return piece[..before].LastIndexOf('\n') is var line && line > before / 2 ? line + 1 : before;
    }
}
