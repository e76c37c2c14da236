using System.Data.Common;
using System.Reflection;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Numbered SQL scripts embedded as <c>Migrations/0001_name.sql</c> in this library and in the module. Each runs once, in its own transaction, under
/// the database's write lock: a killed process leaves neither half a script nor a lock behind, and others get in between. A new store, which nobody uses yet,
/// gets all of them in one.
/// </summary>
internal sealed class StoreMigrations(Assembly module, TimeProvider clock)
{
    private const string Prefix = "Migrations/";

    public async Task ApplyAsync(IDatabase database)
    {
        await using var connection = await database.OpenWriteAsync(CancellationToken.None);
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await InTransactionAsync(database, connection, async () =>
        {
            await connection.ExecuteAsync(
                MigrationScript.For(database.Engine, "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)"));
            applied.UnionWith(await connection.QueryAsync<string>("SELECT name FROM migrations"));
            foreach (var script in applied.Count == 0 ? Scripts() : [])
            {
                await ApplyAsync(database, connection, script);
                applied.Add(script.Name);
            }
        });
        foreach (var script in Scripts().Where(script => !applied.Contains(script.Name)))
        {
            await InTransactionAsync(database, connection, () => ApplyAsync(database, connection, script));
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

    // Another process that started at the same time may have been first.
    private async Task ApplyAsync(IDatabase database, DbConnection connection, (string Name, string Sql) script)
    {
        var applied = await connection.ExecuteAsync(
            "INSERT INTO migrations (name, applied_at) VALUES (@Name, @at) ON CONFLICT DO NOTHING",
            new { script.Name, at = clock.GetUtcNow().ToMicroseconds() });
        if (applied == 1)
        {
            await connection.ExecuteAsync(MigrationScript.For(database.Engine, script.Sql));
        }
    }
}
