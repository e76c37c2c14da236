using System.Text;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>Every place that must hold no content, by name. RabbitMQ and Redis become two more entries when the product uses them.</summary>
internal static class Sinks
{
    /// <summary>Stores whose own tables hold what people wrote: the service that owns it, and release. Everything else in the data folder holds none.</summary>
    private static readonly string[] Owners = ["access.db", "channels.db", "incidents.db", "movements.db", "release.db"];

    public static IReadOnlyDictionary<string, Func<RunningStandalone, IEnumerable<string>>> All { get; } =
        new Dictionary<string, Func<RunningStandalone, IEnumerable<string>>>(StringComparer.Ordinal)
        {
            ["logs"] = app => app.Logs.Lines,
            ["traces"] = app => app.Telemetry.Spans,
            ["metrics"] = app => app.Telemetry.Measurements,
            ["bus"] = app => app.Bus.Wire,
            ["queues"] = app => Queues(app.DataFolder),
            ["files"] = app => Files(app.DataFolder),
            ["temporary files"] = app => TemporaryFiles(app.StartedAt),
            ["process"] = _ => Process(),
        };

    /// <summary>Bytes of a store, with its write-ahead log and shared memory.</summary>
    public static IEnumerable<string> Store(RunningStandalone app, string name) => Directory.GetFiles(app.DataFolder, $"{name}.db*").Select(Read);

    /// <summary>Outbox, inbox, parked facts and receipts of every store, whatever their columns.</summary>
    private static IEnumerable<string> Queues(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*.db"))
        {
            using var store = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            store.Open();
            foreach (var table in (string[])["outbox", "inbox", "parked", "idempotency"])
            {
                foreach (var row in Rows(store, table))
                {
                    yield return $"{Path.GetFileName(path)} {table} {row}";
                }
            }
        }
    }

    private static IEnumerable<string> Rows(SqliteConnection store, string table)
    {
        using var known = store.CreateCommand();
        known.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{table}'";
        if ((long)known.ExecuteScalar()! == 0)
        {
            yield break;
        }

        using var command = store.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return string.Join(' ', values.Select(value => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value.ToString()));
        }
    }

    /// <summary>Key ring, settings, stores of services that own no content, and whatever else appears in the data folder.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !Owners.Any(owner => Path.GetFileName(path).StartsWith(owner, StringComparison.Ordinal)))
        .Select(path => $"{Path.GetFileName(path)} {Read(path)}");

    /// <summary>Files that this process or anything else left since the start, such as buffered bodies. Pipes and sockets of runtimes have no length.</summary>
    private static IEnumerable<string> TemporaryFiles(DateTime since) => Directory.GetFiles(Path.GetTempPath())
        .Where(path => File.GetLastWriteTimeUtc(path) >= since && new FileInfo(path).Length is > 0 and < 10_000_000)
        .Select(path => $"{Path.GetFileName(path)} {Read(path)}");

    private static IEnumerable<string> Process() =>
        [Environment.CommandLine, .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")];

    private static string Read(string path)
    {
        if (Path.GetFileName(path) == "in-use")
        {
            return $"{new FileInfo(path).Length} bytes"; // Held open for itself alone, and empty.
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            return Encoding.Latin1.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (IOException) when (!path.EndsWith(".db", StringComparison.Ordinal))
        {
            return string.Empty; // Gone again, or a socket of the runtime.
        }
    }
}
