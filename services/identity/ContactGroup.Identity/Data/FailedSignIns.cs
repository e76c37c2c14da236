using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Domain;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Data;

/// <summary>
/// Locks account names after failures in a row. The framework's own lockout reads, adds and writes, so that parallel guesses count as one, and
/// it works only on accounts that exist; here an attempt counts before its password is looked at, in one statement, for any name.
/// </summary>
internal sealed class FailedSignIns(
    [FromKeyedServices(IdentityModule.Name)] ModuleStore store, IOptions<SignInLimits> limits, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Counts an attempt as failed. False when the name is locked.</summary>
    public Task<bool> CountAsync(string nameKey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var window = TimeSpan.FromMinutes(limits.Value.LockMinutes);
        return store.WriteAsync(
            async scope =>
            {
                await scope.Connection.ExecuteAsync(
                    "DELETE FROM sign_in_attempts WHERE last_at < @before", new { before = (now - Kept).ToMicroseconds() });
                return await scope.Connection.QuerySingleAsync<long>(
                    """
                    INSERT INTO sign_in_attempts (name_hash, failures, locked_until, refused, last_at)
                    VALUES (@name, 1, CASE WHEN @limit = 1 THEN @lockedUntil ELSE 0 END, 0, @now)
                    ON CONFLICT (name_hash) DO UPDATE SET
                        refused = CASE WHEN sign_in_attempts.locked_until > @now THEN 1 ELSE 0 END,
                        failures = CASE
                            WHEN sign_in_attempts.locked_until > @now THEN sign_in_attempts.failures
                            WHEN sign_in_attempts.failures >= @limit OR sign_in_attempts.last_at <= @windowStart THEN 1
                            ELSE sign_in_attempts.failures + 1 END,
                        locked_until = CASE
                            WHEN sign_in_attempts.locked_until > @now THEN sign_in_attempts.locked_until
                            WHEN @limit = 1 THEN @lockedUntil
                            WHEN sign_in_attempts.failures = @limit - 1 AND sign_in_attempts.last_at > @windowStart THEN @lockedUntil
                            ELSE 0 END,
                        last_at = @now
                    RETURNING refused
                    """,
                    new
                    {
                        name = Secrets.HashOf(nameKey),
                        limit = limits.Value.Failures,
                        now = now.ToMicroseconds(),
                        windowStart = (now - window).ToMicroseconds(),
                        lockedUntil = (now + window).ToMicroseconds(),
                    }) == 0;
            },
            cancellationToken);
    }

    /// <summary>Forgets the failures after a success, in the transaction that starts the session.</summary>
    public static Task ForgetAsync(WriteScope scope, string nameKey) =>
        scope.Connection.ExecuteAsync("DELETE FROM sign_in_attempts WHERE name_hash = @name", new { name = Secrets.HashOf(nameKey) });
}
