using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Domain;
using ContactGroup.Identity.OpenId;
using Dapper;

namespace ContactGroup.Identity.Data;

/// <summary>Who of outside is who here, by issuer and the hash of the subject.</summary>
internal static class OutsideIdentities
{
    /// <summary>Id of the person; null when the identity is bound to nobody.</summary>
    public static Task<string?> FindAsync(DbConnection connection, OutsideIdentity identity) => connection.ExecuteScalarAsync<string?>(
        "SELECT person FROM outside_identities WHERE issuer = @Issuer AND subject_hash = @hash", new { identity.Issuer, hash = HashOf(identity) });

    /// <summary>Binds an identity to a person. False when it is bound already, to whomever, or the person has one.</summary>
    public static async Task<bool> BindAsync(DbConnection connection, OutsideIdentity identity, string person, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO outside_identities (issuer, subject_hash, person, bound_at) VALUES (@Issuer, @hash, @person, @at)
            ON CONFLICT DO NOTHING
            """,
            new { identity.Issuer, hash = HashOf(identity), person, at = now.ToMicroseconds() }) == 1;

    /// <summary>Uses up the state of a sign-in. False when it was used before.</summary>
    public static async Task<bool> UseStateAsync(DbConnection connection, PendingSignIn pending, DateTimeOffset now)
    {
        await connection.ExecuteAsync(
            "DELETE FROM outside_states WHERE used_at < @before", new { before = (now - (2 * PendingSignIn.Longest)).ToMicroseconds() });
        return await connection.ExecuteAsync(
            "INSERT INTO outside_states (hash, used_at) VALUES (@hash, @at) ON CONFLICT DO NOTHING",
            new { hash = Secrets.HashOf(pending.State), at = now.ToMicroseconds() }) == 1;
    }

    // No issuer has a line break in it, so no two identities hash alike.
    private static string HashOf(OutsideIdentity identity) => Secrets.HashOf($"{identity.Issuer}\n{identity.Subject}");
}
