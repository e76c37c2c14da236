using System.Buffers;
using System.Globalization;
using System.Text;
using ContactGroup.Contracts;
using ContactGroup.Separation.Hosts;

namespace ContactGroup.Separation.Comparing;

/// <summary>
/// Makes what two worlds showed comparable, byte for byte. Every tolerance of the harness is here or in <see cref="Hosts"/>, and each is listed in
/// <c>docs/security/two-worlds.md</c>: a sealed token counts by its length only, because it is encrypted anew each time; an id that was drawn after
/// something that may differ between the worlds counts by the order of its first appearance, because it is random and only random, and so does a name that is
/// made of it for feeds.
/// </summary>
internal sealed class Canonical
{
    // What Data Protection writes in front of everything it seals, in base64url.
    private const string SealHead = "CfDJ8";

    // Hexadecimal digits of a name for feeds.
    private const int FeedLength = 32;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The canonical form of a text that came later than all before.</summary>
    public string Of(string text)
    {
        var canonical = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var word = WordAt(text, at);
            if (word.Length == 0)
            {
                canonical.Append(text[at++]);
                continue;
            }

            if (word.StartsWith(SealHead, StringComparison.Ordinal))
            {
                canonical.Append(CultureInfo.InvariantCulture, $"<sealed {word.Length}>");
            }
            else if (word.Length == Ids.Length && Ids.IsWellFormed(new string(word)) && SeededIds.PlaceOf(word) >= SeededIds.Own)
            {
                canonical.Append(NameOf(new string(word)));
            }
            else if (IsOfFeed(word))
            {
                canonical.Append(NameOf(new string(word[..FeedLength]), FeedLength)).Append(word[FeedLength..]);
            }
            else
            {
                canonical.Append(word);
            }

            at += word.Length;
        }

        return canonical.ToString();
    }

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    private static bool IsOfFeed(ReadOnlySpan<char> word) =>
        word.Length >= FeedLength && (word.Length == FeedLength || word[FeedLength] == '-') && !word[..FeedLength].ContainsAnyExcept(Digits);

    private string NameOf(string id, int length = Ids.Length)
    {
        if (!names.TryGetValue(id, out var name))
        {
            // As long as what it stands for, so that lengths still count.
            names[id] = name = $"<id {(names.Count + 1).ToString(CultureInfo.InvariantCulture).PadLeft(length - 5)}>";
        }

        return name;
    }
}
