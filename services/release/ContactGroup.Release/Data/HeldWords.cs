using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// The words of what each stream holds, for search: the one place where the engines have nothing in common. INVARIANT: every word has the name of its stream
/// before it, so that a search walks the words of the reader's streams alone, and how long it takes says nothing of what others hold.
/// </summary>
internal static class HeldWords
{
    /// <summary>
    /// How often a merge of the whole index is begun before it is written anew. SQLite 3.35 lays two levels on the index with each and takes none away, and neither reads nor writes one of more than
    /// 2,000: nothing could be released, recalled or found any more.
    /// </summary>
    private const int MostBegun = 500;

    /// <summary>Adds the words of an item to streams that had none of it.</summary>
    public static Task AddAsync(DbConnection connection, string item, IReadOnlyList<(string Stream, string Text)> texts) =>
        connection.Engine() == StoreEngine.Sqlite ? AddToSqliteAsync(connection, item, texts) : AddToPostgresAsync(connection, item, texts);

    /// <summary>Puts other words in the place of those that a stream had of an item.</summary>
    public static async Task ReplaceAsync(DbConnection connection, string stream, string item, string text)
    {
        await RemoveAsync(connection, stream, item);
        await AddAsync(connection, item, [(stream, text)]);
    }

    /// <summary>Removes the words that a stream had of an item, and asks for them to be taken out of the index as well.</summary>
    public static async Task RemoveAsync(DbConnection connection, string stream, string item)
    {
        if (connection.Engine() == StoreEngine.Sqlite)
        {
            await connection.ExecuteAsync(
                "DELETE FROM held_text WHERE rowid = (SELECT id FROM held_words WHERE stream = @stream AND item = @item)", new { stream, item });
        }

        await connection.ExecuteAsync(
            "DELETE FROM held_words WHERE stream = @stream AND item = @item; INSERT INTO scrubbing (one) VALUES (1) ON CONFLICT DO NOTHING", new { stream, item });
    }

    /// <summary>SQL that gives streams and items in which the parameter <c>@match</c> matches.</summary>
    public static string Matching(DbConnection connection) => connection.Engine() == StoreEngine.Sqlite
        ? "SELECT w.stream, w.item FROM held_text t JOIN held_words w ON w.id = t.rowid WHERE held_text MATCH @match"
        : $"SELECT w.stream, w.item FROM held_words w WHERE w.words @@ CAST({Plain("@match")} AS tsquery)";

    /// <summary>What the parameter <c>@match</c> has to be to find words in some streams.</summary>
    public static string Query(DbConnection connection, SearchWords words, IEnumerable<string> streams) =>
        connection.Engine() == StoreEngine.Sqlite ? words.Match(streams) : words.Query(streams);

    /// <summary>Begins to take the words of removed rows out of the segments of the index, so many pages at first; says whether there is more to do.</summary>
    public static async Task<bool> BeginMergeAsync(DbConnection connection, int pages)
    {
        if (connection.Engine() == StoreEngine.PostgreSql)
        {
            return false; // A row's words go with the row, when the server takes out dead rows.
        }

        // A negative number puts all segments together, to be merged into one. Where there was nothing to merge nothing was laid on the index.
        var merges = await MergeAsync(connection, -pages);
        if (!merges || await connection.ExecuteScalarAsync<long>("UPDATE held_text_merges SET begun = begun + 1 RETURNING begun") < MostBegun)
        {
            return merges;
        }

        await connection.ExecuteAsync("INSERT INTO held_text (held_text) VALUES ('rebuild'); UPDATE held_text_merges SET begun = 0");
        return false;
    }

    /// <summary>Goes on with what was begun.</summary>
    public static async Task<bool> MergeAsync(DbConnection connection, int pages)
    {
        var before = await connection.ExecuteScalarAsync<long>("SELECT total_changes()");
        await connection.ExecuteAsync("INSERT INTO held_text (held_text, rank) VALUES ('merge', @pages)", new { pages });
        return await connection.ExecuteScalarAsync<long>("SELECT total_changes()") - before >= 2;
    }

    // Letters without their accents, as SQLite's index has them by itself; the runtime takes none apart without the libraries for languages.
    private static string Plain(string parameter) => $"regexp_replace(normalize({parameter}, NFD), '[\\u0300-\\u036F]', '', 'g')";

    private static async Task AddToSqliteAsync(DbConnection connection, string item, IReadOnlyList<(string Stream, string Text)> texts)
    {
        var ids = await connection.InsertAsync("held_words (stream, item)", texts.Select(text => (object[])[text.Stream, item]), "stream", "id");
        await connection.InsertAsync(
            "held_text (rowid, body)", texts.Select(text => (object[])[ids[text.Stream], SearchWords.Of(text.Text).InStream(text.Stream)]));
    }

    private static async Task AddToPostgresAsync(DbConnection connection, string item, IReadOnlyList<(string Stream, string Text)> texts)
    {
        foreach (var same in texts.GroupBy(text => text.Text, text => text.Stream, StringComparer.Ordinal))
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO held_words (stream, item, words)
                SELECT s, @item, array_to_tsvector(ARRAY(SELECT s || w FROM unnest(string_to_array({Plain("@words")}, ' ')) AS w))
                FROM unnest(string_to_array(@streams, ' ')) AS s
                ON CONFLICT (stream, item) DO UPDATE SET words = EXCLUDED.words -- Left behind by an instance of an earlier version, which knows no such row.
                """,
                new { item, words = string.Join(' ', SearchWords.Of(same.Key).Folded), streams = string.Join(' ', same) });
        }
    }
}
