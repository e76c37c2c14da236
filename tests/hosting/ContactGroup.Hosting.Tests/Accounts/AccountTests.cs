using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Tests.Storage;
using ContactGroup.Testing;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace ContactGroup.Hosting.Tests.Accounts;

[Trait("needs", "servers")]
public sealed class AccountTests(ServiceAccounts accounts) : IClassFixture<ServiceAccounts>, IDisposable
{
    private const string Denied = "42501";
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Others
    {
        get
        {
            string[] services = ["identity", "channels", "incidents", "movements", "access", "release"];
            var pairs = new TheoryData<string, string>();
            foreach (var (one, other) in services.SelectMany(one => services.Where(other => other != one).Select(other => (one, other))))
            {
                pairs.Add(one, other);
            }

            return pairs;
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_service_does_not_get_into_the_database_of_another(string service, string other) =>
        Assert.Equal(Denied, await RefusalAsync(service, other, "SELECT 1"));

    [Theory]
    [InlineData("identity")]
    [InlineData("channels")]
    [InlineData("incidents")]
    [InlineData("movements")]
    [InlineData("access")]
    [InlineData("release")]
    public async Task A_service_makes_its_own_tables_and_only_the_backup_reads_them(string service)
    {
        Assert.Null(await RefusalAsync(service, service, "CREATE TABLE IF NOT EXISTS mine (id bigint); INSERT INTO mine VALUES (1)"));

        Assert.Null(await RefusalAsync("backup", service, "SELECT id FROM mine"));
        Assert.Equal(Denied, await RefusalAsync("backup", service, "DELETE FROM mine"));
        Assert.Equal(Denied, await RefusalAsync("backup", service, "CREATE TABLE other (id bigint)"));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("channels")]
    [InlineData("incidents")]
    [InlineData("movements")]
    [InlineData("access")]
    [InlineData("release")]
    [InlineData("backup")]
    public async Task An_account_makes_no_database_and_no_account(string account)
    {
        var home = account == "backup" ? "release" : account;

        Assert.NotNull(await RefusalAsync(account, home, "CREATE DATABASE another"));
        Assert.NotNull(await RefusalAsync(account, home, "CREATE ROLE another"));
    }

    [Theory]
    [InlineData("identity", "release-items")]
    [InlineData("identity", "channels-people")]
    [InlineData("channels", "release-items")]
    [InlineData("incidents", "release-members")]
    [InlineData("movements", "release-members")]
    [InlineData("access", "release-members")]
    [InlineData("release", "channels-people")]
    [InlineData("realtime", "release-items")]
    [InlineData("channels", "contactgroup.undeliverable")]
    public async Task A_service_takes_nothing_from_a_queue_of_another_nor_removes_it(string service, string queue)
    {
        await IsRefusedAsync(service, channel => channel.BasicConsumeAsync(queue, autoAck: false, new AsyncEventingBasicConsumer(channel)));
        await IsRefusedAsync(service, channel => channel.BasicGetAsync(queue, autoAck: false));
        await IsRefusedAsync(service, channel => channel.QueuePurgeAsync(queue));
        await IsRefusedAsync(service, channel => channel.QueueDeleteAsync(queue));
    }

    [Theory]
    [InlineData("identity", "contactgroup.MembershipChanged")]
    [InlineData("incidents", "contactgroup.ChannelChanged")]
    [InlineData("movements", "contactgroup.ChannelChanged")]
    [InlineData("access", "contactgroup.ChannelChanged")]
    [InlineData("channels", "contactgroup.PersonChanged")]
    [InlineData("channels", "contactgroup.Released")]
    [InlineData("release", "contactgroup.ItemVersioned")]
    [InlineData("realtime", "contactgroup.Released")]
    [InlineData("identity", "release-items")]
    [InlineData("incidents", "")]
    [InlineData("movements", "")]
    [InlineData("access", "")]
    public Task A_service_publishes_no_fact_of_another_and_past_no_exchange(string service, string exchange) =>
        IsRefusedAsync(service, async channel => await channel.BasicPublishAsync(exchange, "release-items", mandatory: true, ReadOnlyMemory<byte>.Empty));

    [Fact]
    public async Task A_service_that_comes_later_gets_its_own_and_what_the_others_have_stays()
    {
        Assert.Null(await RefusalAsync("channels", "channels", "CREATE TABLE IF NOT EXISTS of_before (id bigint)"));
        await accounts.ForgetAsync("movements");
        Assert.NotNull(await RefusalAsync("movements", "movements", "SELECT 1"));

        accounts.Make();

        Assert.Null(await RefusalAsync("movements", "movements", "SELECT 1"));
        Assert.Null(await RefusalAsync("channels", "channels", "SELECT id FROM of_before"));
        Assert.True(await OnChannelAsync("movements", channel => Task.FromResult(channel.IsOpen)));
    }

    [Fact]
    public async Task Who_has_no_right_to_the_queues_publishes_to_them_all_the_same()
    {
        await using var identity = await StoreApp.StartAsync(folder, _ => { }, broker: ServiceAccounts.Broker("identity"));

        await identity.Store.WriteAsync(
            scope => scope.PublishAsync("p", new OrganisationChanged("o", "Organisation", "O", Constituency.Ingo, null, 1, DateTimeOffset.UnixEpoch)),
            CancellationToken.None);

        await Eventually.IsAsync(0L, () => identity.CountAsync("outbox"));
        await Eventually.IsAsync(1u, () => OnChannelAsync("channels", channel => channel.MessageCountAsync("channels-organisations")));
        await OnChannelAsync("channels", channel => channel.QueuePurgeAsync("channels-organisations"));
    }

    private async Task<string?> RefusalAsync(string account, string database, string statement)
    {
        await using var connection = new NpgsqlConnection(accounts.Database(account, database));
        try
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task IsRefusedAsync(string account, Func<IChannel, Task> act)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => OnChannelAsync(account, async channel =>
        {
            await act(channel);
            return 0;
        }));

        // A publish that is refused is told by the channel's end.
        var reason = refused switch
        {
            OperationInterruptedException { ShutdownReason: { } shutdown } => shutdown.ReplyCode,
            PublishException { InnerException: OperationInterruptedException { ShutdownReason: { } shutdown } } => shutdown.ReplyCode,
            _ => throw refused,
        };
        Assert.Equal(Constants.AccessRefused, reason);
    }

    private static async Task<T> OnChannelAsync<T>(string account, Func<IChannel, Task<T>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = ServiceAccounts.Broker(account) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        return await act(channel);
    }
}
