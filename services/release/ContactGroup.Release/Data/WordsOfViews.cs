using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The index of before, of views, and what is held whose words stand in it alone.</summary>
internal static class WordsOfViews
{
    /// <summary>Some of what is held and not in the index by streams, in order.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="after">The last that was given before; null at the beginning.</param>
    /// <param name="most">How many at most.</param>
    public static async Task<IReadOnlyList<WordsOfView>> LackingAsync(DbConnection connection, WordsOfView? after, int most)
    {
        var words = connection.Engine() == StoreEngine.Sqlite ? "t.body" : "array_to_string(tsvector_to_array(t.words), ' ')";
        var rows = await connection.QueryAsync<WordsOfView>(
            $"""
            SELECT h.stream AS Stream, h.item AS Item, COALESCE({words}, '') AS Text
            FROM held h
            LEFT JOIN view_text t ON t.rowid = h.view
            LEFT JOIN held_words w ON w.stream = h.stream AND w.item = h.item
            WHERE w.id IS NULL AND (h.stream, h.item) > (@stream, @item)
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
        connection.ExecuteAsync(connection.Engine() == StoreEngine.Sqlite ? "DROP TABLE view_text" : "DELETE FROM view_text");

    /// <summary>Whether there may be words in it.</summary>
    public static Task<bool> RemainAsync(DbConnection connection) => connection.ExecuteScalarAsync<bool>(
        connection.Engine() == StoreEngine.Sqlite
            ? "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'view_text')"
            : "SELECT EXISTS (SELECT 1 FROM view_text)");
}

/// <summary>An item in a stream, with the words of the view that its readers hold.</summary>
internal sealed record WordsOfView
{
    public required string Stream { get; init; }

    public required string Item { get; init; }

    public required string Text { get; init; }
}
