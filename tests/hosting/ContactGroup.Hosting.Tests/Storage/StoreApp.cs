using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Tests.Storage;

/// <summary>A process with one store and the in-memory bus, on a folder that outlives it, so that a test can end and start it.</summary>
internal sealed class StoreApp : IAsyncDisposable
{
    public const string Name = "notes";

    private readonly IHost host;

    private StoreApp(IHost host) => this.host = host;

    public ModuleStore Store => host.Services.GetRequiredKeyedService<ModuleStore>(Name);

    public static async Task<StoreApp> StartAsync(TemporaryFolder folder, Action<IBusRegistrationConfigurator> consumers, object? shared = null, Uri? broker = null, TemporaryFolder? keys = null, bool onPostgres = false, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(onPostgres ? TestStorage.OnPostgres(folder, Name) : TestStorage.Settings(folder, Name));
        if (keys is not null)
        {
            builder.Configuration["Hosting:KeyFolder"] = Path.Combine(keys.Path, "keys");
        }

        if (broker is not null)
        {
            builder.Configuration.AddInMemoryCollection([new("Bus:Transport", "rabbitmq"), new("Bus:Server", broker.ToString())]);
        }

        builder.Logging.ClearProviders();
        if (shared is not null)
        {
            builder.Services.AddSingleton(shared.GetType(), shared);
        }

        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddSessionAuthentication();
        builder.Services.AddModuleStore(Name, typeof(StoreApp).Assembly);
        builder.Services.AddBus(builder.Configuration, consumers);
        var app = new StoreApp(builder.Build());
        await app.host.StartAsync();
        await app.Store.WriteAsync(
            scope => scope.Connection.ExecuteAsync(MigrationScript.For(
                scope.Connection.Engine(), "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL)")),
            CancellationToken.None);
        return app;
    }

    public Task WriteAsync(string text) => Store.WriteAsync(
        scope => scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES (@text)", new { text }), CancellationToken.None);

    public async Task<IReadOnlyList<string>> NotesAsync() =>
        (await Store.ReadAsync(connection => connection.QueryAsync<string>("SELECT text FROM notes ORDER BY id"), CancellationToken.None)).AsList();

    public Task<long> CountAsync(string table) =>
        Store.ReadAsync(connection => connection.QuerySingleAsync<long>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);

    /// <summary>Keeps the writer busy: what comes from now on waits, and is the next turn once the answer is called. It completes when the writer is done with the first.</summary>
    public async Task<Func<Task>> HoldAsync()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = Store.WriteAsync(
            async _ =>
            {
                begun.SetResult();
                await goOn.Task;
            },
            CancellationToken.None);
        await begun.Task;
        return () =>
        {
            goOn.SetResult();
            return held;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await Store.DisposeAsync();
        host.Dispose();
    }
}
