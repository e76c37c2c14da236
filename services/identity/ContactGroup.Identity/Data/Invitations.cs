using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Domain;
using Dapper;

namespace ContactGroup.Identity.Data;

/// <summary>Invitations in the store, by the hash of their code.</summary>
internal static class Invitations
{
    public static Task AddAsync(DbConnection connection, string code, Invitation invitation, string invitedBy) => connection.ExecuteAsync(
        """
        INSERT INTO invitations (hash, organisation, administrator, invited_by, expires_at)
        VALUES (@hash, @Organisation, @administrator, @invitedBy, @expires)
        """,
        new
        {
            hash = Secrets.HashOf(code),
            invitation.Organisation,
            administrator = invitation.Organisation is null ? 1 : 0,
            invitedBy,
            expires = invitation.ExpiresAt.ToMicroseconds(),
        });

    /// <summary>An invitation that can be used now; null when it is unknown, used or expired, which look the same.</summary>
    public static async Task<Invitation?> FindAsync(DbConnection connection, string code, DateTimeOffset now)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT organisation AS Organisation, expires_at AS ExpiresAt FROM invitations WHERE hash = @hash AND used_at IS NULL AND expires_at > @now",
            new { hash = Secrets.HashOf(code), now = now.ToMicroseconds() });
        return row is null ? null : new Invitation(row.Organisation, Instants.FromMicroseconds(row.ExpiresAt));
    }

    /// <summary>Uses the invitation up. False when somebody else just did.</summary>
    public static async Task<bool> UseAsync(DbConnection connection, string code, string person, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "UPDATE invitations SET used_at = @now, used_by = @person WHERE hash = @hash AND used_at IS NULL AND expires_at > @now",
            new { hash = Secrets.HashOf(code), person, now = now.ToMicroseconds() }) == 1;

    private sealed class Row
    {
        public string? Organisation { get; init; }

        public long ExpiresAt { get; init; }
    }
}
