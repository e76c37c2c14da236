using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Storage;

/// <summary>Units of work that wait at one time share a transaction, and none has to know of the others.</summary>
public sealed class SharedTransactionTests : IDisposable
{
    private static readonly Participant Someone = new("p1", "Someone", "o1", "Organisation", Constituency.Ingo, null, "s1", false);
    private static readonly IdempotencyKey Key = new("command-0001");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_undone_because_its_neighbour_was_refused_is_there_once()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var runs = 0;

        var (first, refused, last) = await TogetherAsync(
            app,
            Counted(() => runs++),
            RefuseAsync,
            scope => AddAsync(scope, "last"));
        await Task.WhenAll(first, last);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(2, runs);
        Assert.Equal(["first", "last"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_refusal_before_anything_was_changed_undoes_nothing_of_its_neighbours()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var runs = 0;

        var (first, refused, last) = await TogetherAsync(
            app,
            Counted(() => runs++),
            async scope => throw new InvalidOperationException($"refused: {await scope.Connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM notes")}"),
            scope => AddAsync(scope, "last"));
        await Task.WhenAll(first, last);

        Assert.Equal("refused: 1", (await Assert.ThrowsAsync<InvalidOperationException>(() => refused)).Message);
        Assert.Equal(1, runs);
        Assert.Equal(["first", "last"], await app.NotesAsync());
    }

    [Fact]
    public async Task What_others_are_told_of_is_written_alone_and_run_once()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var runs = 0;
        var alone = Task.FromResult(0L);

