using System.Data.Common;
using ContactGroup.Contracts.Release;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Processes with live connections.</summary>
internal static class NodeRows
{
    public static Task<int> RenewAsync(DbConnection connection, LiveNode node, long at) => connection.ExecuteAsync(
        """
        INSERT INTO live_nodes (process, node, address, renewed_at) VALUES (@Process, @Name, @address, @at)
        ON CONFLICT (process) DO UPDATE SET node = excluded.node, address = excluded.address, renewed_at = excluded.renewed_at
        """,
        new { node.Name, node.Process, address = node.Address.ToString(), at });

    /// <summary>Processes that did not renew since an instant.</summary>
    public static async Task<IReadOnlyList<string>> GoneAsync(DbConnection connection, long since) =>
        (await connection.QueryAsync<string>("SELECT process FROM live_nodes WHERE renewed_at < @since", new { since })).AsList();

    public static Task<int> ForgetAsync(DbConnection connection, string process) =>
        connection.ExecuteAsync("DELETE FROM live_nodes WHERE process = @process", new { process });

    public static async Task<IReadOnlyList<NodeRow>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<NodeRow>(
            "SELECT process AS Process, node AS Node, address AS Address, renewed_at AS RenewedAt FROM live_nodes ORDER BY process")).AsList();
}

/// <summary>A process with live connections.</summary>
internal sealed record NodeRow(string Process, string Node, string Address, long RenewedAt);
