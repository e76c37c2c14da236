using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ContactGroup.Classification;

/// <summary>Names of an enumeration as they are written in documents and on the wire: kebab-case, exact, without the members left out.</summary>
internal sealed class CodeTable<TCode>
    where TCode : struct, Enum
{
    private readonly string _noun;
    private readonly FrozenDictionary<TCode, string> _names;
    private readonly FrozenDictionary<string, TCode> _codes;

    public CodeTable(string noun, params TCode[] without)
    {
        _noun = noun;
        TCode[] members = [.. Enum.GetValues<TCode>().Except(without)];
        _names = members.ToFrozenDictionary(code => code, code => Kebab(code.ToString()));
        _codes = members.ToFrozenDictionary(code => _names[code], StringComparer.Ordinal);
        Codes = members;
        Names = [.. members.Select(code => _names[code])];
    }

    public IReadOnlyList<TCode> Codes { get; }

    public IReadOnlyList<string> Names { get; }

    public string Format(TCode code) => _names.GetValueOrDefault(code, "unknown");

    public bool TryParse([NotNullWhen(true)] string? text, out TCode code)
    {
        code = default;
        return text is not null && _codes.TryGetValue(text, out code);
    }

    public TCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException(Refusal(text));

    public string Refusal(string text) => $"`{text}` is not a {_noun}; use one of: {string.Join(", ", Names)}.";

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
