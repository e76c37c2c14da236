namespace ContactGroup.Contracts.Codes;

/// <summary>How far apart two spellings are, for suggestions.</summary>
internal static class Spelling
{
    /// <summary>Upper case with underscores for whatever stands between words, as our codes are spelt.</summary>
    public static string Normal(string text) =>
        string.Join('_', text.ToUpperInvariant().Split([' ', '-', '_', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Levenshtein distance: insertions, deletions and replacements from one to the other.</summary>
    public static int Distance(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= from.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = diagonal + (from[line - 1] == to[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
