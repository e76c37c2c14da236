using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Storage;

/// <summary>SQLite puts what does not fit elsewhere into nameless files of the machine's temporary folder, if one lets it.</summary>
[Trait("store", "sqlite")]
public sealed class TemporaryFilesTests : IDisposable
{
    private const string Told = "told in confidence";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_unit_of_work_changes_is_written_to_the_folder_of_the_store_and_nowhere_else()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        await app.Store.WriteAsync(scope => scope.Connection.ExecuteAsync(Many), CancellationToken.None);

        var elsewhere = await app.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.ExecuteAsync("UPDATE notes SET text = text || ' again'");
                return Elsewhere();
            },
            CancellationToken.None);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task What_is_put_in_order_for_a_reader_is_not_written_down_for_that()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        await app.Store.WriteAsync(scope => scope.Connection.ExecuteAsync(Many), CancellationToken.None);

        var elsewhere = await app.Store.ReadAsync(
            async connection =>
            {
                await using var reader = await connection.ExecuteReaderAsync("SELECT text FROM notes ORDER BY text DESC");
                await reader.ReadAsync();
                return Elsewhere();
            },
            CancellationToken.None);

        Assert.Empty(elsewhere);
    }

    // More than a connection's cache, by itself and sorted.
    private const string Many =
        $"""
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
        INSERT INTO notes (text) SELECT n || ' {Told} ' || hex(zeroblob(500)) FROM number
        """;

    private static List<string> Elsewhere() =>
    [
        .. new DirectoryInfo("/proc/self/fd").EnumerateFiles()
            .Where(open => open.LinkTarget is { } file && file.Contains("etilqs", StringComparison.Ordinal) && Holds(open.FullName))
            .Select(open => open.LinkTarget!),
    ];

    private static bool Holds(string open) => File.ReadAllText(open).Contains(Told, StringComparison.Ordinal);
}
