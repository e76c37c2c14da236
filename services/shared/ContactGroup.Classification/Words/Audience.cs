using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Classification;

/// <summary>
/// Those whom a policy cannot tell apart: a constituency and, for the military, a force. Text: <c>ingo</c>, <c>military:northern-force</c>.
/// The default value is unknown and is shown nothing.
/// </summary>
/// <param name="Constituency">What the organisation is.</param>
/// <param name="Force">Slug of the force, 1 to 40 of <c>a-z 0-9 -</c>; required for the military, refused for all others.</param>
public readonly record struct Audience(Constituency Constituency, string? Force = null)
{
    /// <summary>Longest force slug.</summary>
    public const int MaxForceLength = 40;

    private static readonly SearchValues<char> ForceLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The side this audience stands on; unknown when the audience is not well formed.</summary>
    public Side Side => IsKnown ? ConstituencyNames.SideOf(Constituency) : Side.Unknown;

    /// <summary>Whether the constituency is known and carries a force exactly when it must.</summary>
    public bool IsKnown => Constituency == Constituency.Military
        ? IsForce(Force)
        : Force is null && ConstituencyNames.SideOf(Constituency) != Side.Unknown;

    /// <summary>Reads the exact text form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Audience audience)
    {
        audience = default;
        if (text is null)
        {
            return false;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (!ConstituencyNames.TryParse(name, out var constituency))
        {
            return false;
        }

        var read = new Audience(constituency, colon < 0 ? null : text[(colon + 1)..]);
        audience = read.IsKnown ? read : default;
        return read.IsKnown;
    }

    /// <summary>Reads the exact text form.</summary>
    /// <exception cref="FormatException">The text is not an audience.</exception>
    public static Audience Parse(string text) => TryParse(text, out var audience)
        ? audience
        : throw new FormatException($"`{text}` is not an audience; write a constituency, and for the military its force: `military:northern-force`.");

    /// <summary>Whether the text may name a force.</summary>
    public static bool IsForce([NotNullWhen(true)] string? force) =>
        force is { Length: >= 1 and <= MaxForceLength } && !force.AsSpan().ContainsAnyExcept(ForceLetters);

    /// <summary>The text form; <c>unknown</c> when the audience is not well formed.</summary>
    public override string ToString() => !IsKnown ? "unknown" : Force is null ? ConstituencyNames.Format(Constituency) : $"military:{Force}";
}
