using ContactGroup.Hosting.Shared;
using ContactGroup.Realtime.Tests.App;
using ContactGroup.Testing;

namespace ContactGroup.Realtime.Tests;

/// <summary>How many connections a person may have over several processes.</summary>
[Trait("needs", "servers")]
public sealed class ConnectionLimitTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder keys = new();
    private readonly TestRedis redis = new();
    private TestRelay way = null!;
    private RealtimeApp one = null!;
    private RealtimeApp other = null!;

    public async Task InitializeAsync()
    {
        way = redis.Relay();
        one = await StartAsync(TestRedis.At(way.Address));
        other = await StartAsync(TestRedis.Address);
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await way.DisposeAsync();
        await redis.DisposeAsync();
    }

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task Connections_at_every_process_count_together()
    {
        await using var first = await one.ConnectAsync("p1");
        await using var second = await one.ConnectAsync("p1");
        await using var third = await other.ConnectAsync("p1");
        await Task.WhenAll(first.SubscribeAsync(), second.SubscribeAsync(), third.SubscribeAsync());
        await using var fourth = await other.ConnectAsync("p1");
        await fourth.SubscribeAsync();

        await using var neighbour = await other.ConnectAsync("p2");

        await Eventually.IsAsync(false, () =>
        {
            one.Clock.Advance(SharedTally.Life / 3); // It says again what it has, however slow the machine is.
            return HasRoomAsync(other, "p1");
        });
        Assert.Empty((await neighbour.SubscribeAsync()).Refused);
        Assert.Empty((await fourth.SubscribeAsync()).Refused);
    }

    [Fact]
    public async Task One_that_closes_makes_room_elsewhere()
    {
        var leaving = await FillAsync();
        await Eventually.IsAsync(false, () => HasRoomAsync(other, "p1"));
        foreach (var client in leaving)
        {
            await client.DisposeAsync();
        }

        await Eventually.IsAsync(true, () => HasRoomAsync(other, "p1"));
    }

    [Fact]
    public async Task What_a_process_had_that_died_is_forgotten()
    {
        await FillAsync();
        way.Cut();
        await one.DisposeAsync();

        await Eventually.IsAsync(false, () => HasRoomAsync(other, "p1")); // A server that was slow to answer is asked again.
        await Eventually.IsAsync(true, () => HasRoomAsync(other, "p1"));
    }

    [Fact]
    public async Task What_a_process_still_has_is_not_forgotten()
    {
        await using var first = await one.ConnectAsync("person-of-this-test");
        await first.SubscribeAsync();
        await redis.ForgetAsync();

        await Eventually.IsAsync(1, async () =>
        {
            one.Clock.Advance(SharedTally.Life / 3); // Again and again: what says it may have begun to wait only after the clock went on.
            return (await redis.AllAsync()).Count;
        });
        Assert.DoesNotContain("person-of-this-test", string.Concat((await redis.AllAsync()).Select(one => one.Key + one.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_server_is_away_a_process_gives_its_share()
    {
        await using var first = await one.ConnectAsync("p1");
        way.Cut();

        await using var second = await one.ConnectAsync("p1");
        await using var third = await one.ConnectAsync("p1");

        Assert.Empty((await second.SubscribeAsync()).Refused);
        Assert.Equal("too-many-connections", await third.Ended);
    }

    // Who is answered has been counted.
    private async Task<List<LiveClient>> FillAsync()
    {
        var clients = new List<LiveClient>();
        for (var number = 0; number < 4; number++)
        {
            clients.Add(await one.ConnectAsync("p1"));
            await clients[^1].SubscribeAsync();
        }

        return clients;
    }

    private static async Task<bool> HasRoomAsync(RealtimeApp app, string person)
    {
        await using var client = await app.ConnectAsync(person);
        var asked = client.SubscribeAsync();
        await Task.WhenAny(client.Ended, asked);
        return asked.IsCompletedSuccessfully;
    }

    private async Task<RealtimeApp> StartAsync(string server)
    {
        var app = await RealtimeApp.StartAsync(
            null, ("Realtime:ConnectionsPerPerson", "4"), ("Shared:Redis", server), ("Shared:KeyPrefix", redis.Prefix), ("Hosting:KeyFolder", keys.Path));
        await Eventually.IsAsync(true, () => Task.FromResult(app.LogLines.Any(line => line.Contains("Redis answers", StringComparison.Ordinal))));
        return app;
    }
}
