using System.Data.Common;
using System.Text.Json;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>State of a request that an item goes further. Stored as a number: never renumber.</summary>
internal enum WideningState
{
    /// <summary>Waits for the owner.</summary>
    Asked = 0,

    /// <summary>The owner consented.</summary>
    Consented = 1,

    /// <summary>The owner declined, or took a consent back.</summary>
    Declined = 2,
}

/// <summary>A coordinator's request that an item goes further.</summary>
internal sealed record WideningRow(
    string Widening, string Item, string Target, string Reason, string Proposals, string Fields, long State, long AskedAt, string AskedBy, string AskedByName, string? ReleaseTo)
{
    public WideningState Progress => (WideningState)State;

    public IReadOnlyList<Proposal> Proposed => JsonSerializer.Deserialize<Proposal[]>(Proposals, ViewJson.Options) ?? [];
}

/// <summary>Requests that items go further.</summary>
internal static class WideningRows
{
    private const string Columns =
        """
        widening AS Widening, item AS Item, target AS Target, reason AS Reason, proposals AS Proposals, fields AS Fields, state AS State,
        asked_at AS AskedAt, asked_by AS AskedBy, asked_by_name AS AskedByName, release_to AS ReleaseTo
        """;

    /// <summary>The latest request per target, in the order of targets. Of two of one moment, the one that still counts.</summary>
    public static async Task<IReadOnlyList<WideningRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<WideningRow>($"SELECT {Columns} FROM widenings WHERE item = @item ORDER BY asked_at, state DESC, widening", new { item });
        return [.. rows.GroupBy(row => row.Target, StringComparer.Ordinal).OrderBy(target => target.Key, StringComparer.Ordinal).Select(target => target.Last())];
    }

    public static Task<WideningRow?> FindAsync(DbConnection connection, string item, string widening) =>
        connection.QuerySingleOrDefaultAsync<WideningRow?>(
            $"SELECT {Columns} FROM widenings WHERE widening = @widening AND item = @item", new { widening, item });

    public static Task<int> AddAsync(DbConnection connection, WideningRow row) =>
        connection.ExecuteAsync(
            """
            INSERT INTO widenings (widening, item, target, reason, proposals, fields, state, asked_at, asked_by, asked_by_name)
            VALUES (@Widening, @Item, @Target, @Reason, @Proposals, @Fields, @State, @AskedAt, @AskedBy, @AskedByName)
            """,
            row);

    /// <summary>Notes the owner's answer; false when it is not what the answer was given to any more.</summary>
    public static async Task<bool> DecideAsync(
        DbConnection connection, WideningRow row, WideningState state, long at, string by, string? releaseTo) =>
        await connection.ExecuteAsync(
            """
            UPDATE widenings SET state = @state, decided_at = @at, decided_by = @by, release_to = @releaseTo
            WHERE widening = @Widening AND state = @before
            """,
            new { row.Widening, state = (int)state, at, by, releaseTo, before = row.State }) == 1;
}
