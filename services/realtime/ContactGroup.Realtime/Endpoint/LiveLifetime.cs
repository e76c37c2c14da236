using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Endpoint;

/// <summary>Takes hold of each connection as it opens: frames go to it directly, not through groups that know neither queues nor rights.</summary>
internal sealed class LiveLifetime(
    LiveConnections connections, ConnectionLimit limit, ILease lease, ISessionRevocation revocation, IOptions<RealtimeOptions> options,
    ILogger<DefaultHubLifetimeManager<LiveHub>> frameworkLogger, ILogger<LiveLifetime> logger)
    : DefaultHubLifetimeManager<LiveHub>(frameworkLogger)
{
    private static readonly object Key = typeof(LiveConnection);
    private readonly int unsentBytes = options.Value.UnsentKilobytes * 1024;

    /// <summary>The live connection of a call to the hub.</summary>
    public static LiveConnection ConnectionOf(HubCallerContext context) => (LiveConnection)context.Items[Key]!;

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        if (ParticipantClaims.Read(connection.User) is not { } ticket)
        {
            connection.Abort();
            return;
        }

        var who = ticket.Participant;
        var (live, ofPerson) = connections.Add(lease.Guard(new HubSocket(connection, unsentBytes)), who);
        connection.Items[Key] = live;
        RealtimeLog.Opened(logger, live.Id, who.PersonId);
        if (!await limit.HasRoomAsync(who.PersonId, ofPerson))
        {
            End(live, EndReason.TooMany);
        }
        else if (!lease.Holds)
        {
            // Without the lease no reason goes out either, and nothing was handed over that would have to be thrown away.
            RealtimeLog.Ended(logger, live.Id, who.PersonId, EndReason.Unavailable);
            live.Close();
            connection.Abort();
        }
        else if (revocation.IsRevoked(who.SessionId, who.PersonId, ticket.Since))
        {
            // It ended between the check of the ticket and the entry in the registry, so nobody has told this connection.
            End(live, EndReason.Session);
        }
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (connection.Items[Key] is LiveConnection live)
        {
            connections.Remove(live);
            RealtimeLog.Closed(logger, live.Id, live.Who.PersonId);
            await limit.LessAsync(live.Who.PersonId);
        }

        await base.OnDisconnectedAsync(connection);
    }

    private void End(LiveConnection live, string reason)
    {
        RealtimeLog.Ended(logger, live.Id, live.Who.PersonId, reason);
        _ = live.EndAsync(reason);
    }
}
