using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// Ends live connections when rights or sessions end. What is queued is discarded before the call that ended the right goes on; the client connects
/// again and follows what it may still follow.
/// </summary>
internal sealed class RightsEndings(LiveConnections connections, ISessionRevocation revocation, ILogger<RightsEndings> logger) : IRightsGate, IHostedService
{
    public async ValueTask EndAsync(string person, MembershipEnd end, CancellationToken cancellationToken)
    {
        var goodbyes = connections.OfPerson(person)
            .Where(connection => connection.TouchesGroup(end.Group))
            .Select(connection => End(connection, EndReason.Rights));
        await Task.WhenAll(goodbyes).WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        revocation.Revoked += OnRevoked;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        revocation.Revoked -= OnRevoked;
        return Task.CompletedTask;
    }

    // Queues are empty when this returns; the goodbye goes on by itself, because handlers of the event must not wait.
    private void OnRevoked(object? sender, SessionRevokedEventArgs ended)
    {
        foreach (var connection in connections.OfPerson(ended.Person))
        {
            if (ended.Session is null || string.Equals(ended.Session, connection.Who.SessionId, StringComparison.Ordinal))
            {
                _ = End(connection, EndReason.Session);
            }
        }
    }

    private Task End(LiveConnection connection, string reason)
    {
        RealtimeLog.Ended(logger, connection.Id, connection.Who.PersonId, reason);
        return connection.EndAsync(reason);
    }
}
