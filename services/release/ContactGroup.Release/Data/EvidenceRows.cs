using System.Data.Common;
using ContactGroup.Release.Domain.Records;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Records of notifications as they were when an incident was linked to them. INVARIANT: written once for an incident and an item, never changed, never removed.</summary>
internal static class EvidenceRows
{
    public static async Task<bool> IsThereAsync(DbConnection connection, string item, string incident) =>
        await AtAsync(connection, item, incident) is not null;

    /// <summary>When the record was kept, microseconds; null when none was.</summary>
    public static Task<long?> AtAsync(DbConnection connection, string item, string incident) =>
        connection.QuerySingleOrDefaultAsync<long?>("SELECT at FROM evidence WHERE item = @item AND incident = @incident", new { item, incident });

    public static Task<int> AddAsync(DbConnection connection, string item, string incident, long at, RecordFile record) => connection.ExecuteAsync(
        "INSERT INTO evidence (item, incident, at, head, record) VALUES (@item, @incident, @at, @Head, @bytes) ON CONFLICT DO NOTHING",
        new { item, incident, at, record.Head, bytes = Compressed.Of(record.Bytes) });

    /// <summary>The file as it was kept; null when none was.</summary>
    public static async Task<byte[]?> FileAsync(DbConnection connection, string item, string incident)
    {
        var record = await connection.QuerySingleOrDefaultAsync<byte[]?>("SELECT record FROM evidence WHERE item = @item AND incident = @incident", new { item, incident });
        return record is null ? null : Compressed.Read(record);
    }
}
