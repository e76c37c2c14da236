using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Tests.Telemetry;

public sealed class TelemetryTests : IAsyncLifetime, IDisposable
{
    private const string Canary = "canary-of-telemetry";
    private readonly TemporaryFolder folder = new();
    private TelemetryReceiver receiver = null!;

    public async Task InitializeAsync() => receiver = await TelemetryReceiver.StartAsync();

    public async Task DisposeAsync() => await receiver.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_an_operator_needs_is_sent()
    {
        await using var app = await StartAsync($"--Telemetry:Endpoint={receiver.Address}");

        await PostAsync(app);

        foreach (var name in (string[])["http.server.request.duration", "/api/things/{thing}", "contactgroup.outbox.waiting", "contactgroup.facts.parked", "contactgroup.deadlines.overdue", "contactgroup.deadlines.age", "contactgroup.deadlines.failing", "contactgroup.store.answers", "dotnet.process.cpu.time"])
        {
            await Eventually.IsAsync(true, () => Task.FromResult(receiver.Has(name)));
        }
    }

    [Fact]
    public async Task Nothing_of_a_request_is_sent_but_its_route_and_how_it_ended()
    {
        await using (var app = await StartAsync($"--Telemetry:Endpoint={receiver.Address}"))
        {
            await PostAsync(app);
            await app.StopAsync();
        }

        Assert.True(receiver.Has("/api/things/{thing}"));
        Assert.False(receiver.Has(Canary));
    }

    [Fact]
    public async Task What_nobody_allowed_stays_here_whoever_measures_it()
    {
        await using (var app = await StartAsync($"--Telemetry:Endpoint={receiver.Address}"))
        {
            using var meter = app.Services.GetRequiredService<IMeterFactory>().Create("ContactGroup.Careless");
            meter.CreateCounter<long>("careless.reads").Add(1, new KeyValuePair<string, object?>("person", Canary), new KeyValuePair<string, object?>("store", "kept"));
            await app.StopAsync();
        }

        Assert.True(receiver.Has("careless.reads"));
        Assert.True(receiver.Has("kept"));
        Assert.False(receiver.Has(Canary));
    }

    [Theory]
    [InlineData("--Telemetry:Endpoint=")]
    [InlineData("--Telemetry:IntervalSeconds=1")]
    public async Task Without_an_address_nothing_measures_and_nothing_is_sent(string setting)
    {
        await using var app = await StartAsync(setting);

        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service.GetType().Namespace == "ContactGroup.Hosting.Telemetry");
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_at_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("--Telemetry:Endpoint=collector"));

        Assert.Contains("Telemetry:Endpoint", refused.Message, StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(params string[] settings)
    {
        var storage = TestStorage.Settings(folder, "things").Select(setting => $"--{setting.Key}={setting.Value}");
        var builder = ServiceHost.Create(["--urls=http://127.0.0.1:0", .. storage, "--Telemetry:IntervalSeconds=1", .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddModuleStore("things", typeof(TelemetryTests).Assembly).AddBus(builder.Configuration);
        var app = builder.BuildService();
        app.MapPost("/api/things/{thing}", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
        await app.StartAsync();
        return app;
    }

    private static async Task PostAsync(WebApplication app)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.First()}/api/things/{Canary}?q={Canary}");
        request.Content = new StringContent(Canary, Encoding.UTF8, "text/plain");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Canary, "1.0"));
        using var answer = await client.SendAsync(request);
        Assert.Equal(Canary, await answer.Content.ReadAsStringAsync());
    }
}
