using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>How long each text may be and what it may hold.</summary>
internal static partial class TextRules
{
    private const int Line = 200;
    private const int AreaName = 80;

    /// <summary>Texts of several lines, with their bound in characters. Every other text is one line.</summary>
    private static readonly FrozenDictionary<string, int> Long = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["summary"] = IncidentSchema.LongestSummary,
        ["narrativeRestricted"] = 20_000,
        ["actionsTaken"] = 8_000,
        ["supportRequested"] = 8_000,
        ["assetDamage"] = 8_000,
        ["loss"] = 8_000,
        ["contactDetails"] = 300,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AreaNames = new[] { "admin1", "admin2", "admin3" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CountryPrefixes = CodeLists.Get("country").Codes
        .SelectMany(country => new[] { country.Value, country.Same! })
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text to store; null when there is nothing in it.</summary>
    public static string? Check(string field, string text, FieldChecks checks)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return ContentNames.Pcodes.Contains(field, StringComparer.Ordinal) ? Pcode(field, text, checks)
            : AreaNames.Contains(field) ? NameOfArea(field, text, checks)
            : Long.TryGetValue(field, out var most) ? checks.Text(field, text, 1, most)
            : checks.Line(field, text, 1, Line);
    }

    // Names of areas cross sides without a review, so nothing may hide in them: no coordinates, numbers or addresses.
    private static string NameOfArea(string field, string text, FieldChecks checks)
    {
        var name = checks.Line(field, text, 1, AreaName);
        checks.That(
            !Smuggled().IsMatch(name), field, "Give the name of the administrative area only; positions, numbers and addresses have their own fields.");
        return name;
    }

    private static string Pcode(string field, string text, FieldChecks checks)
    {
        checks.That(
            PcodeShape().IsMatch(text) && (CountryPrefixes.Contains(text[..2]) || CountryPrefixes.Contains(text[..3])),
            field,
            "Give a P-code: the country's ISO code of two or three capital letters, then letters and digits, such as SY0203.");
        return text;
    }

    [GeneratedRegex(@"\A[A-Z]{2}[A-Z0-9]{1,16}\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PcodeShape();

    [GeneratedRegex(@"[@:]|\d[.,]\d|\d([ .\-]?\d){4}", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Smuggled();
}
