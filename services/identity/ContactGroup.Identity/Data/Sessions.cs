using System.Data.Common;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Domain;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Data;

/// <summary>Sessions and their refresh tokens. However somebody signs in, a session starts here; however it ends, it ends here.</summary>
internal sealed class Sessions(
    [FromKeyedServices(IdentityModule.Name)] ModuleStore store, EndedSessions ended, IOptions<SessionLifetimes> lifetimes, TimeProvider clock,
    ILogger<Sessions> logger)
{
    /// <summary>Starts a session; null when the account changed or was suspended since its password was checked.</summary>
    public async Task<RunningSession?> StartAsync(Account account, bool refreshable, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToStorePrecision();
        var session = Contracts.Ids.New();
        var started = await store.WriteAsync(
            async scope =>
            {
                var unchanged = await scope.Connection.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM people WHERE id = @Id AND security_stamp = @SecurityStamp", new { account.Id, account.SecurityStamp }) == 1;
                if (!unchanged || await People.FindAsync(scope.Connection, account.Id, session) is not { } participant)
                {
                    return null;
                }

                await FailedSignIns.ForgetAsync(scope, account.NameKey!);
                await ForgetExpiredAsync(scope, now);
                await scope.Connection.ExecuteAsync(
                    "INSERT INTO sessions (id, person, started_at, ends_at) VALUES (@session, @person, @at, @ends)",
                    new { session, person = account.Id, at = now.ToMicroseconds(), ends = (now + lifetimes.Value.Session).ToMicroseconds() });
                return new RunningSession(participant, now, refreshable ? await AddRefreshTokenAsync(scope, session, now) : null);
            },
            cancellationToken);
        if (started is not null)
        {
            IdentityLog.SessionStarted(logger, session, account.Id);
        }

        return started;
    }

    /// <summary>Takes a refresh token in exchange for the next one; null when it does not count. A token that comes twice ends its session.</summary>
    public async Task<RunningSession?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = Secrets.HashOf(refreshToken);
        if (await store.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM refresh_tokens WHERE hash = @hash", new { hash }), cancellationToken) == 0)
        {
            return null; // Anybody may guess; guesses do not stand in line with those who write.
        }

        return await store.WriteAsync(
            async scope =>
            {
                var row = await scope.Connection.QuerySingleOrDefaultAsync<RefreshRow>(
                    """
                    SELECT s.id AS Session, s.person AS Person, s.started_at AS StartedAt, t.used_at AS UsedAt
                    FROM refresh_tokens t JOIN sessions s ON s.id = t.session
                    WHERE t.hash = @hash AND s.ended_at IS NULL AND s.ends_at > @at
                    """,
                    new { hash, at = now.ToMicroseconds() });
                if (row is null)
                {
                    return null;
                }

                if (row.UsedAt is not null)
                {
                    // Either its owner or a thief has the next one, and we cannot tell who asks: nobody goes on.
                    scope.AfterCommit(() => IdentityLog.RefreshReused(logger, row.Session));
                    await EndAsync(scope, "id = @id", row.Session, SessionEnd.RefreshReused);
                    return null;
                }

                if (await People.FindAsync(scope.Connection, row.Person, row.Session) is not { } participant)
                {
                    return null;
                }

                await scope.Connection.ExecuteAsync("UPDATE refresh_tokens SET used_at = @at WHERE hash = @hash", new { hash, at = now.ToMicroseconds() });
                return new RunningSession(participant, Instants.FromMicroseconds(row.StartedAt), await AddRefreshTokenAsync(scope, row.Session, now));
            },
            cancellationToken);
    }

    /// <summary>Ends one session.</summary>
    public Task EndAsync(string session, string reason, CancellationToken cancellationToken) =>
        store.WriteAsync(scope => EndAsync(scope, "id = @id", session, reason), cancellationToken);

    /// <summary>Ends every session of a person, in the transaction of what ends them.</summary>
    public Task<int> EndAllOfPersonAsync(WriteScope scope, string person, string reason) => EndAsync(scope, "person = @id", person, reason);

    /// <summary>Ends every session of an organisation's people, in the transaction of what ends them.</summary>
    public Task<int> EndAllOfOrganisationAsync(WriteScope scope, string organisation, string reason) =>
        EndAsync(scope, "person IN (SELECT id FROM people WHERE organisation = @id)", organisation, reason);

    /// <summary>Sessions that ended early and whose tickets could still be around.</summary>
    public async Task<IReadOnlyCollection<EndedSession>> EndedAsync(DbConnection connection)
    {
        var rows = await connection.QueryAsync<EndedRow>(
            "SELECT id AS Id, person AS Person, started_at AS StartedAt FROM sessions WHERE ended_at IS NOT NULL AND started_at > @oldest",
            new { oldest = (clock.GetUtcNow() - lifetimes.Value.Session).ToMicroseconds() });
        return [.. rows.Select(row => row.ToEnded())];
    }

    private async Task<int> EndAsync(WriteScope scope, string which, string id, string reason)
    {
        var rows = await scope.Connection.QueryAsync<EndedRow>(
            $"""
            UPDATE sessions SET ended_at = COALESCE(ended_at, @at), ended_because = COALESCE(ended_because, @reason)
            WHERE started_at > @oldest AND {which}
            RETURNING id AS Id, person AS Person, started_at AS StartedAt
            """,
            new { id, reason, at = clock.GetUtcNow().ToMicroseconds(), oldest = (clock.GetUtcNow() - lifetimes.Value.Session).ToMicroseconds() });
        EndedSession[] sessions = [.. rows.Select(row => row.ToEnded())];

        // INVARIANT: the list in memory learns of it before anybody is told that it is done. Also of those that had ended: when the store took an ending and
        // its answer got lost, nobody was told, and the command comes again.
        scope.AfterCommit(() => ended.Add(sessions, reason));
        return sessions.Length;
    }

    private static async Task<string> AddRefreshTokenAsync(WriteScope scope, string session, DateTimeOffset now)
    {
        var token = Secrets.NewRefreshToken();
        await scope.Connection.ExecuteAsync(
            "INSERT INTO refresh_tokens (hash, session, issued_at) VALUES (@hash, @session, @at)",
            new { hash = Secrets.HashOf(token), session, at = now.ToMicroseconds() });
        return token;
    }

    // Kept as long as any configuration lets a ticket live: a longer setting after a restart must not revive what was forgotten.
    private static Task ForgetExpiredAsync(WriteScope scope, DateTimeOffset now) => scope.Connection.ExecuteAsync(
        "DELETE FROM sessions WHERE ends_at < @at AND started_at < @oldest",
        new { at = now.ToMicroseconds(), oldest = (now - SessionLifetimes.Longest).ToMicroseconds() });

    private sealed class RefreshRow
    {
        public string Session { get; init; } = "";

        public string Person { get; init; } = "";

        public long StartedAt { get; init; }

        public long? UsedAt { get; init; }
    }

    private sealed class EndedRow
    {
        public string Id { get; init; } = "";

        public string Person { get; init; } = "";

        public long StartedAt { get; init; }

        public EndedSession ToEnded() => new(Id, Person, Instants.FromMicroseconds(StartedAt));
    }
}

/// <summary>A session with whom it is for, when it started, and, unless it lives in a cookie, its next refresh token.</summary>
internal sealed record RunningSession(Participant Participant, DateTimeOffset Since, string? RefreshToken);
