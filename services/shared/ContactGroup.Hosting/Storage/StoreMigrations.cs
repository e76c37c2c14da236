using System.Reflection;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Numbered SQL scripts embedded as <c>Migrations/0001_name.sql</c> in this library and in the module. Each runs once, and those that are new run together in
/// one transaction under the database's write lock: a killed process leaves neither half an upgrade nor a lock behind, and where one of them fails the store
/// is as the version before left it.
/// </summary>
internal sealed class StoreMigrations(Assembly module, TimeProvider clock)
{
    private const string Prefix = "Migrations/";

    public async Task ApplyAsync(IDatabase database)
    {
        await using var connection = await database.OpenWriteAsync(CancellationToken.None);
        await using var transaction = await database.BeginWriteAsync(connection);
        await connection.ExecuteAsync(
            MigrationScript.For(database.Engine, "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)"));
        var applied = (await connection.QueryAsync<string>("SELECT name FROM migrations")).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, sql) in Scripts().Where(script => !applied.Contains(script.Name)))
        {
            await connection.ExecuteAsync(MigrationScript.For(database.Engine, sql));
            await connection.ExecuteAsync(
                "INSERT INTO migrations (name, applied_at) VALUES (@name, @at)", new { name, at = clock.GetUtcNow().ToMicroseconds() });
        }

        await transaction.CommitAsync();
    }

    private static IEnumerable<(string Name, string Sql)> Scripts(string origin, Assembly assembly) =>
        assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => ($"{origin}/{resource[Prefix.Length..]}", Read(assembly, resource)));

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private IEnumerable<(string Name, string Sql)> Scripts() =>
        Scripts("hosting", typeof(StoreMigrations).Assembly).Concat(Scripts("module", module));
}
