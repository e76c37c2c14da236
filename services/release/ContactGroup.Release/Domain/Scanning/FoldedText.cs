using System.Globalization;
using System.Text;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// A text as it is matched: compatibility forms decomposed, digits of every script as 0 to 9, look-alikes as what they look like, and what cannot be
/// seen left out. Every character knows where in the author's text it comes from. INVARIANT: nothing invisible and no change of digits alters what is
/// matched; a property test holds this.
/// </summary>
internal sealed class FoldedText
{
    private const int LeastSpacedOut = 4;

    private readonly string original;
    private readonly int[] origins;

    private FoldedText(string text, string original, int[] from)
    {
        Text = text;
        this.original = original;
        origins = from;
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    public static FoldedText Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('`', StringComparison.Ordinal))
        {
            return JoinSpacedOut(text, text, [.. Enumerable.Range(0, text.Length)]); // Plain English needs no folding.
        }

        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
            Fold(text.AsSpan(at, length), at, folded, from);
            at += length;
        }

        return JoinSpacedOut(folded.ToString(), text, from);
    }

    /// <summary>Where a place of the folded text is in the author's.</summary>
    public Finding Locate(FindingKind kind, int start, int length)
    {
        var first = origins[start];
        var last = origins[start + length - 1];
        var behind = last + (last + 1 < original.Length && char.IsSurrogatePair(original, last) ? 2 : 1);
        while (behind < original.Length && char.GetUnicodeCategory(original[behind]) == UnicodeCategory.NonSpacingMark)
        {
            behind++; // a vowel sign belongs to its letter
        }

        return new Finding(kind, first, behind - first);
    }

    private static void Fold(ReadOnlySpan<char> unit, int at, StringBuilder folded, List<int> from)
    {
        if (unit.Length == 1 && unit[0] < 0x7F)
        {
            Add(LookAlikes.Of(unit[0]), unit[0], at, folded, from);
            return;
        }

        if (unit.Length == 1 && LookAlikes.Of(unit[0]) is var same && same != unit[0])
        {
            Add(same, same, at, folded, from);
            return;
        }

        if (!Rune.TryCreate(unit[0], out var rune) && !(unit.Length == 2 && Rune.TryCreate(unit[0], unit[1], out rune)))
        {
            rune = new Rune('?'); // half of a pair means nothing
        }

        foreach (var plain in Compatibility.Of(rune))
        {
            AddRune(plain, at, folded, from);
        }
    }

    private static void AddRune(Rune rune, int at, StringBuilder folded, List<int> from)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                Add((char)('0' + (int)Rune.GetNumericValue(rune)), 'x', at, folded, from);
                break;
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control when !IsBreak(rune):
            case UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse:
                break;
            case UnicodeCategory.SpaceSeparator:
                Add(' ', ' ', at, folded, from);
                break;
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                Add('\n', '\n', at, folded, from);
                break;
            default:
                Add(rune.IsBmp ? LookAlikes.Of((char)rune.Value) : '?', rune.IsBmp ? (char)rune.Value : 'x', at, folded, from);
                break;
        }
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or '\t' or 0x85;

    private static void Add(char character, char original, int at, StringBuilder folded, List<int> from)
    {
        var written = character switch
        {
            '\t' or '\u000B' or '\u000C' => ' ',
            '\r' or '\u0085' => '\n',
            _ => character,
        };
        var isUnseen = written is '\u0640' || (written < ' ' && written != '\n') || IsFiller(original);
        if (!isUnseen)
        {
            folded.Append(written);
            from.Add(at);
        }
    }

    // Letters and marks that show nothing: Hangul fillers and the braille blank.
    private static bool IsFiller(char original) => original is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800';

    /// <summary>Takes the spaces out of what is written letter by letter or digit by digit: <c>S E C R E T</c>, <c>3 3 . 5 1 3 8</c>.</summary>
    private static FoldedText JoinSpacedOut(string text, string original, List<int> from)
    {
        var joined = new StringBuilder(text.Length);
        var kept = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var run = SpacedOutFrom(text, at);
            if (run >= LeastSpacedOut)
            {
                for (var single = 0; single < run; single++)
                {
                    joined.Append(text[at + (2 * single)]);
                    kept.Add(from[at + (2 * single)]);
                }

                at += (2 * run) - 1;
                continue;
            }

            joined.Append(text[at]);
            kept.Add(from[at]);
            at++;
        }

        return new FoldedText(joined.ToString(), original, [.. kept]);
    }

    /// <summary>How many single characters follow each other with one space between, from here.</summary>
    private static int SpacedOutFrom(string text, int at)
    {
        if (!IsSingle(text, at))
        {
            return 0;
        }

        var count = 1;
        while (at + (2 * count) < text.Length && text[at + (2 * count) - 1] == ' ' && IsSingle(text, at + (2 * count)))
        {
            count++;
        }

        return count;
    }

    private static bool IsSingle(string text, int at) =>
        (char.IsAsciiDigit(text[at]) || char.IsAsciiLetterUpper(text[at]) || text[at] is '.' or ',' or '/')
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
