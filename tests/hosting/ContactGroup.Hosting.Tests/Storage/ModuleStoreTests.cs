using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Storage;

public sealed class ModuleStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_unit_of_work_that_throws_leaves_nothing_and_does_not_disturb_its_neighbours()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        var units = Enumerable.Range(0, 50).Select(async number =>
        {
            try
            {
                await app.Store.WriteAsync(
                    async scope =>
                    {
                        await scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES (@text)", new { text = $"{number}" });
                        return number % 5 == 0 ? throw new InvalidOperationException("refused") : number;
                    },
                    CancellationToken.None);
                return 1;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        });
        var written = (await Task.WhenAll(units)).Sum();

        Assert.Equal(40, written);
        var notes = await app.NotesAsync();
        Assert.Equal(40, notes.Count);
        Assert.DoesNotContain("5", notes);
    }

    [Fact]
    public async Task A_transaction_that_the_store_itself_ended_does_not_end_the_writer()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        // As after a commit on a full disk: nothing is left to undo, and undoing fails.
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => app.Store.WriteAsync(scope => scope.Connection.ExecuteAsync("COMMIT"), CancellationToken.None)
                .WaitAsync(TimeSpan.FromSeconds(10)));
        await app.WriteAsync("later").WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["later"], await app.NotesAsync());
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(ObjectDisposedException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(System.Net.Sockets.SocketException))]
    public async Task A_connection_that_cannot_even_be_closed_does_not_end_the_writer(Type fault)
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.Store.WriteAsync(LoseConnectionAsync, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
        await app.WriteAsync("later").WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["later"], await app.NotesAsync());

        // The turn fails, because its transaction is gone; then closing fails.
        async Task LoseConnectionAsync(WriteScope scope)
        {
            await AddAsync(scope, "lost");
            scope.Connection.Disposed += (_, _) => throw (fault == typeof(ObjectDisposedException)
                ? new ObjectDisposedException("connection")
                : (Exception)Activator.CreateInstance(fault)!);
            await scope.Connection.ExecuteAsync("ROLLBACK");
        }
    }

    [Fact]
    public async Task Nothing_is_acknowledged_of_a_transaction_that_the_store_gave_up_unnoticed()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        var acknowledged = await Record.ExceptionAsync(() => app.Store.WriteAsync(
            async scope =>
            {
                await AddAsync(scope, "perhaps");
                await Record.ExceptionAsync(() => scope.Connection.ExecuteAsync("INSERT INTO nowhere VALUES (1)"));
            },
            CancellationToken.None)) is null;

        // A server gives up the whole transaction, a file only the statement.
        Assert.Equal(acknowledged ? ["perhaps"] : [], await app.NotesAsync());
    }

    [Fact]
    public async Task What_cannot_wait_is_written_before_what_waits()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = app.Store.WriteAsync(
            async scope =>
            {
                begun.SetResult();
                await goOn.Task;
                await AddAsync(scope, "first");
            },
            CancellationToken.None);
        await begun.Task;
        var waiting = Enumerable.Range(1, 3).Select(number => app.Store.WriteAsync(scope => AddAsync(scope, $"{number}"), CancellationToken.None)).ToList();
        var urgent = app.Store.WriteFirstAsync(scope => AddAsync(scope, "urgent"), CancellationToken.None);

        goOn.SetResult();
        await Task.WhenAll([first, urgent, .. waiting]);

        Assert.Equal(["first", "urgent", "1", "2", "3"], await app.NotesAsync());
    }

    [Fact]
    public async Task Whoever_gave_up_while_they_waited_leaves_nothing_and_does_not_disturb_the_next()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();

        var given = app.Store.WriteAsync(scope => AddAsync(scope, "given up"), gaveUp.Token);
        var next = app.Store.WriteAsync(scope => AddAsync(scope, "next"), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await next;
        Assert.Equal(["next"], await app.NotesAsync());
    }

    private static Task<int> AddAsync(WriteScope scope, string text) => scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES (@text)", new { text });

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await using (var app = await StoreApp.StartAsync(folder, _ => { }))
        {
            await app.WriteAsync("kept");
        }

        await using var again = await StoreApp.StartAsync(folder, _ => { });

        Assert.Equal(["kept"], await again.NotesAsync());
    }

    [Fact]
    public async Task A_reader_sees_one_state_while_writers_go_on()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        await app.WriteAsync("first");

        var seen = await app.Store.ReadAsync(
            async connection =>
            {
                var before = await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM notes");
                await app.WriteAsync("second");
                return (before, after: await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM notes"));
            },
            CancellationToken.None);

        Assert.Equal((1, 1), seen);
    }

    [Fact]
    public async Task A_unit_of_work_that_starts_another_is_refused_instead_of_waiting_for_itself()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Store.WriteAsync(_ => app.WriteAsync("inner"), CancellationToken.None));
    }

    [Fact]
    public async Task A_read_cannot_write()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Store.ReadAsync(
            connection => connection.ExecuteAsync("INSERT INTO notes (text) VALUES ('sneaked in')"), CancellationToken.None));

        Assert.Empty(await app.NotesAsync());
    }

    [Fact]
    public async Task Memory_beside_the_store_follows_only_what_was_committed()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var followed = new List<string>();

        await app.Store.WriteAsync(
            scope =>
            {
                scope.AfterCommit(() => followed.Add("committed"));
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Store.WriteAsync(
            scope =>
            {
                scope.AfterCommit(() => followed.Add("rolled back"));
                throw new InvalidOperationException("refused");
            },
            CancellationToken.None));

        Assert.Equal(["committed"], followed);
    }
}
