using System.Buffers;
using System.Security.Cryptography;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>A word for each place that content can be written to, each a word that stands nowhere else, so that a word that is found tells where it came from.</summary>
internal sealed class CanaryWords
{
    private readonly Dictionary<string, string> byWord = new(StringComparer.Ordinal);

    /// <summary>Every word with the place it was written to.</summary>
    public IReadOnlyDictionary<string, string> Places => byWord;

    /// <summary>A new word for a place such as <c>incident.title</c>; short enough for every field.</summary>
    public string For(string place)
    {
        // Letters only: names of areas may not have digits.
        var word = $"cnry{RandomNumberGenerator.GetString("abcdefghjkmnpqrstvwxyz", 14)}";
        byWord.Add(word, place);
        return word;
    }

    /// <summary>Places whose word is in what was held, each with the piece that held it.</summary>
    public IReadOnlyList<string> FoundIn(IEnumerable<string> held, Func<string, bool>? forbidden = null)
    {
        var wanted = byWord.Where(pair => forbidden is null || forbidden(pair.Value)).ToList();
        var anyOfThem = SearchValues.Create([.. wanted.Select(pair => pair.Key)], StringComparison.OrdinalIgnoreCase);
        return [.. held.Where(piece => piece.AsSpan().ContainsAny(anyOfThem)).SelectMany(piece => wanted
            .Where(pair => piece.Contains(pair.Key, StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{pair.Value} in: {Around(piece, pair.Key)}"))];
    }

    private static string Around(string piece, string word)
    {
        var at = piece.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var from = Math.Max(0, at - 160);
        return piece[from..Math.Min(piece.Length, at + word.Length + 80)];
    }
}
