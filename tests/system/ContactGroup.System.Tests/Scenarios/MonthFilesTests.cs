using ContactGroup.Contracts.Movements.Templates;
using ContactGroup.Load.Months;
using ContactGroup.Testing;
using CsvHelper;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>The files that a month is measured with are what organisations would bring: they say something in every column, and nothing in them is at fault.</summary>
public sealed class MonthFilesTests : IDisposable
{
    private static readonly string[] Consents = ["--consent", "military:northern-force", "--consent", "military:southern-force"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_column_of_movements_that_is_imported_is_filled_at_least_once_for_fifty_movements()
    {
        await Month().WriteAsync(folder.Path);

        await FilledAsync("movements.csv", MovementTemplate.Header, MonthFiles.Movements);
    }

    [Fact]
    public async Task Every_column_of_sites_that_is_imported_is_filled_at_least_once_for_fifty_sites()
    {
        await Month().WriteAsync(folder.Path);

        await FilledAsync("sites.csv", SiteTemplate.Header, MonthFiles.Sites);
    }

    [Fact]
    public async Task A_small_month_goes_in_whole()
    {
        using var server = await StandaloneProcess.StartExerciseAsync(Path.Combine(folder.Path, "data"));
        using var line = await CommandLine.SignInAsync(server, "amal");
        await Month(movements: 80, sites: 40).WriteAsync(folder.Path);

        Assert.Contains("80 added, 0 already there, 0 rejected", await ImportAsync("movements"), StringComparison.Ordinal);
        Assert.Contains("40 added, 0 already there, 0 rejected", await ImportAsync("sites"), StringComparison.Ordinal);

        Task<string> ImportAsync(string kind) => line.RunAsync([kind, "import", Path.Combine(folder.Path, $"{kind}.csv"), "--channel", "Movements and sites", .. Consents]);
    }

    private static MonthFiles Month(int movements = MonthFiles.Movements, int sites = MonthFiles.Sites) =>
        new(seed: 1, new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero), movements, sites);

    private async Task FilledAsync(string file, IReadOnlyList<string> columns, int notifications)
    {
        var (header, rows) = await ReadAsync(file);

        Assert.Equal(columns, header);
        Assert.Equal(notifications, rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(header.Index(), column => Assert.True(
            rows.Count(row => row[column.Index].Length > 0) >= notifications / 50, $"{column.Item} is filled too seldom"));
        Assert.True(rows.Count(row => row.Any(IsArabic)) > rows.Count / 5);
    }

    private async Task<(string[] Header, List<string[]> Rows)> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(Path.Combine(folder.Path, file));
        await using var csv = CsvReader.Create(stream, new CsvReaderOptions(), leaveOpen: true);
        await csv.ReadHeaderAsync();
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Current.ToArray());
        }

        return (csv.Headers.ToArray(), rows);
    }

    private static bool IsArabic(string cell) => cell.Any(character => character is >= '\u0621' and <= '\u064A');
}
