using System.Data.Common;
using System.Reflection;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Numbered SQL scripts embedded as <c>Migrations/0001_name.sql</c> in this library and in the module. Each runs once, in its own transaction, under
/// the database's write lock: a killed process leaves neither half a script nor a lock behind.
/// </summary>
internal sealed class StoreMigrations(Assembly module, TimeProvider clock)
{
    private const string Prefix = "Migrations/";

    public async Task ApplyAsync(IDatabase database)
    {
        await using var connection = await database.OpenWriteAsync(CancellationToken.None);
        await InTransactionAsync(
            database,
            connection,
            () => connection.ExecuteAsync(
                MigrationScript.For(database.Engine, "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)")));
        foreach (var (name, sql) in Scripts())
        {
            await InTransactionAsync(database, connection, () => ApplyAsync(connection, name, MigrationScript.For(database.Engine, sql)));
        }
    }

    private static async Task InTransactionAsync(IDatabase database, DbConnection connection, Func<Task> act)
    {
        await using var transaction = await database.BeginWriteAsync(connection);
        await act();
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

    private async Task ApplyAsync(DbConnection connection, string name, string sql)
    {
        var applied = await connection.ExecuteAsync(
            "INSERT INTO migrations (name, applied_at) VALUES (@name, @at) ON CONFLICT DO NOTHING",
            new { name, at = clock.GetUtcNow().ToMicroseconds() });
        if (applied == 1)
        {
            await connection.ExecuteAsync(sql);
        }
    }
}
