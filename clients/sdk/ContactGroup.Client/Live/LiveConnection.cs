using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using ContactGroup.Client.Sessions;
using ContactGroup.Client.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactGroup.Client.Live;

/// <summary>One connection to the live hub: signals go into a bounded channel, which completes when the connection has ended.</summary>
internal sealed class LiveConnection : IAsyncDisposable
{
    // Over a slow line a message takes a while, and the server is silent meanwhile.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly HubConnection hub;
    private readonly Channel<Signal> signals;
    private int dropped;

    private LiveConnection(HubConnection hub, int frameLimit)
    {
        this.hub = hub;
        signals = Channel.CreateBounded<Signal>(new BoundedChannelOptions(frameLimit) { SingleReader = true });
        hub.On<Entry[]>("entries", entries => Add(new Signal.Frames(entries)));
        hub.On<StreamHead[]>("beacon", heads => Add(new Signal.Beacon(heads)));
        hub.On<JsonElement>("ended", reason =>
        {
            IsToldWhy = true;
            End(reason.ToString());
        });
        hub.Closed += failure =>
        {
            End(failure?.Message);
            return Task.CompletedTask;
        };
    }

    public ChannelReader<Signal> Signals => signals.Reader;

    /// <summary>Why the connection ended, as far as known.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>Whether the server said why it ends.</summary>
    public bool IsToldWhy { get; private set; }

    /// <summary>True once after signals were let go because too many were waiting.</summary>
    public bool TakeDropped() => Interlocked.Exchange(ref dropped, 0) != 0;

    public static async Task<LiveConnection> OpenAsync(Uri address, SessionKeeper sessions, int frameLimit, CancellationToken cancellationToken)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(sessions));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        builder.Services.AddSingleton<IHubProtocol>(
            new JsonHubProtocol(Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = Wire.Json })));
        var built = builder.Build();
        built.ServerTimeout = Silence;
        var connection = new LiveConnection(built, frameLimit);
        try
        {
            await connection.hub.StartAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public Task<Subscribed> SubscribeAsync(IEnumerable<SubscribeFrom> streams, CancellationToken cancellationToken) =>
        hub.InvokeAsync<Subscribed>("Subscribe", streams.ToArray(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        signals.Writer.TryComplete();
        await hub.DisposeAsync().ConfigureAwait(false);
    }

    private void Add(Signal signal)
    {
        if (!signals.Writer.TryWrite(signal))
        {
            Interlocked.Exchange(ref dropped, 1);
        }
    }

    private void End(string? reason)
    {
        EndedBecause ??= reason;
        signals.Writer.TryComplete();
    }
}
