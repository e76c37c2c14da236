using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// Whether names of places may mean the same: case, signs on letters and the ways in which Arabic letters are written do not count, a slip of the pen counts
/// little, and numbers must be the same, because Clinic 1 is not Clinic 2.
/// </summary>
internal static class PlaceNames
{
    /// <summary>One slip in so many letters.</summary>
    private const int LettersPerSlip = 6;

    // By hand, because without the libraries of the system's language support nothing else takes letters apart.
    private static readonly FrozenDictionary<char, char> Plain = Pairs(
        ("àáâãäåāăą", 'a'), ("çćĉċč", 'c'), ("ďđð", 'd'), ("èéêëēĕėęě", 'e'), ("ĝğġģ", 'g'), ("ĥħ", 'h'), ("ìíîïĩīĭįı", 'i'), ("ĵ", 'j'), ("ķ", 'k'),
        ("ĺļľł", 'l'), ("ñńņň", 'n'), ("òóôõöøōŏő", 'o'), ("ŕŗř", 'r'), ("śŝşšș", 's'), ("ţťŧț", 't'), ("ùúûüũūŭůűų", 'u'), ("ŵ", 'w'), ("ýÿŷ", 'y'),
        ("źżž", 'z'), ("أإآٱ", 'ا'), ("ىیئ", 'ي'), ("ة", 'ه'), ("ؤ", 'و'), ("ک", 'ك'), ("ё", 'е'), ("й", 'и'), ("ї", 'і'), ("ґ", 'г'));

    /// <summary>Whether one of the first is like one of the second.</summary>
    public static bool AreAlike(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.Any(one => second.Any(other => AreAlike(Fold(one), Fold(other))));

    private static bool AreAlike(string one, string other) =>
        one.Length > 0
        && other.Length > 0
        && string.Equals(Numbers(one), Numbers(other), StringComparison.Ordinal)
        && Distance(one, other) <= Math.Max(one.Length, other.Length) / LettersPerSlip;

    /// <summary>The letters and numbers of a name, all written in one way.</summary>
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsLetter(character) && character != 'ـ')
            {
                folded.Append(Plain.GetValueOrDefault(character, character));
            }
            else if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
            {
                folded.Append((char)('0' + digit));
            }
            else if (char.IsSurrogate(character))
            {
                folded.Append(character);
            }
        }

        return folded.ToString();
    }

    private static string Numbers(string folded) => string.Concat(folded.Select(character => char.IsAsciiDigit(character) ? character : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } numbers ? string.Join(' ', numbers) : string.Empty;

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static FrozenDictionary<char, char> Pairs(params (string Written, char Plain)[] letters) =>
        letters.SelectMany(pair => pair.Written.Select(written => KeyValuePair.Create(written, pair.Plain))).ToFrozenDictionary();
}
