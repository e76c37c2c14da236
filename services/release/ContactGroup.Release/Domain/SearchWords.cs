using System.Globalization;
using System.Text;

namespace ContactGroup.Release.Domain;

/// <summary>Turns what people type into a full-text query: every word must occur, the last may be unfinished. No operators: each word is quoted.</summary>
internal static class SearchWords
{
    private const int MostWords = 12;

    /// <summary>The query, or null when there is no word in the text.</summary>
    public static string? ToMatch(string text)
    {
        var words = Words(text).Take(MostWords).ToList();
        return words.Count == 0 ? null : string.Join(" AND ", words.Select(word => $"\"{word}\"")) + "*";
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
