using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Tests.Bus;
using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Storage;

[Trait("needs", "servers")]
public sealed class PostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_write_to_one_store_and_what_each_read_stays_true_until_it_commits()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => CountUpAsync(number % 2 == 0 ? one : other)));

        Assert.Equal(Enumerable.Range(1, 200).Select(count => $"{count}"), await one.NotesAsync());
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_apply_each_migration_once()
    {
        var apps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));

        Assert.Equal(4, await apps[0].CountAsync("migrations"));
        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_writer_whose_connection_is_cut_leaves_no_lock_and_goes_on_with_the_next_write()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        var cut = one.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES ('lost')");
                await scope.Connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())");
            },
            CancellationToken.None);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => cut);
        await other.WriteAsync("of the other");
        await one.WriteAsync("of the same");

        Assert.Equal(["of the other", "of the same"], await one.NotesAsync());
    }

    [Fact]
    public async Task Of_two_processes_one_relays_and_when_it_is_gone_the_other_does()
    {
        var ledger = new Ledger();
        var first = await StartAsync(ledger);
        await using var second = await StartAsync(ledger);
        await PublishAsync(second, 1);
        await ledger.HasAsync(1);

        await first.DisposeAsync();
        await PublishAsync(second, 2);

        await ledger.HasAsync(1);
        Assert.Equal([1L, 2L], ledger.Seen);
    }

    [Fact]
    public async Task Who_relays_and_loses_its_connection_asks_for_the_lead_again_and_nothing_is_lost_or_comes_twice()
    {
        var ledger = new Ledger();
        await using var first = await StartAsync(ledger);
        await using var second = await StartAsync(ledger);
        await PublishAsync(first, 1);
        await ledger.HasAsync(1);

        for (long seq = 2; seq <= 20; seq++)
        {
            await second.Store.WriteAsync(
                scope => scope.Connection.ExecuteAsync(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relay' AND datname = current_database()"),
                CancellationToken.None);
            await PublishAsync(second, seq);
            await ledger.HasAsync(1);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(seq => (long)seq), ledger.Seen);
        await Eventually.IsAsync(1L, () => first.Store.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'relay' AND datname = current_database()"),
            CancellationToken.None));
    }

    [Fact]
    public async Task A_connection_that_was_lost_in_the_middle_of_a_unit_of_work_runs_nothing_of_it_elsewhere()
    {
        await using var app = await StartAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.Store.WriteAsync(
            async scope =>
            {
                await Assert.ThrowsAnyAsync<Exception>(() => scope.Connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())"));
                await scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES ('outside')");
            },
            CancellationToken.None));

        Assert.Empty(await app.NotesAsync());
    }

    [Fact]
    public async Task A_unit_of_work_that_passes_over_a_failed_statement_is_not_acknowledged()
    {
        await using var app = await StartAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES ('before')");
                await Assert.ThrowsAnyAsync<Exception>(() => scope.Connection.ExecuteAsync("SELECT 1 / 0"));
            },
            CancellationToken.None));
        await app.WriteAsync("later");

        Assert.Equal(["later"], await app.NotesAsync());
    }

    [Fact]
    public async Task Text_is_ordered_by_its_bytes_whatever_the_language_of_the_server()
    {
        await using var app = await StartAsync();
        foreach (var text in new[] { "b", "B", "a", "\u00e4", "\u0639", "A" })
        {
            await app.WriteAsync(text);
        }

        var ordered = await app.Store.ReadAsync(
            connection => connection.QueryAsync<string>("SELECT text FROM notes ORDER BY text"), CancellationToken.None);

        Assert.Equal(["A", "B", "a", "b", "\u00e4", "\u0639"], ordered);
    }

    private Task<StoreApp> StartAsync(Ledger? ledger = null) => StoreApp.StartAsync(
        folder, bus => bus.AddFactConsumer<TakeReleased, Released>("test-released"), ledger ?? new Ledger(), onPostgres: true);

    private static Task CountUpAsync(StoreApp app) => app.Store.WriteAsync(
        async scope =>
        {
            var count = await scope.Connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM notes") + 1;
            await scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES (@text)", new { text = $"{count}" });
        },
        CancellationToken.None);

    private static Task PublishAsync(StoreApp app, long seq) => app.Store.WriteAsync(
        scope => scope.PublishAsync("p", new Released("stream", seq - 1, seq, "frame"u8.ToArray())), CancellationToken.None);
}
