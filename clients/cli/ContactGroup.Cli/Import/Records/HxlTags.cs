using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactGroup.Cli.Import.Records;

/// <summary>The tag row of an HXL file: which column carries which tag. Source: HXL 1.1, a row of hashtags right under the header.</summary>
internal sealed partial class HxlTags
{
    private readonly List<(string Column, string Tag, HashSet<string> Attributes)> tagged = [];

    public bool Found => tagged.Count > 0;

    /// <summary>Tells one layout from another, so that ids of different sources do not meet.</summary>
    public string Layout { get; private set; } = string.Empty;

    public static bool IsTagRow(string[] row)
    {
        var filled = row.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToArray();
        return filled.Length > 0 && filled.All(cell => Tag().IsMatch(cell));
    }

    public void Read(string[] columns, string[] row)
    {
        for (var at = 0; at < Math.Min(columns.Length, row.Length); at++)
        {
            if (!string.IsNullOrWhiteSpace(row[at]))
            {
                var (tag, attributes) = Split(row[at]);
                tagged.Add((columns[at], tag, attributes));
            }
        }

        var layout = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', columns.Concat(row))));
        Layout = Convert.ToHexStringLower(layout.AsSpan(0, 6));
    }

    /// <summary>The column whose tag has all that is asked for and the least besides; null when none has.</summary>
    public string? ColumnOf(string pattern)
    {
        var (tag, attributes) = Split(pattern);
        return tagged
            .Where(t => t.Tag == tag && attributes.IsSubsetOf(t.Attributes))
            .OrderBy(t => t.Attributes.Count)
            .Select(t => t.Column)
            .FirstOrDefault();
    }

    private static (string Tag, HashSet<string> Attributes) Split(string text)
    {
        var parts = text.ToLowerInvariant().Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (parts[0], parts.Skip(1).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s*#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*\s*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
