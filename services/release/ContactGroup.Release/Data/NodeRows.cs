using System.Data.Common;
using ContactGroup.Contracts.Release;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Processes with live connections.</summary>
internal static class NodeRows
{
    public static Task<int> RenewAsync(DbConnection connection, LiveNode node, long at) => connection.ExecuteAsync(
        """
        INSERT INTO live_nodes (node, process, address, renewed_at) VALUES (@Name, @Process, @address, @at)
        ON CONFLICT (node) DO UPDATE SET process = excluded.process, address = excluded.address, renewed_at = excluded.renewed_at
        """,
        new { node.Name, node.Process, address = node.Address.ToString(), at });

    /// <summary>The process that had this name until now; null when it is the same one, or the first.</summary>
    public static Task<string?> FormerAsync(DbConnection connection, LiveNode node) => connection.QuerySingleOrDefaultAsync<string?>(
        "SELECT process FROM live_nodes WHERE node = @Name AND process <> @Process", new { node.Name, node.Process });

    /// <summary>Those whose leave may still last.</summary>
    public static async Task<IReadOnlyList<NodeRow>> SinceAsync(DbConnection connection, long since) =>
        (await connection.QueryAsync<NodeRow>(
            "SELECT node AS Node, address AS Address, renewed_at AS RenewedAt FROM live_nodes WHERE renewed_at >= @since ORDER BY node", new { since })).AsList();
}

/// <summary>A process with live connections.</summary>
internal sealed record NodeRow(string Node, string Address, long RenewedAt);
