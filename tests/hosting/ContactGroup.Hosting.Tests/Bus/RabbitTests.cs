using System.Text;
using System.Text.Json;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Bus.Rabbit;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Tests.Storage;
using ContactGroup.Testing;
using Dapper;
using MassTransit;

namespace ContactGroup.Hosting.Tests.Bus;

[Trait("needs", "servers")]
public sealed class RabbitTests : IAsyncLifetime, IDisposable
{
    private const string Acknowledgements = "release-acknowledgements";
    private readonly TemporaryFolder folder = new();
    private readonly Ledger ledger = new();

    public Task InitializeAsync()
    {
        var queues = FactQueues.All.Select(one => one.Queue).Append("test-released").Append(QueueForm.Undeliverable).ToList();
        return TestBroker.CleanAsync(queues, queues.Concat(FactQueues.All.Select(one => FactExchanges.Of(one.Fact))).Append(FactExchanges.Of(typeof(Released))));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Facts_arrive_in_order_over_the_broker_and_their_rows_leave()
    {
        await using var app = await StartAsync();

        await app.Store.WriteAsync(scope => PublishAsync(scope, 1, 1_000), CancellationToken.None);
        for (long seq = 1_001; seq <= 1_100; seq++)
        {
            await app.Store.WriteAsync(scope => PublishAsync(scope, seq, seq), CancellationToken.None);
        }

        await ledger.HasAsync(1_100);
        Assert.Equal(Enumerable.Range(1, 1_100).Select(seq => (long)seq), ledger.Seen);
        await Eventually.IsAsync(0L, () => app.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_fact_waits_for_a_consumer_that_was_never_started()
    {
        await using (var app = await StoreApp.StartAsync(folder, _ => { }, ledger, TestBroker.Address))
        {
            await app.Store.WriteAsync(scope => scope.PublishAsync("p", Receipt("secret person")), CancellationToken.None);
            await Eventually.IsAsync(0L, () => app.CountAsync("outbox"));
        }

        var waiting = await TestBroker.TakeAsync(Acknowledgements);

        Assert.DoesNotContain("secret person", Encoding.UTF8.GetString(waiting), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_are_accepted_while_the_broker_is_away()
    {
        await using var app = await StoreApp.StartAsync(folder, Consumers, ledger, new Uri("amqp://guest:guest@127.0.0.1:9/"));

        await app.Store.WriteAsync(scope => PublishAsync(scope, 1, 3), CancellationToken.None);

        Assert.Equal(3, await app.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_fact_that_always_fails_is_parked_sealed_and_the_rest_goes_on()
    {
        var poisoned = new Ledger { Poison = 2 };
        await using var app = await StoreApp.StartAsync(folder, Consumers, poisoned, TestBroker.Address);

        await app.Store.WriteAsync(scope => PublishAsync(scope, 1, 3), CancellationToken.None);

        await poisoned.HasAsync(2);
        Assert.Equal([1L, 3L], poisoned.Seen);
        Assert.Equal(1, await app.CountAsync("parked"));
        Assert.Equal(0u, await TestBroker.WaitingAsync("test-released"));
    }

    [Fact]
    public async Task Of_two_processes_on_one_queue_one_takes_facts_in_order_and_the_other_takes_over()
    {
        using var other = new TemporaryFolder();
        var (apps, ledgers) = (new StoreApp[2], new[] { ledger, new Ledger() });
        apps[0] = await StartAsync();
        apps[1] = await StoreApp.StartAsync(other, Consumers, ledgers[1], TestBroker.Address, keys: folder);
        await apps[0].Store.WriteAsync(scope => PublishAsync(scope, 1, 50), CancellationToken.None);
        await Eventually.IsAsync(50, () => Task.FromResult(ledgers.Sum(one => one.Seen.Count)));
        var (active, standby) = ledgers[0].Seen.Count > 0 ? (0, 1) : (1, 0);
        Assert.Empty(ledgers[standby].Seen);

        await apps[active].DisposeAsync();
        await apps[standby].Store.WriteAsync(scope => PublishAsync(scope, 51, 100), CancellationToken.None);

        await Eventually.IsAsync(50, () => Task.FromResult(ledgers[standby].Seen.Count));
        Assert.Equal(Enumerable.Range(1, 100).Select(seq => (long)seq), ledgers[active].Seen.Concat(ledgers[standby].Seen));
        await apps[standby].DisposeAsync();
    }

    [Fact]
    public async Task What_the_broker_confirmed_is_kept_and_goes_out_again_when_the_broker_is_lost()
    {
        await using (var app = await StoreApp.StartAsync(folder, _ => { }, ledger, TestBroker.Address))
        {
            await app.Store.WriteAsync(scope => scope.PublishAsync("p", Receipt("person")), CancellationToken.None);
            await app.Store.WriteAsync(scope => PublishAsync(scope, 1, 1), CancellationToken.None);
            await Eventually.IsAsync(0L, () => app.CountAsync("outbox"));
            Assert.Equal(1, await app.CountAsync("published"));
        }

        var lost = await TestBroker.TakeAsync(Acknowledgements);
        await using var again = await StoreApp.StartAsync(folder, _ => { }, ledger, TestBroker.Address);
        await again.Store.WriteAsync(
            scope => scope.Connection.ExecuteAsync(
                "INSERT INTO outbox (id, message_id, fact, partition_key, payload) SELECT id, message_id, fact, partition_key, payload FROM published; DELETE FROM published"),
            CancellationToken.None);

        Assert.Equal(MessageId(lost), MessageId(await TestBroker.TakeAsync(Acknowledgements)));
    }

    [Fact]
    public async Task What_was_kept_long_enough_is_forgotten_with_the_next_that_is_confirmed()
    {
        await using (var before = await StoreApp.StartAsync(folder, _ => { }, ledger, TestBroker.Address))
        {
            await before.Store.WriteAsync(scope => scope.PublishAsync("p", Receipt("person")), CancellationToken.None);
            await Eventually.IsAsync(1L, () => before.CountAsync("published"));
            await before.Store.WriteAsync(scope => scope.Connection.ExecuteAsync("UPDATE published SET at = at - 1441 * 60000000"), CancellationToken.None);
        }

        // It is looked for once a minute, and at the first that is confirmed after a start.
        await using var app = await StoreApp.StartAsync(folder, _ => { }, ledger, TestBroker.Address);
        await app.Store.WriteAsync(scope => scope.PublishAsync("p", Receipt("other")), CancellationToken.None);

        await Eventually.IsAsync(0L, () => app.CountAsync("outbox"));
        Assert.Equal(1, await app.CountAsync("published"));
    }

    private static string MessageId(byte[] message) => JsonDocument.Parse(message).RootElement.GetProperty("message").GetProperty("facts")[0].GetProperty("messageId").GetString()!;

    private static void Consumers(IBusRegistrationConfigurator bus) => bus.AddFactConsumer<TakeReleased, Released>("test-released");

    private Task<StoreApp> StartAsync() => StoreApp.StartAsync(folder, Consumers, ledger, TestBroker.Address);

    private static async Task PublishAsync(WriteScope scope, long first, long last)
    {
        for (var seq = first; seq <= last; seq++)
        {
            await scope.PublishAsync("p", new Released("stream", seq - 1, seq, "secret"u8.ToArray()));
        }
    }

    private static ItemAcknowledged Receipt(string person) =>
        new("item", person, person, "organisation", "Organisation", Classification.Constituency.Ingo, null, DateTimeOffset.UnixEpoch, 1);
}
