using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ContactGroup.Testing;

/// <summary>
/// Where the stores of one test are: files in its folder, or, with <c>CONTACTGROUP_TEST_STORE=postgresql</c>, databases of the server that
/// <c>infra/local/servers</c> starts. The same tests run over both.
/// </summary>
public static class TestStorage
{
    private static readonly ConcurrentDictionary<string, bool> Used = new(StringComparer.Ordinal);

    /// <summary>Connection string of the server of the tests; null without one.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("CONTACTGROUP_TEST_POSTGRES");

    /// <summary>Whether the stores of tests that leave the engine open are databases of a server.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("CONTACTGROUP_TEST_STORE") == "postgresql";

    /// <summary>SQL that names the tables of a store.</summary>
    public static string Tables => IsPostgres
        ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        : "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";

    /// <summary>SQL that makes a table refuse every row from now on, as a full disk would.</summary>
    public static string RefuseInserts(string table) => IsPostgres
        ? $"ALTER TABLE {table} ADD CONSTRAINT broken CHECK (false) NOT VALID"
        : $"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END";

    /// <summary>Settings of a process that keeps its stores with a folder: the same folder, the same stores.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="modules">Names of the stores.</param>
    public static Dictionary<string, string?> Settings(TemporaryFolder folder, params string[] modules)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:DataFolder"] = folder.Path,
            ["Hosting:KeyFolder"] = Path.Combine(folder.Path, "keys"),
        };
        return IsPostgres ? OnPostgres(settings, folder, modules) : settings;
    }

    /// <summary>The same, on the server in any case.</summary>
    public static Dictionary<string, string?> OnPostgres(TemporaryFolder folder, params string[] modules) =>
        OnPostgres(Settings(folder), folder, modules);

    internal static void Remove(string folder)
    {
        if (Used.TryRemove(folder, out _))
        {
            using var server = NpgsqlDataSource.Create(Server!);
            foreach (var database in Existing(server, Prefix(folder)))
            {
                Run(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            }
        }
    }

    private static Dictionary<string, string?> OnPostgres(Dictionary<string, string?> settings, TemporaryFolder folder, string[] modules)
    {
        settings["Storage:Engine"] = "postgresql";
        settings["Storage:Server"] = Server ?? throw new InvalidOperationException(
            "These tests need servers: eval \"$(infra/local/servers start FOLDER --throwaway)\" before, or filter them out with needs!=servers.");
        settings["Storage:DatabasePrefix"] = Prefix(folder.Path);
        Used[folder.Path] = true;
        Create(folder.Path, modules);
        return settings;
    }

    private static string Prefix(string folder) => "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16] + "_";

    private static void Create(string folder, string[] modules)
    {
        using var server = NpgsqlDataSource.Create(Server!);
        var existing = Existing(server, Prefix(folder));
        foreach (var database in modules.Select(module => Prefix(folder) + module).Except(existing, StringComparer.Ordinal))
        {
            Run(server, $"CREATE DATABASE {database}");
        }
    }

    private static List<string> Existing(NpgsqlDataSource server, string prefix)
    {
        using var command = server.CreateCommand("SELECT datname FROM pg_database WHERE starts_with(datname, $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = prefix });
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Run(NpgsqlDataSource server, string statement)
    {
        using var command = server.CreateCommand(statement);
        command.ExecuteNonQuery();
    }
}
