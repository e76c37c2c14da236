using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The policy that present views were decided by.</summary>
internal static class PolicyRows
{
    public static Task<PolicyRow?> FindAsync(DbConnection connection) => connection.QuerySingleOrDefaultAsync<PolicyRow?>(
        "SELECT name AS Name, document AS Document, fingerprint AS Fingerprint FROM policies WHERE id = 1");

    /// <summary>
    /// Demands that decisions are made by the policy that holds in the store. Of two processes with different ones, the one that came later put its own in
    /// force; the other decides nothing more, and what it was given waits until it is started anew.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Another policy holds.</exception>
    public static async Task RequireAsync(DbConnection connection, PolicyTable mine)
    {
        var holds = await connection.QuerySingleOrDefaultAsync<string?>("SELECT fingerprint FROM policies WHERE id = 1");
        if (holds is not null && !string.Equals(holds, mine.Fingerprint, StringComparison.Ordinal))
        {
            throw new StoreUnavailableException(ReleaseStore.Name, new InvalidOperationException("Another process put another policy in force."));
        }
    }

    public static Task<int> SaveAsync(DbConnection connection, PolicySource source, PolicyTable table, long at) => connection.ExecuteAsync(
        """
        INSERT INTO policies (id, name, document, fingerprint, at) VALUES (1, @name, @document, @fingerprint, @at)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document, fingerprint = excluded.fingerprint, at = excluded.at
        """,
        new { name = table.Document.ToString(), document = source.Utf8, fingerprint = table.Fingerprint, at });
}

/// <summary>A policy as remembered.</summary>
internal sealed record PolicyRow(string Name, byte[] Document, string Fingerprint);

/// <summary>The document in force, byte for byte as it was loaded.</summary>
internal sealed record PolicySource(byte[] Utf8);
