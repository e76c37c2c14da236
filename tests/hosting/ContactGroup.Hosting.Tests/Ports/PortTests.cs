using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Tests.Ports;

public sealed class PortTests : IAsyncLifetime, IDisposable
{
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly FakeClock clock = new();
    private readonly List<byte[]> onTheWire = [];
    private readonly HttpClient http = new();
    private WebApplication answering = null!;

    public async Task InitializeAsync()
    {
        answering = Build(keys, builder => builder.Services.AddSingleton<IArchive, Archive>().AddSingleton<IVault, Vault>());
        answering.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            onTheWire.Add(copy.ToArray());
            context.Request.Body.Position = 0;
            await next(context);
        });
        answering.UseProblemEdge();
        answering.MapPort<IArchive>().MapPort<IVault>();
        await answering.StartAsync();
    }

    public async Task DisposeAsync() => await answering.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task What_is_asked_and_answered_comes_as_it_was_given()
    {
        await using var asking = Ask(keys);
        var archive = asking.Services.GetRequiredService<IArchive>();

        var found = await archive.FindAsync(new Line("a", 7, new JsonObject { ["deep"] = "عربي" }, clock.GetUtcNow(), [1, 2]), null, CancellationToken.None);
        var known = await archive.KnownAsync(["b", "a"], CancellationToken.None);
        await archive.ForgetAsync("a", CancellationToken.None);

        Assert.Equal(("a", 8, "عربي", clock.GetUtcNow()), (found!.Name, found.Count, (string?)found.Content["deep"], found.At));
        Assert.Equal([1, 2], found.Bytes);
        Assert.Null(await archive.FindAsync(new Line("absent", 0, [], default, []), 3, CancellationToken.None));
        Assert.Equal(["a", "b"], known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_than_a_person_may_send_goes_from_service_to_service()
    {
        await using var asking = Ask(keys);
        var text = string.Concat(Enumerable.Repeat("عربي", 200_000));

        var found = await asking.Services.GetRequiredService<IArchive>()
            .FindAsync(new Line("a", 7, new JsonObject { ["deep"] = text }, clock.GetUtcNow(), []), null, CancellationToken.None);

        Assert.Equal(text, (string?)found!.Content["deep"]);
        Assert.InRange(onTheWire[^1].Length, 1_600_000, 2_000_000); // two bytes for each letter
    }

    [Fact]
    public async Task Nothing_of_it_is_readable_on_the_wire()
    {
        await using var asking = Ask(keys);

        await asking.Services.GetRequiredService<IArchive>().ForgetAsync("a clinic in the valley", CancellationToken.None);

        Assert.DoesNotContain("clinic", Encoding.UTF8.GetString(Assert.Single(onTheWire)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_whatever_they_send()
    {
        await using var stranger = Ask(new EphemeralDataProtectionProvider());
        await Assert.ThrowsAsync<PortUnavailableException>(
            async () => await stranger.Services.GetRequiredService<IArchive>().ForgetAsync("a", CancellationToken.None));
        await using var asking = Ask(keys);
        await asking.Services.GetRequiredService<IArchive>().ForgetAsync("a", CancellationToken.None);
        var overheard = onTheWire[^1];
        var absent = await SendAsync("/internal/IArchive/NothingAsync", overheard);

        var elsewhere = await SendAsync("/internal/IVault/OpenAsync", overheard);
        var garbage = await SendAsync("/internal/IArchive/ForgetAsync", "{}"u8.ToArray());
        clock.Advance(TimeSpan.FromMinutes(2));
        var again = await SendAsync("/internal/IArchive/ForgetAsync", overheard);

        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
        Assert.All([elsewhere, garbage, again], answer => Assert.Equal(absent, answer));
    }

    [Fact]
    public async Task A_failure_over_there_is_an_outage_here_and_a_closed_stream_is_a_closed_stream()
    {
        await using var asking = Ask(keys);
        var archive = asking.Services.GetRequiredService<IArchive>();

        await Assert.ThrowsAsync<PortUnavailableException>(async () => await archive.ForgetAsync("fails", CancellationToken.None));
        await Assert.ThrowsAsync<StreamClosedException>(async () => await archive.ForgetAsync("closed", CancellationToken.None));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_outage()
    {
        await using var asking = Ask(keys, new Uri("http://127.0.0.1:9"), TimeProvider.System);

        await Assert.ThrowsAsync<PortUnavailableException>(
            async () => await asking.Services.GetRequiredService<IArchive>().ForgetAsync("a", CancellationToken.None));
    }

    [Fact]
    public void What_waits_for_no_answer_cannot_be_a_port() =>
        Assert.Throws<NotSupportedException>(() => PortMethod.AllOf(typeof(IStreamGate)).ToList());

    private WebApplication Build(IDataProtectionProvider with, Action<WebApplicationBuilder> configure, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure(builder);
        builder.Services.AddSingleton(time ?? clock).AddProblemEdge().AddPorts().AddSingleton(with);
        return builder.Build();
    }

    private WebApplication Ask(IDataProtectionProvider with, Uri? at = null, TimeProvider? time = null) => Build(
        with,
        builder =>
        {
            builder.Configuration["Ports:Channels"] = (at ?? new Uri(answering.Urls.First())).ToString();
            builder.Services.AddRemotePort<IArchive>(ports => ports.Channels);
        },
        time);

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await http.PostAsync(new Uri(new Uri(answering.Urls.First()), path), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public interface IArchive
    {
        ValueTask<Line?> FindAsync(Line line, int? more, CancellationToken cancellationToken);

        ValueTask<IReadOnlyCollection<string>> KnownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

        ValueTask ForgetAsync(string name, CancellationToken cancellationToken);
    }

    public interface IVault
    {
        ValueTask OpenAsync(string name, CancellationToken cancellationToken);
    }

    public sealed record Line(string Name, int Count, JsonObject Content, DateTimeOffset At, byte[] Bytes);

    private sealed class Vault : IVault
    {
        public ValueTask OpenAsync(string name, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class Archive : IArchive
    {
        public ValueTask<Line?> FindAsync(Line line, int? more, CancellationToken cancellationToken) =>
            ValueTask.FromResult(more is null ? line with { Count = line.Count + 1 } : null);

        public ValueTask<IReadOnlyCollection<string>> KnownAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
            ValueTask.FromResult(names);

        public ValueTask ForgetAsync(string name, CancellationToken cancellationToken) => name switch
        {
            "fails" => throw new InvalidOperationException(name),
            "closed" => throw new StreamClosedException(),
            _ => ValueTask.CompletedTask,
        };
    }
}
