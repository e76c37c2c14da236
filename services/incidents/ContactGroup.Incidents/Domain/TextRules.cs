using System.Collections.Frozen;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>How long each text may be and what it may hold.</summary>
internal static class TextRules
{
    private const int Line = 200;

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

    /// <summary>The text to store; null when there is nothing in it.</summary>
    public static string? Check(string field, string text, FieldChecks checks)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return ContentNames.Pcodes.Contains(field, StringComparer.Ordinal) ? Areas.Pcode(field, text, checks)
            : AreaNames.Contains(field) ? Areas.Name(field, text, checks)
            : Long.TryGetValue(field, out var most) ? checks.Text(field, text, 1, most)
            : checks.Line(field, text, 1, Line);
    }
}
