using System.Diagnostics;
using System.Text.Json;

namespace ContactGroup.Load.FanOut;

/// <summary>The bare hub, started as a process from this very program.</summary>
internal sealed class BarePlace : IPlace
{
    private readonly Process process;
    private readonly Uri hub;
    private readonly BareGateway? gateway;
    private readonly LeanSocket[] authors = new LeanSocket[256];
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    private BarePlace(Process process, Uri hub, BareGateway? gateway) => (this.process, this.hub, this.gateway) = (process, hub, gateway);

    public string Name => gateway is null ? "bare hub" : "bare hub behind nginx";

    /// <summary>Starts it.</summary>
    /// <param name="port">Where it listens.</param>
    /// <param name="isBehindGateway">Whether its followers come through the gateway of the distributed system; its authors never do.</param>
    public static async Task<BarePlace> StartAsync(int port, bool isBehindGateway = false)
    {
        var address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet", [typeof(BarePlace).Assembly.Location, "bare-hub", "--urls", address])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // As every web host and so ours: collectors differ most in what they keep for an idle connection.
        start.Environment["DOTNET_gcServer"] = "1";
        var started = Process.Start(start)!;
        try
        {
            await started.StandardOutput.ReadLineAsync();
            return new BarePlace(started, new Uri(address + BareHub.Path), isBehindGateway ? await BareGateway.StartAsync(port) : null);
        }
        catch
        {
            started.Kill();
            throw;
        }
    }

    public Task<Follow> MarkAsync() => Task.FromResult<Follow>(async (_, receiveBuffer) =>
    {
        var socket = new LeanSocket(receiveBuffer);
        await socket.OpenAsync(gateway is null ? hub : new Uri(gateway.Address, BareHub.Path), accessToken: null);
        await socket.SendAsync("{\"type\":1,\"invocationId\":\"join\",\"target\":\"Join\",\"arguments\":[]}\u001e");
        await socket.HearAsync("\"invocationId\":\"join\""); // From here on it misses nothing.
        return socket;
    });

    public async Task PostAsync(int author, string text)
    {
        await turns[author].WaitAsync();
        try
        {
            if (authors[author] is null)
            {
                var socket = new LeanSocket();
                await socket.OpenAsync(hub, accessToken: null);
                _ = socket.ReadAsync(_ => { });
                authors[author] = socket;
            }

            await authors[author].SendAsync(JsonSerializer.Serialize(new { type = 1, target = "Post", arguments = new[] { text } }) + "\u001e");
        }
        finally
        {
            turns[author].Release();
        }
    }

    public long Memory() => ProcessFigures.Memory([process.Id]);

    public TimeSpan Processor() => ProcessFigures.Processor([process.Id]);

    public async ValueTask DisposeAsync()
    {
        foreach (var author in authors)
        {
            author?.Dispose();
        }

        await (gateway?.DisposeAsync() ?? ValueTask.CompletedTask);
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
