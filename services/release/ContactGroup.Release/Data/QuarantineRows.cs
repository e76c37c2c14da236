using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What a coordinator settled about a quarantined version. Stored as a number: never renumber.</summary>
internal enum QuarantineState
{
    /// <summary>It is marked, and it stays where it is.</summary>
    Upheld = 0,

    /// <summary>Back to its author, who may write it without what looks like a marking.</summary>
    Returned = 1,
}

/// <summary>A coordinator's decision about one version of an item that is quarantined.</summary>
internal sealed record QuarantineRow(string Item, long Version, long State, string Reason, long DecidedAt, string DecidedBy, string DecidedByName)
{
    public QuarantineState Progress => (QuarantineState)State;
}

/// <summary>What coordinators settled about what is quarantined, by version: the next marked version comes before them again.</summary>
internal static class QuarantineRows
{
    public static Task<QuarantineRow?> FindAsync(DbConnection connection, string item, long version) =>
        connection.QuerySingleOrDefaultAsync<QuarantineRow?>(
            """
            SELECT item AS Item, version AS Version, state AS State, reason AS Reason, decided_at AS DecidedAt, decided_by AS DecidedBy,
                decided_by_name AS DecidedByName
            FROM quarantine_decisions WHERE item = @item AND version = @version
            """,
            new { item, version });

    public static Task<int> AddAsync(DbConnection connection, QuarantineRow row) =>
        connection.ExecuteAsync(
            """
            INSERT INTO quarantine_decisions (item, version, state, reason, decided_at, decided_by, decided_by_name)
            VALUES (@Item, @Version, @State, @Reason, @DecidedAt, @DecidedBy, @DecidedByName)
            """,
            row);
}
