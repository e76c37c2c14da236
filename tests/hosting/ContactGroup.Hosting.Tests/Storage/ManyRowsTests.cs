using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Storage;

/// <summary>Several rows at once, on whichever engine keeps the store.</summary>
public sealed class ManyRowsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private StoreApp app = null!;

    public async Task InitializeAsync() => app = await StoreApp.StartAsync(folder, _ => { });

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_row_is_there_whatever_their_number()
    {
        await app.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.InsertAsync("notes (text)", Enumerable.Range(0, 11_000).Select(number => (object[])[$"{number:D5}"]));
                return true;
            },
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 11_000).Select(number => $"{number:D5}"), await app.NotesAsync());
    }

    [Fact]
    public async Task Each_row_gives_back_the_number_it_got()
    {
        var numbers = await app.Store.WriteAsync(
            scope => scope.Connection.InsertAsync("notes (text)", [["one"], ["أخرى"], ["three"]], "text", "id"), CancellationToken.None);

        Assert.Equal(["one", "أخرى", "three"], numbers.OrderBy(row => row.Value).Select(row => row.Key));
    }

    [Fact]
    public async Task Each_of_very_many_rows_gives_back_the_number_it_got()
    {
        var numbers = await app.Store.WriteAsync(
            scope => scope.Connection.InsertAsync("notes (text)", Enumerable.Range(0, 11_000).Select(number => (object[])[$"{number:D5}"]), "text", "id"),
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 11_000).Select(number => $"{number:D5}"), numbers.OrderBy(row => row.Value).Select(row => row.Key));
    }

    [Fact]
    public async Task A_row_that_is_there_already_and_is_left_as_it_is_gives_nothing_back()
    {
        var seen = await app.Store.WriteAsync(
            async scope =>
            {
                await scope.FirstTimesAsync("reader", ["one", "two"]);
                return await scope.FirstTimesAsync("reader", ["two", "three", "three"]);
            },
            CancellationToken.None);

        Assert.Equal(["three"], seen);
    }

    [Fact]
    public async Task Rows_of_several_tables_are_all_there()
    {
        await app.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.InsertAsync(
                [
                    new NewRows("notes (id, text)", [[1L, "one"], [2L, "two"]]),
                    new NewRows("inbox (consumer, message_id, at)", []),
                    new NewRows("notes (id, text)", [[2L, "again"], [3L, "three"]], "ON CONFLICT (id) DO NOTHING"),
                ]);
                return true;
            },
            CancellationToken.None);

        Assert.Equal(["one", "two", "three"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_row_that_is_there_already_is_changed()
    {
        await app.Store.WriteAsync(
            async scope =>
            {
                const string Changed = "ON CONFLICT (id) DO UPDATE SET text = excluded.text";
                await scope.Connection.UpsertAsync("notes (id, text)", [[1L, "one"], [2L, "two"]], Changed);
                await scope.Connection.UpsertAsync("notes (id, text)", [[2L, "changed"], [3L, "three"]], Changed);
                return true;
            },
            CancellationToken.None);

        Assert.Equal(["one", "changed", "three"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_takes_the_others_back_and_leaves_the_store_whole()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => app.Store.WriteAsync(
            async scope =>
            {
                await scope.Connection.InsertAsync("notes (id, text)", [[7L, "one"], [7L, "the same number"]]);
                return true;
            },
            CancellationToken.None));

        await app.WriteAsync("afterwards");

        Assert.Equal(["afterwards"], await app.NotesAsync());
    }
}
