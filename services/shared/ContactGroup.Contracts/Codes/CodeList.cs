using System.Collections.Frozen;

namespace ContactGroup.Contracts.Codes;

/// <summary>One list of codes. Source: <c>services/policies/code-lists</c>.</summary>
public sealed class CodeList
{
    private const int LongestGuess = 64;

    private readonly FrozenDictionary<string, Code> byCode;

    internal CodeList(string name, string title, string source, string version, IReadOnlyList<Code> codes)
    {
        Name = name;
        Title = title;
        Source = source;
        Version = version;
        Codes = codes;
        byCode = codes.ToFrozenDictionary(code => code.Value, StringComparer.Ordinal);
    }

    /// <summary>Name on the wire, such as <c>incident-category</c>.</summary>
    public string Name { get; }

    /// <summary>Name for people, English.</summary>
    public string Title { get; }

    /// <summary>Which standard or practice the list is or derives from.</summary>
    public string Source { get; }

    /// <summary>Rises when a code is added. A code is never removed and never gets another meaning.</summary>
    public string Version { get; }

    /// <summary>The codes in display order.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>Whether the text is exactly one of the codes; case counts.</summary>
    public bool Contains(string? text) => text is not null && byCode.ContainsKey(text);

    /// <summary>The code, or null when the list does not have it.</summary>
    public Code? Find(string? text) => text is null ? null : byCode.GetValueOrDefault(text);

    /// <summary>The code somebody probably meant: by spelling, by label, or by the code that the source uses. Null when none is near.</summary>
    public string? Nearest(string text)
    {
        if (text.Length is 0 or > LongestGuess)
        {
            return null;
        }

        var meant = Spelling.Normal(text);
        var near = Codes.Select(code => (code.Value, Distance: Distance(code, meant))).MinBy(candidate => candidate.Distance);
        return near.Distance <= Math.Max(1, Math.Min(meant.Length, near.Value.Length) / 3) ? near.Value : null;
    }

    private static int Distance(Code code, string meant) => Math.Min(
        Spelling.Distance(code.Value, meant),
        Math.Min(
            Spelling.Distance(Spelling.Normal(code.English), meant),
            code.Same is { } same && string.Equals(Spelling.Normal(same), meant, StringComparison.Ordinal) ? 0 : int.MaxValue));
}

/// <summary>One code.</summary>
/// <param name="Value">The stable code, upper snake case or a digit.</param>
/// <param name="English">English label.</param>
/// <param name="Arabic">Arabic label, where there is one.</param>
/// <param name="Same">The code that the list's source uses for the same thing, where it has one.</param>
/// <param name="Note">What else a reader must know.</param>
public sealed record Code(string Value, string English, string? Arabic, string? Same, string? Note);
