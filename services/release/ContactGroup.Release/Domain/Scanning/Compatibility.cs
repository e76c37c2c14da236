using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// What a character is without its form: letters without accents, full-width, styled and presentation forms as plain ones. Written out in
/// <c>compatibility.txt</c> from the compatibility decompositions (NFKD) of the Unicode Character Database 14, marks left out, because this product runs
/// without the libraries of the system's language support, and there <see cref="string.Normalize()"/> changes nothing.
/// </summary>
internal static class Compatibility
{
    private static readonly FrozenDictionary<int, Rune[]> Forms = Read();

    public static Rune[] Of(Rune rune) => Forms.TryGetValue(rune.Value, out var plain) ? plain : [rune];

    private static FrozenDictionary<int, Rune[]> Read()
    {
        using var file = typeof(Compatibility).Assembly.GetManifestResourceStream("Scanning/compatibility.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var forms = new Dictionary<int, Rune[]>();
        while (reader.ReadLine() is { } line)
        {
            var gap = line.IndexOf(' ', StringComparison.Ordinal);
            forms[int.Parse(line.AsSpan(0, gap), NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = [.. line[(gap + 1)..].EnumerateRunes()];
        }

        return forms.ToFrozenDictionary();
    }
}
