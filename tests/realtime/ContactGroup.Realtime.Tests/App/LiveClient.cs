using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>A client over the official SignalR client core. Keeps what arrives, in order.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HubConnection hub;
    private readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>();
    private readonly Channel<Head[]> beacons = Channel.CreateUnbounded<Head[]>();
    private readonly TaskCompletionSource<string> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveClient(Uri address, string? token, string? origin)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new SocketFactory(token, origin));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        builder.Services.AddSingleton<IHubProtocol>(new JsonHubProtocol(Options.Create(new JsonHubProtocolOptions())));
        hub = builder.Build();
        hub.On<Entry[]>("entries", batch => Array.ForEach(batch, entry => entries.Writer.TryWrite(entry)));
        hub.On<Head[]>("beacon", heads => beacons.Writer.TryWrite(heads));
        hub.On<string>("ended", reason => ended.TrySetResult(reason));
        hub.Closed += _ =>
        {
            entries.Writer.TryComplete();
            closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public sealed record Entry(string Stream, long Seq, long PrevSeq, string Op, string Item, System.Text.Json.JsonElement? View = null);

    public sealed record Head(string Stream, [property: System.Text.Json.Serialization.JsonPropertyName("head")] long Last, string Cursor);

    public sealed record Answer(string[] Accepted, string[] Refused);

    /// <summary>Why the server ended the connection.</summary>
    public Task<string> Ended => ended.Task.WaitAsync(Patience);

    /// <summary>Completes when the connection is closed.</summary>
    public Task Closed => closed.Task.WaitAsync(Patience);

    public static async Task<LiveClient> ConnectAsync(Uri address, string? token, string? origin = null, string query = "")
    {
        var client = new LiveClient(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/live", Query = query }.Uri, token, origin);
        await client.hub.StartAsync().WaitAsync(Patience);
        return client;
    }

    public Task<Answer> SubscribeAsync(params (string Stream, string Cursor)[] streams) =>
        CallAsync(streams.Select(one => new { stream = one.Stream, cursor = one.Cursor }));

    public Task<Answer> ResumeAsync(string stream, string cursor, long seen) => CallAsync(new[] { new { stream, cursor, seen } });

    public Task<Answer> CallAsync(object argument) => hub.InvokeAsync<Answer>("Subscribe", argument).WaitAsync(Patience);

    /// <summary>The next entries, in the order of their arrival.</summary>
    public async Task<IReadOnlyList<Entry>> TakeAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var taken = new List<Entry>(count);
        while (taken.Count < count)
        {
            taken.Add(await entries.Reader.ReadAsync(patience.Token));
        }

        return taken;
    }

    /// <summary>Everything that arrived and was not taken.</summary>
    public IReadOnlyList<Entry> Rest()
    {
        var rest = new List<Entry>();
        while (entries.Reader.TryRead(out var entry))
        {
            rest.Add(entry);
        }

        return rest;
    }

    public async Task<IReadOnlyList<Head>> NextBeaconAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await beacons.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
