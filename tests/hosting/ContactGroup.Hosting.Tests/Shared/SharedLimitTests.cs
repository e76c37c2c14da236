using System.Diagnostics;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Shared;

[Trait("needs", "servers")]
public sealed class SharedLimitTests : IAsyncLifetime, IDisposable
{
    private const int Burst = LimitedApp.Burst;

    private readonly TemporaryFolder folder = new();
    private readonly TestRedis redis = new();
    private readonly Stopwatch since = new();
    private TestRelay way = null!;
    private LimitedApp one = null!;
    private LimitedApp other = null!;

    // What came back while the test ran: one a second.
    private int Refilled => (int)since.Elapsed.TotalSeconds + 2;

    public async Task InitializeAsync()
    {
        way = redis.Relay();
        one = await StartAsync();
        other = await StartAsync();
        since.Start();
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await way.DisposeAsync();
        await redis.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_instances_let_a_person_through_as_often_as_one()
    {
        var atOne = await one.AskAsync("Amal", Burst);
        var atOther = await other.AskAsync("Amal", Burst);

        Assert.Equal(Burst, atOne);
        Assert.InRange(atOther, 0, Refilled);
    }

    [Fact]
    public async Task What_one_person_uses_up_another_still_has()
    {
        await one.AskAsync("Amal", 2 * Burst);

        Assert.Equal(Burst, await other.AskAsync("Basim", Burst));
    }

    [Fact]
    public async Task The_server_holds_no_person_and_nothing_for_long()
    {
        await one.AskAsync("Amal", 1);

        var (key, text) = Assert.Single(await redis.AllAsync());
        Assert.Matches($"^{redis.Prefix}requests:[0-9a-f]{{32}}$", key);
        Assert.Matches("^[0-9]+$", text);
        Assert.InRange((await redis.LifeAsync(key))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(Burst));
    }

    [Fact]
    public async Task A_server_that_forgets_lets_nobody_have_more_than_one_process_gives()
    {
        await one.AskAsync("Amal", Burst);

        await redis.ForgetAsync();

        Assert.InRange(await one.AskAsync("Amal", Burst), 0, Refilled);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-9000000000000000")]
    [InlineData("not a number")]
    public async Task A_server_that_lies_lets_nobody_have_more_than_one_process_gives(string lie)
    {
        await one.AskAsync("Amal", Burst);

        await redis.WriteAsync((await redis.AllAsync()).Keys.Single(), lie);

        Assert.InRange(await one.AskAsync("Amal", Burst), 0, Refilled);
    }

    [Fact]
    public async Task A_server_that_claims_much_holds_nobody_up_for_longer_than_the_limit_does()
    {
        await one.AskAsync("Amal", 1);
        await redis.WriteAsync((await redis.AllAsync()).Keys.Single(), "9000000000000000");

        await Eventually.IsAsync(1, () => one.AskAsync("Amal", 1));
    }

    [Fact]
    public async Task While_it_hangs_nobody_waits_long_and_each_instance_gives_its_share()
    {
        way.Hang();

        Assert.InRange(await one.LongestAsync(people: 20), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await Task.WhenAll(one.AloneAsync(), other.AloneAsync());
        var through = await one.AskAsync("Amal", Burst) + await other.AskAsync("Amal", Burst);
        Assert.InRange(through, Burst - 1, Burst + Refilled);
    }

    [Fact]
    public async Task When_it_is_gone_each_instance_gives_its_share_and_is_ready_all_the_same()
    {
        way.Cut();
        await Task.WhenAll(one.AloneAsync(), other.AloneAsync());

        var through = await one.AskAsync("Amal", Burst) + await other.AskAsync("Amal", Burst);

        Assert.InRange(through, Burst - 1, Burst + Refilled);
        Assert.Equal((200, """{"status":"ready","waiting":["redis"]}"""), await one.HealthAsync());
        await Eventually.IsAsync(true, () => Task.FromResult(one.LogLines.Any(line => line.StartsWith("970 ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_it_is_back_they_count_together_again(bool hung)
    {
        Harm(hung);
        await Task.WhenAll(one.AloneAsync(), other.AloneAsync());

        Heal(hung);

        await Task.WhenAll(one.TogetherAsync(), other.TogetherAsync());
        var through = await one.AskAsync("Amal", Burst) + await other.AskAsync("Amal", Burst);
        Assert.InRange(through, Burst, Burst + Refilled);
        Assert.Equal((200, """{"status":"ready","waiting":[]}"""), await one.HealthAsync());
        Assert.DoesNotContain(one.LogLines, line => line.Contains("127.0.0.1:" + way.Address.Split(':')[1], StringComparison.Ordinal) || line.Contains("Amal", StringComparison.Ordinal));
    }

    private void Harm(bool hang)
    {
        if (hang)
        {
            way.Hang();
        }
        else
        {
            way.Cut();
        }
    }

    private void Heal(bool hung)
    {
        if (hung)
        {
            way.GoOn();
        }
        else
        {
            way.Mend();
        }
    }

    private async Task<LimitedApp> StartAsync() => await (await LimitedApp.StartAsync(folder, TestRedis.At(way.Address), redis.Prefix)).TogetherAsync();
}
