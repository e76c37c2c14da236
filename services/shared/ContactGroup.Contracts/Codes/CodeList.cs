using System.Collections.Frozen;

namespace ContactGroup.Contracts.Codes;

/// <summary>One list of codes. Source: <c>services/policies/code-lists</c>.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, Code> byCode;

    internal CodeList(string name, string title, string source, string version, IReadOnlyList<Code> codes)
    {
        Name = name;
        Title = title;
        Source = source;
        Version = version;
        Codes = codes;
        Values = [.. codes.Select(code => code.Value)];
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

    /// <summary>The codes in display order, with their labels.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The codes alone.</summary>
    public IReadOnlyCollection<string> Values { get; }

    /// <summary>The code, or null when the list does not have exactly this one; case counts.</summary>
    public Code? Find(string? text) => text is null ? null : byCode.GetValueOrDefault(text);
}

/// <summary>One code.</summary>
/// <param name="Value">The stable code, upper snake case or a digit.</param>
/// <param name="English">English label.</param>
/// <param name="Arabic">Arabic label, where there is one.</param>
/// <param name="Same">The code that the list's source uses for the same thing, where it has one.</param>
/// <param name="Note">What else a reader must know.</param>
public sealed record Code(string Value, string English, string? Arabic, string? Same, string? Note);
