using System.Collections.Concurrent;
using System.Text;

namespace ContactGroup.Testing;

/// <summary>A collector of measurements in the process of the test: keeps every byte that was sent to it.</summary>
public sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> received = new();
    private readonly WebApplication app;

    private TelemetryReceiver(WebApplication app) => this.app = app;

    /// <summary>Its address.</summary>
    public string Address => app.Urls.First();

    /// <summary>How often something was sent.</summary>
    public int Count => received.Count;

    /// <summary>Starts one on a free port.</summary>
    public static async Task<TelemetryReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new TelemetryReceiver(builder.Build());
        receiver.app.MapPost("/v1/metrics", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Whether a word is in what was sent so far. Text stands in the bytes as it is.</summary>
    public bool Has(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return received.Any(message => message.AsSpan().IndexOf(bytes) >= 0);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
