using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Items;

/// <summary>Names and P-codes of administrative areas, as every kind of report takes them.</summary>
public static partial class Areas
{
    private const int LongestName = 80;

    private static readonly FrozenSet<string> CountryPrefixes = CodeLists.Get("country").Codes
        .SelectMany(country => new[] { country.Value, country.Same! })
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The name of an area, up to 80 characters. Names of areas cross sides without a review, so nothing may hide in them: no coordinates, numbers or addresses.
    /// </summary>
    public static string Name(string field, string text, FieldChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var name = checks.Line(field, text, 1, LongestName);
        checks.That(
            !Smuggled().IsMatch(name), field, "Give the name of the administrative area only; positions, numbers and addresses have their own fields.");
        return name;
    }

    /// <summary>The P-code of an area.</summary>
    public static string Pcode(string field, string text, FieldChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(text);
        checks.That(
            PcodeShape().IsMatch(text) && (CountryPrefixes.Contains(text[..2]) || CountryPrefixes.Contains(text[..3])),
            field,
            "Give a P-code: the country's ISO code of two or three capital letters, then letters and digits, such as SY0203.");
        return text;
    }

    /// <summary>P-codes are of the country, and each lies in the one around it. Absent ones pass.</summary>
    /// <param name="country">A code of the list of countries.</param>
    /// <param name="levels">Fields and P-codes, from large to small.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Nested(string? country, IEnumerable<(string Field, string? Pcode)> levels, FieldChecks checks)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(checks);
        var around = CodeLists.Get("country").Find(country);
        string? within = null;
        foreach (var (field, pcode) in levels.Where(level => level.Pcode is { Length: > 0 }))
        {
            checks.That(
                around is null || pcode!.StartsWith(around.Value, StringComparison.Ordinal) || pcode.StartsWith(around.Same!, StringComparison.Ordinal),
                field,
                "The P-code belongs to another country than the one given.");
            checks.That(
                within is null || (pcode!.Length > within.Length && pcode.StartsWith(within, StringComparison.Ordinal)),
                field,
                "The P-code of an area starts with the P-code of the area around it.");
            within = pcode;
        }
    }

    [GeneratedRegex(@"\A[A-Z]{2}[A-Z0-9]{1,16}\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PcodeShape();

    [GeneratedRegex(@"[@:]|\d[.,]\d|\d([ .\-]?\d){4}", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Smuggled();
}
