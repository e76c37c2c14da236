using System.Net;
using System.Net.Sockets;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Shared;

public sealed class NoRedisTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_process_starts_and_answers_when_the_server_was_never_there()
    {
        await using var app = await LimitedApp.StartAsync(folder, $"127.0.0.1:{FreePort()},connectRetry=1");

        Assert.InRange(await app.AskAsync("Amal", LimitedApp.Burst), LimitedApp.Burst / 2, LimitedApp.Burst - 1);
        Assert.Equal((200, """{"status":"ready","waiting":["redis"]}"""), await app.HealthAsync());
    }

    [Fact]
    public async Task An_instance_that_counts_for_itself_gives_the_whole_limit()
    {
        await using var app = await LimitedApp.StartAsync(folder, redis: null);

        Assert.InRange(await app.AskAsync("Amal", 2 * LimitedApp.Burst), LimitedApp.Burst, (2 * LimitedApp.Burst) - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("redis:6379,passwort=secret")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_without_being_repeated(string redis)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => LimitedApp.StartAsync(folder, redis));

        Assert.Contains("Shared:Redis", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
