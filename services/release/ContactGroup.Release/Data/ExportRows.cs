using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Exports;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who exported what. A row is on disk before the first byte of the item leaves.</summary>
internal static class ExportRows
{
    public static Task NoteAsync(DbConnection connection, long reader, string format, IEnumerable<ExportItem> items, string? request, long at, int times = 1) =>
        connection.UpsertAsync(
            "exports (item, reader, format, stream, revision, first_at, last_at, times, request, kind)",
            items.Select(item => (object[])[item.Id, reader, format, item.Stream, item.Revision, at, at, times, request ?? string.Empty, item.Kind]),
            """
            ON CONFLICT (item, reader, format, stream, revision)
            DO UPDATE SET last_at = excluded.last_at, times = exports.times + excluded.times, request = excluded.request
            """);

    /// <summary>Notes that the record of a notification is taken out: not of a view of a stream, so under the version of the notification.</summary>
    public static Task NoteRecordAsync(DbConnection connection, long reader, ItemVersioned notification, long at) => connection.UpsertAsync(
        "exports (item, reader, format, stream, revision, first_at, last_at, times, request, kind)",
        [[notification.Item, reader, RecordFormat, string.Empty, (long)notification.Version, at, at, 1, string.Empty, notification.Kind]],
        """
        ON CONFLICT (item, reader, format, stream, revision)
        DO UPDATE SET last_at = excluded.last_at, times = exports.times + excluded.times, request = excluded.request
        """);

    /// <summary>How many items of a kind, beside some, a person took out alone since an instant.</summary>
    public static Task<long> AloneAsync(DbConnection connection, string person, string kind, IReadOnlyCollection<string> beside, long since) =>
        connection.ExecuteScalarAsync<long>(
            """
            SELECT COUNT(DISTINCT e.item) FROM exports e JOIN readers r ON r.reader = e.reader
            WHERE r.person = @person AND e.kind = @kind AND e.request = '' AND e.last_at > @since AND e.item NOT IN @beside
            """,
            new { person, kind, since, beside = beside.ToArray() });

    /// <summary>Views of an item that a stream showed before one, the latest first, since it was last put there.</summary>
    public static async Task<IReadOnlyList<EarlierView>> EarlierAsync(DbConnection connection, string stream, string item, long revision)
    {
        var rows = await connection.QueryAsync<(long Revision, long At, long Op)>(
            """
            SELECT revision AS Revision, at AS At, op AS Op FROM entries
            WHERE stream = @stream AND item = @item ORDER BY seq DESC LIMIT @Most
            """,
            new { stream, item, Most });
        return [.. rows.TakeWhile(row => row.Op != (long)EntryOp.Recall).Where(row => row.Revision < revision).Select(row => new EarlierView(row.Revision, row.At))];
    }

    private const int Most = 20;
    private const string RecordFormat = "record";
}
