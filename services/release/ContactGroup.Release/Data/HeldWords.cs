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

    /// <summary>Adds the words of items to streams that had none of them.</summary>
    public static Task AddAsync(DbConnection connection, IReadOnlyList<WordsOfView> words) => words.Count == 0 ? Task.CompletedTask
        : connection.Engine() == StoreEngine.Sqlite ? AddToSqliteAsync(connection, words) : AddToPostgresAsync(connection, words);

    /// <summary>Puts other words in the place of those that a stream had of an item.</summary>
    public static async Task ReplaceAsync(DbConnection connection, string stream, string item, string text)
    {
        await RemoveAsync(connection, stream, item);
        await AddAsync(connection, [new WordsOfView { Stream = stream, Item = item, Text = text }]);
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

        // What was taken away in this transaction stands in memory until a savepoint begins, and is merged only from the index.
        await connection.ExecuteAsync("SAVEPOINT words; RELEASE SAVEPOINT words");

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

    private static async Task AddToSqliteAsync(DbConnection connection, IReadOnlyList<WordsOfView> words)
    {
        var ids = await connection.InsertAsync("held_words (stream, item)", words.Select(one => (object[])[one.Stream, one.Item]), "stream || ' ' || item", "id");
        await connection.InsertAsync(
            "held_text (rowid, body)", words.Select(one => (object[])[ids[$"{one.Stream} {one.Item}"], SearchWords.Of(one.Text).InStream(one.Stream)]));
    }

    // Each distinct text is taken apart once.
    private static async Task AddToPostgresAsync(DbConnection connection, IReadOnlyList<WordsOfView> words)
    {
        var texts = words.Select(one => one.Text).Distinct(StringComparer.Ordinal).ToList();
        var numbers = texts.Index().ToDictionary(text => text.Item, text => text.Index + 1L, StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            WITH folded AS MATERIALIZED (
                SELECT t.number, string_to_array({Plain("t.words")}, ' ') AS words FROM unnest(@texts) WITH ORDINALITY AS t (words, number))
            INSERT INTO held_words (stream, item, words)
            SELECT h.stream, h.item, array_to_tsvector(ARRAY(SELECT h.stream || w FROM unnest(f.words) AS w))
            FROM unnest(@streams, @items, @numbers) AS h (stream, item, number) JOIN folded f ON f.number = h.number
            ON CONFLICT (stream, item) DO UPDATE SET words = EXCLUDED.words -- Left behind by an instance of an earlier version, which knows no such row.
            """;
        command.Give("texts", texts.ConvertAll(text => string.Join(' ', SearchWords.Of(text).Folded)).ToArray());
        command.Give("streams", words.Select(one => one.Stream).ToArray());
        command.Give("items", words.Select(one => one.Item).ToArray());
        command.Give("numbers", words.Select(one => numbers[one.Text]).ToArray());
        await command.ExecuteNonQueryAsync();
    }
}
