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
                await scope.Connection.InsertAsync("notes (text)", Enumerable.Range(0, 2_000).Select(number => (object[])[$"{number:D4}"]));
                return true;
            },
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 2_000).Select(number => $"{number:D4}"), await app.NotesAsync());
    }

    [Fact]
    public async Task Each_row_gives_back_the_number_it_got()
    {
        var numbers = await app.Store.WriteAsync(
            scope => scope.Connection.InsertAsync("notes (text)", [["one"], ["أخرى"], ["three"]], "text", "id"), CancellationToken.None);

        Assert.Equal(["one", "أخرى", "three"], numbers.OrderBy(row => row.Value).Select(row => row.Key));
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
