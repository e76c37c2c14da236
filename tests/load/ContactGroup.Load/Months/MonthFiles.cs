using System.Text;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Load.Months;

/// <summary>
/// Made-up movements and sites of a theatre's month, as the tables that they are imported from; the same from the same seed and day. Sizes of NE Nigeria in December 2020:
/// 734 forms, 30 organisations, 44 destinations, 1,700 vehicles in a month; sites of Syria by 2019: more than 1,000.
/// </summary>
internal sealed class MonthFiles(int seed, DateTimeOffset day, int movements = MonthFiles.Movements, int sites = MonthFiles.Sites)
{
    public const int Movements = 750;
    public const int Sites = 1_000;

    private const string About = "Made up, to measure with";

    /// <summary>Writes <c>movements.csv</c> and <c>sites.csv</c>.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync(folder, "movements.csv", MovementTemplate.Header, MovementRows());
        await WriteAsync(folder, "sites.csv", SiteTemplate.Header, SiteRows());
    }

    private IEnumerable<IReadOnlyList<string>> MovementRows()
    {
        var all = new MonthMovements(new Draw(seed), day);
        return Enumerable.Range(0, movements).SelectMany(number => MovementTemplate.RowsOf(MonthMovements.IdOf(number), all.Of(number), About));
    }

    private IEnumerable<IReadOnlyList<string>> SiteRows()
    {
        var all = new MonthSites(new Draw(seed), day);
        return Enumerable.Range(0, sites).SelectMany(number => SiteTemplate.RowsOf(MonthSites.IdOf(number), all.Of(number), About));
    }

    private static Task WriteAsync(string folder, string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), string.Concat(rows.Prepend(header).Select(Line)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private static string Line(IReadOnlyList<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
