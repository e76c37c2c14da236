using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Infra.Tests.Images;
using ContactGroup.Testing;
using Npgsql;

namespace ContactGroup.Infra.Tests.Backup;

/// <summary>
/// A system on the PostgreSQL server of the tests, in the databases that <c>infra/postgres/accounts</c> makes, everything in one process, with one account;
/// and a backup of it. It is stopped when the tests begin. Databases of these names are removed before and after, so only a server that keeps nothing is used.
/// </summary>
public sealed class KeptSystem : IAsyncLifetime, IDisposable
{
    private const string Account = "first", Password = "a passphrase of the test";

    // A process that starts on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Stores = ["identity", "channels", "incidents", "movements", "access", "release"];

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();
    private readonly string address = $"http://127.0.0.1:{FreePort.Take().ToString(CultureInfo.InvariantCulture)}";
    private readonly NpgsqlConnectionStringBuilder server = new(TestStorage.Server) { Pooling = false };
    private RunningProcess? running;

    /// <summary>The backup, as <c>infra/backup/backup</c> made it.</summary>
    internal string Copied => Path.Combine(folder.Path, "copied");

    public async Task InitializeAsync()
    {
        await RemoveAsync();
        Directory.CreateDirectory(Path.Combine(folder.Path, "blobs"));
        await MustAsync("postgres/accounts");
        await StartAsync();
        await SetUpAsync();
        await MustAsync("postgres/accounts"); // What one account owned until now is handed over.
        await MustAsync("backup/backup", Copied);
        await StopAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await RemoveAsync();
        Dispose();
    }

    public void Dispose()
    {
        running?.Dispose();
        client.Dispose();
        folder.Dispose();
    }

    /// <summary>The backup with another beginning of <c>about</c> and without some files, and a manifest that fits.</summary>
    /// <returns>Its folder.</returns>
    internal string CopyOf(string format, params string[] without)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder.Path, Path.GetRandomFileName())).FullName;
        foreach (var name in Directory.GetFiles(Copied).Select(Path.GetFileName).Except(["manifest", .. without], StringComparer.Ordinal))
        {
            File.Copy(Path.Combine(Copied, name!), Path.Combine(copy, name!));
        }

        var about = File.ReadAllLines(Path.Combine(copy, "about"));
        File.WriteAllLines(Path.Combine(copy, "about"), [format, .. about[1..]]);
        File.WriteAllLines(Path.Combine(copy, "manifest"), [.. Directory.GetFiles(copy).Order(StringComparer.Ordinal).Select(Sum)]);
        return copy;
    }

    /// <summary>Runs a script of <c>infra</c> as the server's administrator; the backup as the account it is for.</summary>
    internal Task<(int Code, string Said)> RunAsync(string script, params string[] arguments) =>
        RunningProcess.RunAsync("bash", [Repository.Path($"infra/{script}"), .. arguments], EnvironmentOf(script));

    /// <summary>Starts it, until it is ready.</summary>
    internal async Task StartAsync()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Bus__Transport"] = "memory",
            ["Storage__Engine"] = "postgresql",
            ["Storage__Server"] = $"Host={server.Host};Port={server.Port};Username={server.Username}",
        };
        running = RunningProcess.Start("dotnet", [Repository.Built("ContactGroup.Standalone.dll"), "--data", folder.Path, "--urls", address], environment);
        await Eventually.IsAsync(true, IsReadyAsync, Patience);
    }

    /// <summary>Ends it, until none of its connections is left.</summary>
    internal async Task StopAsync()
    {
        running?.Dispose();
        running = null;
        await Eventually.IsAsync(0L, () => CountAsync("postgres", "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'contactgroup\\_%'"));
    }

    /// <summary>How the account is answered that signs in.</summary>
    internal async Task<HttpStatusCode> SignInAsync()
    {
        using var answer = await client.PostAsJsonAsync($"{address}/api/identity/sessions", new { account = Account, password = Password });
        return answer.StatusCode;
    }

    /// <summary>How many tables a store has.</summary>
    internal Task<long> TablesAsync(string store) => CountAsync($"contactgroup_{store}", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");

    private async Task SetUpAsync()
    {
        var code = running!.Said.Select(line => line.Split("Set-up code: ")).Single(parts => parts.Length == 2)[1];
        using var made = await client.PostAsJsonAsync($"{address}/api/identity/setup", new { code, account = Account, password = Password, displayName = "First" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(running!.HasEnded, string.Join('\n', running.Said));
        try
        {
            using var answer = await client.GetAsync($"{address}/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private async Task MustAsync(string script, params string[] arguments)
    {
        var (code, said) = await RunAsync(script, arguments);
        Assert.True(code == 0, said);
    }

    private Dictionary<string, string> EnvironmentOf(string script)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGHOST"] = server.Host!,
            ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = script == "backup/backup" ? "contactgroup_backup" : server.Username!,
            ["CONTACTGROUP_KEYS"] = Path.Combine(folder.Path, "keys"),
            ["CONTACTGROUP_BLOBS"] = Path.Combine(folder.Path, "blobs"),
        };
        foreach (var account in Stores.Append("backup"))
        {
            environment[$"CONTACTGROUP_PASSWORD_{account.ToUpperInvariant()}"] = "of-tests-only";
        }

        return environment;
    }

    private async Task RemoveAsync()
    {
        Assert.Equal(1L, await CountAsync("postgres", "SELECT count(*) FROM pg_settings WHERE name = 'fsync' AND setting = 'off'")); // infra/local/servers start FOLDER --throwaway
        foreach (var store in Stores)
        {
            await CountAsync("postgres", $"DROP DATABASE IF EXISTS contactgroup_{store} WITH (FORCE)");
        }
    }

    private async Task<long> CountAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ToString()) { Database = database }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync() is long count ? count : 0;
    }

    private static string Sum(string path) => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  ./{Path.GetFileName(path)}";
}
