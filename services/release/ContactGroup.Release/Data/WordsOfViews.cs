using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The index of before, of views, and what is held whose words stand in it alone.</summary>
internal static class WordsOfViews
{
    /// <summary>Some of what is held and not in the index by streams.</summary>
    public static async Task<IReadOnlyList<WordsOfView>> LackingAsync(DbConnection connection, int most)
    {
        var words = connection.Engine() == StoreEngine.Sqlite ? "t.body" : "array_to_string(tsvector_to_array(t.words), ' ')";
        var rows = await connection.QueryAsync<WordsOfView>(
            $"""
            SELECT h.stream AS Stream, h.item AS Item, COALESCE({words}, '') AS Text
            FROM held h
            LEFT JOIN view_text t ON t.rowid = h.view
            LEFT JOIN held_words w ON w.stream = h.stream AND w.item = h.item
            WHERE w.id IS NULL
            LIMIT @most
            """,
            new { most });
        return rows.AsList();
    }

    /// <summary>Removes the index.</summary>
    public static Task DropAsync(DbConnection connection) => connection.ExecuteAsync("DROP TABLE view_text");

    /// <summary>Whether it is still there.</summary>
    public static Task<bool> ExistAsync(DbConnection connection) => connection.ExecuteScalarAsync<bool>(
        connection.Engine() == StoreEngine.Sqlite
            ? "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'view_text')"
            : "SELECT to_regclass('view_text') IS NOT NULL");
}

/// <summary>An item in a stream, with the words of the view that its readers hold.</summary>
internal sealed record WordsOfView
{
    public required string Stream { get; init; }

    public required string Item { get; init; }

    public required string Text { get; init; }
}
