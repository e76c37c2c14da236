using ContactGroup.Testing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Tests.Storage;

/// <summary>The store keeps connections and statements between uses. Nothing of one use is left for the next.</summary>
[Trait("store", "sqlite")]
public sealed class KeptStatementTests : IAsyncLifetime, IDisposable
{
    private const string All = "SELECT text FROM notes ORDER BY id";

    private readonly TemporaryFolder folder = new();
    private StoreApp app = null!;

    public async Task InitializeAsync()
    {
        app = await StoreApp.StartAsync(folder, _ => { });
        await app.WriteAsync("first");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_read_sees_what_was_written_since_the_same_read_before()
    {
        Assert.Equal(["first"], await app.NotesAsync());

        await app.WriteAsync("second");

        Assert.Equal(["first", "second"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_read_that_was_left_in_the_middle_holds_no_old_state_for_the_next()
    {
        await app.WriteAsync("second");
        await ReadAsync(async connection =>
        {
            await using var reader = await connection.ExecuteReaderAsync(All);
            return await reader.ReadAsync();
        });

        await app.WriteAsync("third");

        Assert.Equal(["first", "second", "third"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_parameter_of_one_use_is_not_there_in_the_next()
    {
        const string Said = "SELECT @text";
        Assert.Equal("secret", await ReadAsync(connection => connection.ExecuteScalarAsync<string>(Said, new { text = "secret" })));

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(connection => connection.ExecuteScalarAsync<string>(Said)));
        Assert.Equal("other", await ReadAsync(connection => connection.ExecuteScalarAsync<string>(Said, new { text = "other" })));
    }

    [Fact]
    public async Task The_same_statement_runs_inside_itself()
    {
        await app.WriteAsync("second");

        var pairs = await ReadAsync(async connection =>
        {
            var found = new List<string>();
            await using var outer = await connection.ExecuteReaderAsync(All);
            while (await outer.ReadAsync())
            {
                found.AddRange((await connection.QueryAsync<string>(All)).Select(inner => $"{outer.GetString(0)} {inner}"));
            }

            return found;
        });

        Assert.Equal(["first first", "first second", "second first", "second second"], pairs);
    }

    [Fact]
    public async Task A_read_that_fails_does_not_fail_the_next()
    {
        await Assert.ThrowsAsync<SqliteException>(() => ReadAsync(connection => connection.QueryAsync<string>("SELECT nothing FROM nowhere")));

        Assert.Equal(["first"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await app.NotesAsync();

        await Assert.ThrowsAsync<SqliteException>(() => ReadAsync(connection => connection.ExecuteAsync("DELETE FROM notes")));

        Assert.Equal(["first"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_statement_follows_a_table_that_changes()
    {
        const string Columns = "SELECT * FROM notes";
        Assert.Single((IEnumerable<object>)await ReadAsync(connection => connection.QueryAsync(Columns)));

        await app.Store.WriteAsync(scope => scope.Connection.ExecuteAsync("ALTER TABLE notes ADD COLUMN mood TEXT DEFAULT 'calm'"), CancellationToken.None);

        var row = (IDictionary<string, object>)(await ReadAsync(connection => connection.QueryAsync(Columns))).Single();
        Assert.Equal("calm", row["mood"]);
    }

    [Fact]
    public async Task Statements_without_end_are_not_kept_without_end()
    {
        var sum = await ReadAsync(async connection =>
        {
            long total = 0;
            foreach (var number in Enumerable.Range(1, 1_000))
            {
                total += await connection.ExecuteScalarAsync<long>($"SELECT {number} + @zero", new { zero = 0 });
            }

            return total;
        });

        Assert.Equal(500_500, sum);
    }

    [Fact]
    public async Task A_list_of_any_length_is_asked_for_in_turn()
    {
        await app.WriteAsync("second");

        foreach (var texts in (string[][])[["first"], ["first", "second"], ["second"], []])
        {
            Assert.Equal(texts, await ReadAsync(connection => connection.QueryAsync<string>("SELECT text FROM notes WHERE text IN @texts ORDER BY id", new { texts })));
        }
    }

    private Task<T> ReadAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> read) => app.Store.ReadAsync(read, CancellationToken.None);
}
