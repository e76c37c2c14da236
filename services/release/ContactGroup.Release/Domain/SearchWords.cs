using System.Globalization;
using System.Text;

namespace ContactGroup.Release.Domain;

/// <summary>The words of a text, for search: runs of letters and digits. When they are looked for every one must occur, and the last may be unfinished.</summary>
internal sealed class SearchWords
{
    private const int MostAsked = 12;

    // A longer word is none that anybody types; the index of a server takes 2,046 bytes.
    private const int LongestWord = 255;

    private readonly IReadOnlyList<string> words;

    private SearchWords(IReadOnlyList<string> words) => this.words = words;

    /// <summary>Whether there is no word.</summary>
    public bool IsEmpty => !Folded.Any();

    /// <summary>Each word once, in small letters without accents.</summary>
    public IEnumerable<string> Folded => words.Select(Fold).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Each word once with the stream before it, as the index has them. Names of streams are letters and digits and all of one length.</summary>
    public string InStream(string stream) => string.Join(' ', Folded.Select(word => stream + word));

    /// <summary>As a query of SQLite's full text index over some streams. No operators: each word is quoted.</summary>
    public string Match(IEnumerable<string> streams) =>
        string.Join(" OR ", streams.Select(stream => "(" + string.Join(" AND ", Asked.Select(word => $"\"{stream}{word}\"")) + "*)"));

    /// <summary>As a <c>tsquery</c> of PostgreSQL over some streams. No operators: each word is quoted.</summary>
    public string Query(IEnumerable<string> streams) =>
        string.Join(" | ", streams.Select(stream => "(" + string.Join(" & ", Asked.Select(word => $"'{stream}{word}'")) + ":*)"));

    private IEnumerable<string> Asked => words.Select(Fold).Where(word => word.Length > 0).Take(MostAsked);

    /// <summary>Reads the words of a text.</summary>
    public static SearchWords Of(string text) => new(Split(text).ToList());

    private static IEnumerable<string> Split(string text)
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

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (folded.Length < LongestWord && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
