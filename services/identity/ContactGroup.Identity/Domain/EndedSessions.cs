using System.Collections.Concurrent;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Domain;

/// <summary>
/// Sessions that ended early and people who are suspended, in memory because every request asks. Filled from the store before the host answers
/// its first request; until then every answer is an exception, so every request is refused.
/// </summary>
internal sealed class EndedSessions(IOptions<SessionLifetimes> lifetimes, TimeProvider clock, ILogger<EndedSessions> logger) : ISessionRevocation
{
    private readonly ConcurrentDictionary<string, EndedSession> ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> suspended = new(StringComparer.Ordinal);
    private volatile bool loaded;

    public event EventHandler<SessionRevokedEventArgs> Revoked = delegate { };

    public bool IsRevoked(string session, string person, DateTimeOffset since) => loaded
        ? ended.ContainsKey(session) || suspended.ContainsKey(person)
        : throw new InvalidOperationException("The sessions that ended are not loaded yet.");

    public void Load(IReadOnlyCollection<EndedSession> sessions, IReadOnlyCollection<string> suspendedPeople)
    {
        foreach (var session in sessions)
        {
            ended[session.Id] = session;
        }

        foreach (var person in suspendedPeople)
        {
            suspended[person] = true;
        }

        loaded = true;
        IdentityLog.RevocationLoaded(logger, sessions.Count, suspendedPeople.Count);
    }

    /// <summary>Every session that ended and every person who is suspended.</summary>
    /// <exception cref="InvalidOperationException">They are not loaded yet.</exception>
    public (IReadOnlyList<SessionOver> Sessions, IReadOnlyList<string> Suspended) All() => loaded
        ? ([.. ended.Values.Select(one => one.Over)], [.. suspended.Keys])
        : throw new InvalidOperationException("The sessions that ended are not loaded yet.");

    /// <summary>A session that ended; null when it did not.</summary>
    public SessionOver? Find(string session) => ended.TryGetValue(session, out var found) ? found.Over : null;

    public void Add(IReadOnlyCollection<EndedSession> sessions, string reason)
    {
        foreach (var session in sessions)
        {
            if (!ended.TryAdd(session.Id, session))
            {
                continue;
            }

            IdentityLog.SessionEnded(logger, session.Id, session.Person, reason);
            Tell(session.Person, session.Id);
        }

        ForgetExpired();
    }

    public void Suspend(string person)
    {
        if (suspended.TryAdd(person, true))
        {
            Tell(person, session: null);
        }
    }

    // A ticket older than a session may last is refused by its age, so its session need not be remembered.
    private void ForgetExpired()
    {
        var oldest = clock.GetUtcNow() - lifetimes.Value.Session;
        foreach (var (session, _) in ended.Where(one => one.Value.StartedAt < oldest))
        {
            ended.TryRemove(session, out _);
        }
    }

    private void Tell(string person, string? session)
    {
        try
        {
            Revoked(this, new SessionRevokedEventArgs(person, session));
        }
        catch (Exception failure)
        {
            // The store and this list already say that the session is over; a listener must not undo that.
            IdentityLog.ListenerFailed(logger, failure, person);
        }
    }
}

/// <summary>A session that ended before its time.</summary>
internal sealed record EndedSession(string Id, string Person, DateTimeOffset StartedAt)
{
    /// <summary>As other processes hear of it.</summary>
    public SessionOver Over => new(Id, Person, StartedAt);
}
