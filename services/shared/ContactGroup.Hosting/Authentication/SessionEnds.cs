using ContactGroup.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>Whether a session is over: its time, a restored backup, or because somebody ended it. An exception when that cannot be said: then it counts as over.</summary>
internal sealed class SessionEnds(IOptions<SessionLifetimes> lifetimes, RestoredAt restored, IServiceProvider services, TimeProvider clock)
{
    public bool IsOver(ReadTicket ticket)
    {
        var (participant, since) = ticket;
        var revocation = services.GetRequiredService<ISessionRevocation>();
        return clock.GetUtcNow() >= since + lifetimes.Value.Session
            || restored.Ends(since)
            || revocation.IsRevoked(participant.SessionId, participant.PersonId, since);
    }
}
