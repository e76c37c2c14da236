using System.Globalization;
using System.Text;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Tests.Scanning;

/// <summary>
/// The property that makes normalising worth its price: nothing that a reader cannot see and no other script of digits hides a finding. Held over every
/// case with a finding, at different places and with different characters each turn.
/// </summary>
public sealed class DisguiseTests
{
    private const string Unseen = "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u202B\u202C\u2066\u2069\u034F\u061C\u180E\uFE0F";
    private const string Zeros = "\u0660\u06F0\u0966\u09E6\u0E50\uFF10\u07C0\u1040";

    public static TheoryData<string> Files =>
        [.. ScannerCase.Files.Where(file => !file.StartsWith("known-", StringComparison.Ordinal) && ScannerCase.Read(file).Any(given => given.Finds.Count > 0))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Characters_that_nobody_sees_never_hide_a_finding(string file)
    {
        Assert.Empty(Hidden(file, Sprinkled));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Digits_of_another_script_never_hide_a_finding(string file)
    {
        Assert.Empty(Hidden(file, InAnotherScript));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_finding_lies_within_the_text(string file)
    {
        foreach (var given in ScannerCase.Read(file))
        {
            var text = Sprinkled(given.Text, turn: 1);

            Assert.All(TextScanner.Scan(text), found => Assert.True(found.Start >= 0 && found.Length > 0 && found.Start + found.Length <= text.Length));
        }
    }

    [Theory]
    [InlineData("\uD800 33.5138, 36.2765")]
    [InlineData("33.5138, 36.2765 \uDC00")]
    public void Half_a_surrogate_pair_breaks_nothing(string text)
    {
        var found = ScannerCase.Scan(text);

        Assert.Equal(["coordinate 33.5138, 36.2765"], found);
    }

    private static List<string> Hidden(string file, Func<string, int, string> disguise)
    {
        var hidden = new List<string>();
        foreach (var text in ScannerCase.Read(file).Where(given => given.Finds.Count > 0).Select(given => given.Text))
        {
            var before = Kinds(text);
            for (var turn = 0; turn < Zeros.Length; turn++)
            {
                var disguised = disguise(text, turn);
                if (!Kinds(disguised).SequenceEqual(before))
                {
                    hidden.Add($"«{text}» as {string.Join(' ', disguised.Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)))}");
                }
            }
        }

        return hidden;
    }

    private static IEnumerable<FindingKind> Kinds(string text) => TextScanner.Scan(text).Select(found => found.Kind);

    private static string Sprinkled(string text, int turn)
    {
        var sprinkled = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var splitsPair = at > 0 && char.IsSurrogatePair(text[at - 1], text[at]);
            if (!splitsPair && (at + turn) % 3 != 1)
            {
                sprinkled.Append(Unseen[((7 * at) + turn) % Unseen.Length]);
            }

            sprinkled.Append(text[at]);
        }

        return sprinkled.ToString();
    }

    private static string InAnotherScript(string text, int turn)
    {
        var zero = Zeros[turn];
        return string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? (char)(zero + (unit - '0')) : unit));
    }
}
