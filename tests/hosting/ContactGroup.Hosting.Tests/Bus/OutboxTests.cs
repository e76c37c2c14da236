using System.Text;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Tests.Storage;
using ContactGroup.Testing;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Tests.Bus;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Facts_arrive_in_order_and_their_rows_leave_when_the_consumer_has_committed()
    {
        var ledger = new Ledger();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger);

        for (long seq = 1; seq <= 500; seq++)
        {
            await PublishAsync(app, seq);
        }

        await ledger.HasAsync(500);
        Assert.Equal(Enumerable.Range(1, 500).Select(seq => (long)seq), ledger.Seen);
    }

    [Fact]
    public async Task Facts_go_on_while_the_writer_of_their_store_is_busy()
    {
        var ledger = new Ledger();
        await using var app = await StoreApp.StartAsync(folder, bus => bus.AddFactConsumer<HearReleased, Released>("hear-released"), ledger);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var publishing = app.Store.WriteAsync(
            async scope =>
            {
                running.SetResult();
                await queued.Task;
                for (long seq = 1; seq <= 600; seq++)
                {
                    await scope.PublishAsync("p", Fact(seq));
                }
            },
            CancellationToken.None);
        await running.Task;
        var busy = app.Store.WriteAsync(_ => free.Task, CancellationToken.None);
        queued.SetResult();
        await publishing;

        try
        {
            await ledger.HasAsync(600);
            Assert.False(busy.IsCompleted);
        }
        finally
        {
            free.SetResult();
        }

        await busy;
    }

    [Fact]
    public async Task A_fact_whose_unit_of_work_was_rolled_back_is_never_published()
    {
        var ledger = new Ledger();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Store.WriteAsync(
            async scope =>
            {
                await scope.PublishAsync("p", Fact(1));
                throw new InvalidOperationException("refused");
            },
            CancellationToken.None));
        await PublishAsync(app, 2);

        await ledger.HasAsync(1);
        Assert.Equal([2L], ledger.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Facts_of_units_of_work_that_commit_together_go_out_in_their_order_and_none_of_one_that_was_refused(bool hadChanged)
    {
        var ledger = new Ledger();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger);
        var goOn = await app.HoldAsync();

        var first = PublishTogetherAsync(app, 1, 2);
        var refused = app.Store.WriteAsync(
            async scope =>
            {
                scope.Publish("p", Fact(3));
                await (hadChanged ? scope.FirstTimeAsync("consumer", "message") : Task.FromResult(true));
                throw new InvalidOperationException("refused");
            },
            CancellationToken.None);
        var last = PublishTogetherAsync(app, 4);
        await goOn();
        await Task.WhenAll(first, last);

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        await ledger.HasAsync(3);
        Assert.Equal([1L, 2L, 4L], ledger.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fact_of_a_part_that_was_undone_is_never_published_though_the_rest_is(bool alone)
    {
        var ledger = new Ledger();
        var followed = new List<string>();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger);

        await (alone ? app.Store.WriteAloneAsync(WorkAsync, CancellationToken.None) : app.Store.WriteAsync(WorkAsync, CancellationToken.None));

        await ledger.HasAsync(2);
        Assert.Equal([1L, 3L], ledger.Seen);
        Assert.Equal(["before", "after"], followed);

        async Task WorkAsync(WriteScope scope)
        {
            Do(scope, 1, "before");
            await Assert.ThrowsAsync<InvalidOperationException>(() => scope.PartAsync(async () =>
            {
                Do(scope, 2, "undone");
                await scope.FirstTimeAsync("consumer", "message");
                throw new InvalidOperationException("undone");
            }));
            Assert.True(await scope.FirstTimeAsync("consumer", "message"));
            await scope.PartAsync(() =>
            {
                Do(scope, 3, "after");
                return Task.CompletedTask;
            });
        }

        void Do(WriteScope scope, long seq, string word)
        {
            scope.Publish("p", Fact(seq));
            scope.AfterCommit(() => followed.Add(word));
        }
    }

    [Theory]
    [Trait("store", "sqlite")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fact_is_not_written_outside_of_the_transaction_that_the_store_gave_up(bool alone)
    {
        var ledger = new Ledger();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => alone ? app.Store.WriteAloneAsync(LoseAsync, CancellationToken.None) : app.Store.WriteAsync(LoseAsync, CancellationToken.None));
        await PublishAsync(app, 2);

        await ledger.HasAsync(1);
        Assert.Equal([2L], ledger.Seen);

        // As on a full disk.
        static async Task LoseAsync(WriteScope scope)
        {
            scope.Publish("p", Fact(1));
            await scope.Connection.ExecuteAsync("ROLLBACK");
        }
    }

    [Fact]
    public async Task What_a_stopped_process_left_in_the_outbox_is_published_by_the_next()
    {
        await using (var app = await StoreApp.StartAsync(folder, _ => { }))
        {
            await app.Store.WriteAsync(scope => LeaveAsync(scope, 1, 2, 3), CancellationToken.None);
        }

        var ledger = new Ledger();
        await using var again = await StoreApp.StartAsync(folder, Consumers, ledger);

        await ledger.HasAsync(3);
        Assert.Equal([1L, 2L, 3L], ledger.Seen);
    }

    [Fact]
    public async Task A_fact_that_always_fails_is_parked_sealed_and_the_rest_goes_on()
    {
        var ledger = new Ledger { Poison = 2 };
        await using (var app = await StoreApp.StartAsync(folder, Consumers, ledger))
        {
            await app.Store.WriteAsync(
                async scope =>
                {
                    await scope.PublishAsync("p", Fact(1));
                    await scope.PublishAsync("p", Fact(2));
                    await scope.PublishAsync("p", Fact(3));
                },
                CancellationToken.None);
            await ledger.HasAsync(2);
            Assert.Equal([1L, 3L], ledger.Seen);
            Assert.Equal(1, await app.CountAsync("parked"));
            var parked = await app.Store.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("SELECT payload FROM parked"), CancellationToken.None);
            Assert.DoesNotContain("secret", Encoding.UTF8.GetString(parked), StringComparison.Ordinal);
        }

        var cured = new Ledger();
        await using var again = await StoreApp.StartAsync(folder, Consumers, cured);

        await cured.HasAsync(1);
        Assert.Equal([2L], cured.Seen);
    }

    [Fact]
    public async Task Facts_go_on_when_the_time_of_people_leaps_while_one_is_under_way()
    {
        var ledger = new Ledger { Hold = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var clock = new FakeClock();
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger, clock: clock);
        await PublishAsync(app, 1);
        await ledger.Begun.Task;

        clock.Advance(TimeSpan.FromHours(1));
        ledger.Hold.SetResult();
        await PublishAsync(app, 2);

        await ledger.HasAsync(2);
        Assert.Equal([1L, 2L], ledger.Seen);
    }

    [Fact]
    public async Task Content_never_stands_in_the_outbox_in_clear()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });
        byte[] payload = [];

        await app.Store.WriteAsync(
            async scope =>
            {
                await scope.PublishAsync("p", Fact(1));
                payload = await scope.Connection.QuerySingleAsync<byte[]>("SELECT payload FROM outbox");
            },
            CancellationToken.None);

        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_handled_once_however_often_it_comes()
    {
        await using var app = await StoreApp.StartAsync(folder, _ => { });

        var first = await app.Store.WriteAsync(scope => scope.FirstTimeAsync("consumer", "message"), CancellationToken.None);
        var second = await app.Store.WriteAsync(scope => scope.FirstTimeAsync("consumer", "message"), CancellationToken.None);
        var other = await app.Store.WriteAsync(scope => scope.FirstTimeAsync("another", "message"), CancellationToken.None);

        Assert.Equal((true, false, true), (first, second, other));
    }

    private static void Consumers(IBusRegistrationConfigurator bus) => bus.AddFactConsumer<TakeReleased, Released>("test-released");

    private static Released Fact(long seq) => new("stream", seq - 1, seq, Encoding.UTF8.GetBytes("secret"));

    private static Task PublishAsync(StoreApp app, long seq) =>
        app.Store.WriteAsync(scope => scope.PublishAsync("p", Fact(seq)), CancellationToken.None);

    private static Task PublishTogetherAsync(StoreApp app, params long[] sequences) => app.Store.WriteAsync(
        scope =>
        {
            Array.ForEach(sequences, seq => scope.Publish("p", Fact(seq)));
            return Task.CompletedTask;
        },
        CancellationToken.None);

    /// <summary>Rows as a crash between publishing and deleting leaves them.</summary>
    private static async Task LeaveAsync(WriteScope scope, params long[] sequences)
    {
        foreach (var seq in sequences)
        {
            await scope.PublishAsync("p", Fact(seq));
        }

        await scope.Connection.ExecuteAsync(TestStorage.IsPostgres
            ? "CREATE RULE keep AS ON DELETE TO outbox DO INSTEAD NOTHING"
            : "CREATE TRIGGER keep BEFORE DELETE ON outbox BEGIN SELECT RAISE(IGNORE); END");
    }
}
