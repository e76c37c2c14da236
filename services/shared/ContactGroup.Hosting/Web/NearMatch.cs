namespace ContactGroup.Hosting.Web;

/// <summary>Finds the entry of a short public list that a mistyped word most likely meant.</summary>
internal static class NearMatch
{
    /// <summary>The nearest entry within a third of the word's length, or null. Case and the choice of - _ or space do not count as difference.</summary>
    public static string? Find(string word, IEnumerable<string> list)
    {
        var wanted = Fold(word);
        var best = list
            .Select(entry => (entry, distance: Distance(wanted, Fold(entry))))
            .OrderBy(candidate => candidate.distance)
            .FirstOrDefault();
        return best.entry is not null && best.distance <= Math.Max(1, wanted.Length / 3) ? best.entry : null;
    }

    private static string Fold(string word) => word.ToUpperInvariant().Replace('_', '-').Replace(' ', '-');

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
