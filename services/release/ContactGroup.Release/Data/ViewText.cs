using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The words of views, for search: the one place where the engines have nothing in common.</summary>
internal static class ViewText
{
    public static Task AddAsync(DbConnection connection, long view, string text) => connection.Engine() == StoreEngine.Sqlite
        ? connection.ExecuteAsync("INSERT INTO view_text (rowid, body) VALUES (@view, @text)", new { view, text })
        : connection.ExecuteAsync(
            "INSERT INTO view_text (rowid, words) VALUES (@view, array_to_tsvector(string_to_array(@words, ' ')))",
            new { view, words = string.Join(' ', SearchWords.Of(text).Folded) });

    /// <summary>Removes the words of a view, and asks for them to be taken out of the index as well.</summary>
    public static Task RemoveAsync(DbConnection connection, long view) => connection.ExecuteAsync(
        "DELETE FROM view_text WHERE rowid = @view; INSERT INTO scrubbing (one) VALUES (1) ON CONFLICT DO NOTHING", new { view });

    /// <summary>SQL that gives the views in which the parameter <c>@match</c> matches.</summary>
    public static string Matching(DbConnection connection) => connection.Engine() == StoreEngine.Sqlite
        ? "SELECT rowid FROM view_text WHERE view_text MATCH @match"
        : "SELECT rowid FROM view_text WHERE words @@ CAST(@match AS tsquery)";

    /// <summary>What the parameter <c>@match</c> has to be.</summary>
    public static string Query(DbConnection connection, SearchWords words) =>
        connection.Engine() == StoreEngine.Sqlite ? words.Match : words.Query;

    /// <summary>Takes the words of removed views out of the segments of the index, so many pages at a time; says whether there is more to do.</summary>
    public static async Task<bool> MergeAsync(DbConnection connection, int pages)
    {
        if (connection.Engine() == StoreEngine.PostgreSql)
        {
            return false; // A row's words go with the row, when the server takes out dead rows.
        }

        var before = await connection.ExecuteScalarAsync<long>("SELECT total_changes()");
        await connection.ExecuteAsync("INSERT INTO view_text (view_text, rank) VALUES ('merge', @pages)", new { pages });
        return await connection.ExecuteScalarAsync<long>("SELECT total_changes()") - before >= 2;
    }
}
