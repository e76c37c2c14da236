using System.Collections.Concurrent;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>Identity as live connections see it: which sessions are over.</summary>
internal sealed class FakeSessions : ISessionRevocation
{
    private readonly ConcurrentDictionary<string, bool> over = new(StringComparer.Ordinal);

    public event EventHandler<SessionRevokedEventArgs>? Revoked;

    public bool IsRevoked(string session, string person, DateTimeOffset since) => over.ContainsKey(session) || over.ContainsKey(person);

    public void End(string person, string? session)
    {
        over[session ?? person] = true;
        Revoked?.Invoke(this, new SessionRevokedEventArgs(person, session));
    }
}
