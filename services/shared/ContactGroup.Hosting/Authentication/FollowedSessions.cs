using System.Collections.Concurrent;
using ContactGroup.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// Which sessions are over, in a process apart from identity: follows what identity tells. When nothing is heard for a while it is not known any more, and
/// every request is refused.
/// </summary>
internal sealed class FollowedSessions(
    IEndedSessions identity, IOptions<SessionLifetimes> lifetimes, TimeProvider clock, ILogger<FollowedSessions> log) : BackgroundService, ISessionRevocation
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> suspended = new(StringComparer.Ordinal);
    private long heard;

    public event EventHandler<SessionRevokedEventArgs> Revoked = delegate { };

    /// <summary>Whether it is known now which sessions are over.</summary>
    public bool AreKnown => Volatile.Read(ref heard) is var at && at != 0 && clock.GetElapsedTime(at) < GoodFor;

    public bool IsRevoked(string session, string person, DateTimeOffset since) => AreKnown
        ? ended.ContainsKey(session) || suspended.ContainsKey(person)
        : throw new InvalidOperationException("It is not known which sessions ended: identity was not heard.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SessionMark? mark = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var asked = clock.GetTimestamp();
                var endings = await identity.AfterAsync(mark, stoppingToken);
                Take(endings);
                mark = endings.Mark;
                Volatile.Write(ref heard, asked);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                AuthenticationLog.IdentityNotHeard(log, failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private void Take(SessionEndings endings)
    {
        foreach (var over in endings.Sessions)
        {
            if (ended.TryAdd(over.Session, over.Since))
            {
                Revoked(this, new SessionRevokedEventArgs(over.Person, over.Session));
            }
        }

        foreach (var person in endings.Suspended)
        {
            if (suspended.TryAdd(person, true))
            {
                Revoked(this, new SessionRevokedEventArgs(person, session: null));
            }
        }

        // A ticket older than a session may last is refused by its age.
        var oldest = clock.GetUtcNow() - lifetimes.Value.Session;
        foreach (var (session, _) in ended.Where(one => one.Value < oldest))
        {
            ended.TryRemove(session, out _);
        }
    }
}
