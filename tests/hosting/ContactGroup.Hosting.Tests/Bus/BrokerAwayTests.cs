using System.Net;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Health;
using ContactGroup.Testing;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Hosting.Tests.Bus;

public sealed class BrokerAwayTests
{
    [Fact]
    public async Task A_process_whose_broker_is_away_is_ready_and_names_it()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["Bus:Transport"] = "rabbitmq";
        builder.Configuration["Bus:Server"] = "amqp://nobody:nothing@127.0.0.1:1/";
        builder.Services.AddDataProtection();
        builder.Services.AddHealth().AddBus(builder.Configuration);
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        using var client = app.GetTestClient();

        await Eventually.IsAsync(true, async () => (await client.GetStringAsync("/health/ready")).Contains("masstransit-bus", StringComparison.Ordinal));

        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
