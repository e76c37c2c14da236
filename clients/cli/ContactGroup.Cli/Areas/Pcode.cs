using System.Text.RegularExpressions;

namespace ContactGroup.Cli.Areas;

/// <summary>The P-code of an area, typed where a position is asked for: <c>SY0203</c>, or <c>P:</c> before one that could be taken for something else.</summary>
internal static partial class Pcode
{
    private const string Prefix = "P:";

    /// <summary>The code, in capitals and without spaces; null when the text is meant as something else.</summary>
    public static string? Of(string? text)
    {
        var plain = Plain(text);
        return plain.StartsWith(Prefix, StringComparison.Ordinal) ? plain[Prefix.Length..] : Bare().IsMatch(plain) ? plain : null;
    }

    /// <summary>A code as it is compared: capitals and spaces do not matter.</summary>
    public static string Plain(string? code) => string.Concat((code ?? string.Empty).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    [GeneratedRegex(@"\A[A-Z]{2,3}[0-9][A-Z0-9]{0,16}\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();
}
