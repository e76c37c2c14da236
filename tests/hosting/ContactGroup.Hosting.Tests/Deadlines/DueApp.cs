using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Deadlines;

/// <summary>A process with one store and deadlines in it, whose handler writes a row for each that fires.</summary>
internal sealed class DueApp : IAsyncDisposable
{
    private const string Name = "due";

    private readonly IHost host;

    private DueApp(IHost host) => this.host = host;

    public ModuleStore Store => host.Services.GetRequiredKeyedService<ModuleStore>(Name);

    /// <summary>What was set, moved and cancelled.</summary>
    public DueTable Table => host.Services.GetRequiredKeyedService<DueTable>(Name);

    public Breaks Breaks => host.Services.GetRequiredService<Breaks>();

    public RecordedLog Log => host.Services.GetRequiredService<RecordedLog>();

    /// <param name="folder">Where the store is; the same folder, the same store.</param>
    /// <param name="clock">The time.</param>
    /// <param name="isWatched">Whether it fires by itself, or only when a test asks.</param>
    public static async Task<DueApp> StartAsync(TemporaryFolder folder, TimeProvider clock, bool isWatched = false)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, Name));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RecordedLog>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecordedLog>());
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<Breaks>();
        builder.Services.AddSessionAuthentication();
        builder.Services.AddModuleStore(Name, typeof(DueApp).Assembly);
        builder.Services.AddDeadlines<Handler>(Name);
        var app = new DueApp(builder.Build());
        await app.Store.WriteAsync(
            scope => scope.Connection.ExecuteAsync(MigrationScript.For(
                scope.Connection.Engine(), "CREATE TABLE IF NOT EXISTS fired (id INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL, kind TEXT NOT NULL)")),
            CancellationToken.None);
        if (isWatched)
        {
            await app.host.StartAsync();
        }

        return app;
    }

    public Task SetAsync(string item, DateTimeOffset due, string kind = "remind") =>
        Store.WriteAsync(scope => Table.SetAsync(scope, new Deadline(item, kind, due)), CancellationToken.None);

    public Task RunAsync() => host.Services.GetRequiredKeyedService<DueRounds>(Name).RunAsync(CancellationToken.None);

    public async Task<IReadOnlyList<string>> FiredAsync() => (await Store.ReadAsync(
        connection => connection.QueryAsync<string>("SELECT item FROM fired ORDER BY id"), CancellationToken.None)).AsList();

    public Task<long> WaitingAsync() => Store.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM deadlines"), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await Store.DisposeAsync();
        host.Dispose();
    }

    private sealed class Handler(Breaks breaks) : IDeadlineHandler
    {
        public async Task FireAsync(WriteScope scope, Deadline deadline)
        {
            await scope.Connection.ExecuteAsync("INSERT INTO fired (item, kind) VALUES (@Item, @Kind)", new { deadline.Item, deadline.Kind });
            if (breaks.Items.Contains(deadline.Item))
            {
                throw new InvalidOperationException("Secret words of a movement.");
            }
        }
    }
}

/// <summary>Items whose deadlines cannot be fired, after all that they do is done.</summary>
internal sealed class Breaks
{
    public ISet<string> Items { get; } = new HashSet<string>(StringComparer.Ordinal);
}
