using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The index of before, of views, and what is held whose words stand in it alone.</summary>
internal static class WordsOfViews
{
    /// <summary>
    /// Some of what is held and not in the index by streams, in order. On a server a row here after the end was written by an instance of the version before,
    /// and the words that stand in the other index are older ones: it counts as lacking.
    /// </summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="after">The last that was given before; null at the beginning.</param>
    /// <param name="most">How many at most.</param>
    public static async Task<IReadOnlyList<WordsOfView>> LackingAsync(DbConnection connection, WordsOfView? after, int most)
    {
        var (words, lacks) = connection.Engine() == StoreEngine.Sqlite
            ? ("t.body", "w.id IS NULL")
            : ("array_to_string(tsvector_to_array(t.words), ' ')", "(w.id IS NULL OR t.rowid IS NOT NULL)");
        var rows = await connection.QueryAsync<WordsOfView>(
            $"""
            SELECT h.stream AS Stream, h.item AS Item, COALESCE({words}, '') AS Text
            FROM held h
            LEFT JOIN view_text t ON t.rowid = h.view
            LEFT JOIN held_words w ON w.stream = h.stream AND w.item = h.item
            WHERE {lacks} AND (h.stream, h.item) > (@stream, @item)
            ORDER BY h.stream, h.item LIMIT @most
            """,
            new { most, stream = after?.Stream ?? string.Empty, item = after?.Item ?? string.Empty });
        return rows.AsList();
    }

    /// <summary>
    /// Takes its words away. On a server the table stays: an instance of the version before that still runs beside this one writes to it when it releases and
    /// when it takes something back, and must be able to.
    /// </summary>
    public static Task EndAsync(DbConnection connection) =>
        connection.ExecuteAsync(connection.Engine() == StoreEngine.Sqlite ? "DROP TABLE view_text" : "TRUNCATE view_text");

    /// <summary>Whether there may be words in it. The table is gone from a file whose words were taken over, and from a server on which one version took it away.</summary>
    public static async Task<bool> RemainAsync(DbConnection connection)
    {
        if (connection.Engine() == StoreEngine.Sqlite)
        {
            return await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'view_text')");
        }

        return await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('view_text') IS NOT NULL")
            && await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM view_text)");
    }
}

/// <summary>An item in a stream, with the words of the view that its readers hold.</summary>
internal sealed record WordsOfView
{
    public required string Stream { get; init; }

    public required string Item { get; init; }

    public required string Text { get; init; }
}
