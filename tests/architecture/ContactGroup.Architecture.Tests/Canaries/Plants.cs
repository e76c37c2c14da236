using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using ContactGroup.Hosting.Bus;
using MassTransit;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>
/// Leaks of this test build, one per sink, so that each search is seen to find. A request that carries <c>X-Plant: place word</c> has the word written to
/// that place by code that runs inside the host; no product code knows of it.
/// </summary>
internal sealed class Plants(RunningStandalone app) : IStartupFilter
{
    public const string Header = "X-Plant";

    private static readonly ActivitySource Source = new("planted");
    private static readonly Meter Meter = new("planted");
    private static readonly Counter<long> Counter = Meter.CreateCounter<long>("planted.count");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
    {
        builder.Use(async (context, rest) =>
        {
            if (context.Request.Headers[Header] is [{ } planted] && planted.Split(' ') is [var place, var word])
            {
                await PlantAsync(context, place, word);
            }

            await rest(context);
        });
        next(builder);
    };

    private async Task PlantAsync(HttpContext context, string place, string word)
    {
        switch (place)
        {
            case "header":
                context.Response.Headers["X-Planted"] = word;
                break;
            case "log":
                app.Services.GetRequiredService<ILogger<Plants>>().Log(LogLevel.Trace, default, word, null, (text, _) => text);
                break;
            case "scope":
                using (var log = app.Services.GetRequiredService<ILogger<Plants>>().BeginScope(word))
                {
                    app.Services.GetRequiredService<ILogger<Plants>>().Log(LogLevel.Trace, default, "inside", null, (text, _) => text);
                }

                break;
            case "span":
                Source.StartActivity("planted")!.SetTag("text", word).Stop();
                break;
            case "event":
                Source.StartActivity("planted")!.AddEvent(new ActivityEvent("planted", tags: new() { ["text"] = word })).Stop();
                break;
            case "metric":
                Counter.Add(1, new KeyValuePair<string, object?>("text", word));
                break;
            case "bus-payload":
                await PublishAsync(JsonSerializer.SerializeToUtf8Bytes(word), null);
                break;
            case "bus-header":
                await PublishAsync([], word);
                break;
            default:
                throw new InvalidOperationException($"nothing is planted in {place}");
        }
    }

    /// <summary>A batch whose payload is not sealed; no consumer can open it, so it changes nothing.</summary>
    private Task PublishAsync(byte[] payload, string? header) => app.Services.GetRequiredService<IBus>().Publish(
        new Unsealed("planted", [new SealedFact("planted", "planted", payload)]),
        context =>
        {
            if (header is not null)
            {
                context.Headers.Set("planted", header);
            }
        });

    /// <summary>Looks like a batch of facts, and nobody consumes it.</summary>
    public sealed record Unsealed(string Batch, IReadOnlyList<SealedFact> Facts);
}