        var (first, refused, last) = await TogetherAsync(
            app,
            scope => AddAsync(scope, "first"),
            RefuseAsync,
            scope => AddAsync(scope, "last"),
            afterFirst: () => alone = app.Store.WriteAloneAsync(
                async scope =>
                {
                    runs++;
                    await AddAsync(scope, "alone");
                    return await scope.Connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM notes");
                },
                CancellationToken.None));
        await Task.WhenAll(first, alone, last);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(1, runs);
        Assert.Equal(2, await alone);
        Assert.Equal(["first", "alone", "last"], await app.NotesAsync());
    }

    [Fact]
    public async Task Whoever_gave_up_between_two_runs_leaves_nothing_and_hears_so()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        using var gaveUp = new CancellationTokenSource();

        var (given, refused, last) = await TogetherAsync(
            app,
            scope => GiveUpAsync(scope, gaveUp),
            RefuseAsync,
            scope => AddAsync(scope, "last"),
            firstGivesUp: gaveUp.Token);
        await last;

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(["last"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_refusal_that_rested_on_what_was_undone_is_not_told()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        using var gaveUp = new CancellationTokenSource();

        var (given, second, refused) = await TogetherAsync(
            app,
            scope => GiveUpAsync(scope, gaveUp),
            async scope =>
            {
                var isAlone = await scope.Connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM notes") == 0;
                await (isAlone ? AddAsync(scope, "second") : throw new InvalidOperationException("somebody was first"));
            },
            RefuseAsync,
            firstGivesUp: gaveUp.Token);
        await second;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(["second"], await app.NotesAsync());
    }

    [Theory]
    [InlineData("DELETE FROM notes")]
    [InlineData("CREATE TABLE more_notes (text TEXT)")]
    [InlineData("WITH one AS (SELECT 1 AS number) INSERT INTO notes (text) SELECT 'one' FROM one")]
    public async Task A_refusal_after_any_change_leaves_nothing_of_it(string change)
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        await app.WriteAsync("before");

        var (first, refused, last) = await TogetherAsync(
            app,
            scope => AddAsync(scope, "first"),
            async scope =>
            {
                await scope.Connection.ExecuteAsync(change);
                throw new InvalidOperationException("refused");
            },
            scope => AddAsync(scope, "last"));
        await Task.WhenAll(first, last);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(["before", "first", "last"], await app.NotesAsync());
        await app.Store.WriteAsync(scope => scope.Connection.ExecuteAsync("CREATE TABLE more_notes (text TEXT)"), CancellationToken.None);
    }

    [Fact]
    public async Task What_follows_a_commit_follows_it_once_however_often_it_ran()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var followed = 0;

        var (first, refused, last) = await TogetherAsync(
            app,
            async scope =>
            {
                await AddAsync(scope, "first");
                scope.AfterCommit(() => followed++);
            },
            RefuseAsync,
            scope => AddAsync(scope, "last"));
        await Task.WhenAll(first, last);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(1, followed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_that_comes_twice_is_done_once_though_neither_is_committed_yet(bool neighbourIsUndone)
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var receipts = new List<string>();

        var (first, other, again) = await TogetherAsync(
            app,
            async scope => receipts.Add(await CommandAsync(scope, "first")),
            scope => neighbourIsUndone ? RefuseAsync(scope) : Task.FromException(new InvalidOperationException("refused")),
            async scope => receipts.Add(await CommandAsync(scope, "again")));
        await Task.WhenAll(first, again);

        await Assert.ThrowsAsync<InvalidOperationException>(() => other);
        Assert.Equal(["first"], receipts.Distinct());
        Assert.Equal(["first"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_command_of_which_nothing_was_kept_is_done_when_it_comes_again()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        var receipt = string.Empty;

        var (refused, again, other) = await TogetherAsync(
            app,
            async scope =>
            {
                await Idempotency.RunOnceAsync(scope, Someone, Key, new { command = "do" }, () => Task.FromResult("refused"));
                throw new InvalidOperationException("refused");
            },
            async scope => receipt = await CommandAsync(scope, "again"),
            scope => AddAsync(scope, "other"));
        await Task.WhenAll(again, other);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal("again", receipt);
        Assert.Equal(["again", "other"], await app.NotesAsync());
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_kept_refuses_nobody_else()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        var (kept, inTheWay, other) = await TogetherAsync(
            app,
            scope => CommandAsync(scope, "kept"),
            scope => scope.Connection.ExecuteAsync(
                "INSERT INTO idempotency (person, key, command_hash, receipt, at) VALUES (@person, @key, @hash, 'x', 1)",
                new { person = Someone.PersonId, key = Key.Value, hash = new byte[] { 1 } }),
            scope => AddAsync(scope, "other"));
        await Task.WhenAll(kept, other);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => inTheWay);
        Assert.Equal(["kept", "other"], await app.NotesAsync());
    }

    private static Task<string> CommandAsync(WriteScope scope, string receipt) => Idempotency.RunOnceAsync(
        scope,
        Someone,
        Key,
        new { command = "do" },
        async () =>
        {
            await AddAsync(scope, receipt);
            return receipt;
        });

    private static Func<WriteScope, Task> Counted(Action count) => scope =>
    {
        count();
        return AddAsync(scope, "first");
    };

    private static async Task GiveUpAsync(WriteScope scope, CancellationTokenSource gaveUp)
    {
        await AddAsync(scope, "given up");
        await gaveUp.CancelAsync();
    }

    private static async Task RefuseAsync(WriteScope scope)
    {
        await AddAsync(scope, "refused");
        throw new InvalidOperationException("refused");
    }

    // Three that wait while a first one is written are the next turn.
    private static async Task<(Task First, Task Second, Task Third)> TogetherAsync(
        StoreApp app,
        Func<WriteScope, Task> first,
        Func<WriteScope, Task> second,
        Func<WriteScope, Task> third,
        Action? afterFirst = null,
        CancellationToken firstGivesUp = default)
    {
        var goOn = await app.HoldAsync();
        var one = app.Store.WriteAsync(first, firstGivesUp);
        afterFirst?.Invoke();
        var (two, three) = (app.Store.WriteAsync(second, CancellationToken.None), app.Store.WriteAsync(third, CancellationToken.None));
        await goOn();
        return (one, two, three);
    }

    private static Task<int> AddAsync(WriteScope scope, string text) => scope.Connection.ExecuteAsync("INSERT INTO notes (text) VALUES (@text)", new { text });
}
