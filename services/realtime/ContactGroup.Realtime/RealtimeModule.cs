using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Web;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Endpoint;
using ContactGroup.Realtime.Facts;
using ContactGroup.Realtime.Nodes;
using ContactGroup.Realtime.Streams;
using MassTransit;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime;

/// <summary>Live connections: pushes what release gave, and nothing else.</summary>
public static class RealtimeModule
{
    private const int BufferBytes = 64 * 1024;

    // All that waits to be sent goes as one message of the socket, of which a browser sees nothing before its end.
    private const int WaitingBytes = 16 * 1024;

    /// <summary>Adds the module. Needs an <c>IStreamReader</c>, an <c>IReadingRecord</c> and an <c>ISessionRevocation</c> in the process.</summary>
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddCheckedOptions<RealtimeOptions>(RealtimeOptions.Section);
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<ConnectionLimit>();
        services.AddHostedService(provider => provider.GetRequiredService<ConnectionLimit>());
        services.AddSingleton<RealtimeMeter>();
        services.AddSingleton<StreamBacklog>();
        services.AddSingleton<Topics>();
        services.AddSingleton<SubscribeTurns>();
        services.AddSingleton<IStreamGate, StreamGate>();
        services.AddSingleton<ReadingEnds>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadingEnds>());
        services.AddSingleton<RightsEndings>();
        services.AddSingleton<IRightsGate>(provider => provider.GetRequiredService<RightsEndings>());
        services.AddHostedService(provider => provider.GetRequiredService<RightsEndings>());
        services.AddSingleton<Beacons>();
        services.AddHostedService<BeaconPace>();
        services.AddHostedService<SlowConnections>();
        services.AddSignalR(Bound).AddJsonProtocol(json => Wire.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<HubLifetimeManager<LiveHub>, LiveLifetime>();
        services.TryAddSingleton<ILease, SameProcess>();
        services.AddHostedService<LeaseMeter>();
        return services;
    }

    /// <summary>Makes this process one of several with live connections, apart from release: it shows something only by a lease. Call it first.</summary>
    public static IServiceCollection AddRealtimeNode(this IServiceCollection services)
    {
        services.AddSingleton<NodeStreams>();
        services.AddSingleton<NodeLease>();
        services.AddSingleton<ILease>(provider => provider.GetRequiredService<NodeLease>());
        services.AddHostedService(provider => provider.GetRequiredService<NodeLease>());
        services.AddSingleton<ILiveGate, LiveGate>();
        return services;
    }

    /// <summary>Answers internal calls of release.</summary>
    public static IEndpointRouteBuilder MapRealtimePorts(this IEndpointRouteBuilder app) => app.MapPort<ILiveGate>();

    /// <summary>Maps the hub at <c>/hubs/live</c>.</summary>
    public static IEndpointRouteBuilder MapRealtime(this IEndpointRouteBuilder app)
    {
        var stuck = app.ServiceProvider.GetRequiredService<IOptions<RealtimeOptions>>().Value.StuckWriteSeconds;
        app.MapHub<LiveHub>(SessionSchemes.HubPath + "/live", connection =>
            {
                // One transport: where it does not pass, clients read streams over HTTP, from the same cursors.
                connection.Transports = HttpTransportType.WebSockets;
                connection.CloseOnAuthenticationExpiration = true;
                connection.TransportMaxBufferSize = WaitingBytes;
                connection.ApplicationMaxBufferSize = BufferBytes;
                connection.TransportSendTimeout = TimeSpan.FromSeconds(stuck);
            })
            .RequireAuthorization()
            .DisableRequestTimeout()
            .Add(endpoint => endpoint.RequestDelegate = OriginGuard.Before(MessageLength.Before(endpoint.RequestDelegate!), app.ServiceProvider));
        return app;
    }

    /// <summary>Adds the consumers of released frames and of ended memberships.</summary>
    public static void AddRealtimeConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFactConsumer<LiveFrames, Contracts.Release.Released>("realtime-frames", everyInstance: true);
        bus.AddFactConsumer<LeftGroups, MembershipChanged>("realtime-left-groups", everyInstance: true);
    }

    private static void Bound(HubOptions hub)
    {
        hub.SupportedProtocols = [HubMessages.Protocol];
        hub.EnableDetailedErrors = false;
        hub.MaximumReceiveMessageSize = BufferBytes;
        hub.MaximumParallelInvocationsPerClient = 1;
    }
}
