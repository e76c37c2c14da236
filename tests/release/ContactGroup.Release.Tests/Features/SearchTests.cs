using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Tests.Features;

public sealed class SearchTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("tin+foxes")]
    [InlineData("FOXES+tin")]
    [InlineData("tín")]
    [InlineData("سيارة")]
    [InlineData("سيار")]
    [InlineData("4x4")]
    [InlineData("गाड़ी")]
    [InlineData("गा")]
    [InlineData("ကား")]
    [InlineData("đường")]
    public async Task Every_word_must_occur_and_the_last_may_be_unfinished(string words)
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes, سيارة 4x4 गाड़ी ကား đường 𞤃𞤵"));

        Assert.Equal(1, await CountAsync(words));
    }

    [Theory]
    [InlineData("tin+wolves")]
    [InlineData("ti+foxes")]
    [InlineData("oxes")]
    public async Task Another_word_an_unfinished_one_before_the_last_or_its_end_finds_nothing(string words)
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));

        Assert.Equal(0, await CountAsync(words));
    }

    [Fact]
    public async Task A_stream_is_no_word()
    {
        await app.TakeAsync(app.Incident());
        var stream = (string)(await app.StreamAsync(Exercise.Chidi))["stream"]!;

        Assert.Equal(0, await CountAsync(stream));
        Assert.Equal(0, await CountAsync(stream[..4]));
    }

    [Fact]
    public async Task No_part_of_a_word_of_any_script_stands_in_the_index_without_its_stream()
    {
        await app.TakeAsync(app.Incident(actor: "Tin سيارة गाड़ी ကား đường 𞤃𞤵 漢字 Ωμέγα"));

        var terms = await app.OnStoreAsync(async connection =>
        {
            if (connection.Engine() != StoreEngine.Sqlite)
            {
                return await connection.QueryAsync<string>("SELECT DISTINCT unnest(tsvector_to_array(words)) FROM held_words");
            }

            await connection.ExecuteAsync("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, held_text, row)");
            return await connection.QueryAsync<string>("SELECT term FROM terms");
        });
        var streams = (await app.OnStoreAsync(connection => connection.QueryAsync<string>("SELECT stream FROM streams"))).ToList();

        Assert.NotEmpty(terms);
        Assert.All(terms, term => Assert.Contains(streams, stream => term.StartsWith(stream, StringComparison.Ordinal) && term.Length > stream.Length));
    }

    [Fact]
    public async Task After_a_correction_the_words_of_before_find_nothing()
    {
        var first = app.Incident(actor: "Tin Foxes");
        await app.TakeAsync(first);

        await app.TakeAsync(app.Incident(actor: "Copper Owls", version: 2, item: first.Item));

        Assert.Equal(0, await CountAsync("foxes"));
        Assert.Equal(1, await CountAsync("owls"));
    }

    [Fact]
    public async Task The_words_of_what_a_reader_holds_stand_beside_their_streams_alone()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));

        var streams = await app.OnStoreAsync(connection => connection.QueryAsync<string>(
            connection.Engine() == StoreEngine.Sqlite
                ? "SELECT w.stream FROM held_text t JOIN held_words w ON w.id = t.rowid WHERE held_text MATCH 'foxes'"
                : "SELECT stream FROM held_words WHERE words @@ 'foxes'::tsquery"));

        Assert.Empty(streams);
    }

    [Fact]
    public async Task What_was_held_before_the_index_by_streams_is_found_after_the_upgrade()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        await app.OnStoreAsync(AsBeforeAsync);
        Assert.Equal(0, await CountAsync("foxes"));

        await app.RestartAsync();

        Assert.Equal(1, await CountAsync("tin+fox"));
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.South, "items?q=foxes")).Body["count"]!);
    }

    [Fact]
    public async Task Much_of_before_is_taken_over_also_when_the_process_ended_half_way()
    {
        for (var number = 0; number < 60; number++)
        {
            await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        }

        await app.OnStoreAsync(AsBeforeAsync);
        await app.RestartAsync();
        Assert.Equal(60, await CountAsync("foxes"));

        await app.OnStoreAsync(AsBeforeAsync);
        await app.OnStoreAsync(HalfTakenOverAsync);
        await app.RestartAsync();

        Assert.Equal(60, await CountAsync("foxes"));
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.South, "items?q=foxes")).Body["count"]!);
    }

    [Fact]
    public async Task What_an_instance_of_an_earlier_version_replaced_meanwhile_is_found_by_its_new_words_alone()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        if (await app.OnStoreAsync(connection => Task.FromResult(connection.Engine())) == StoreEngine.Sqlite)
        {
            return; // No two processes have one file.
        }

        await app.OnStoreAsync(connection => connection.ExecuteAsync(
            "INSERT INTO view_text (rowid, words) SELECT DISTINCT view, array_to_tsvector(ARRAY['grey', 'owls']) FROM held"));

        await app.RestartAsync();

        Assert.Equal((0, 1), (await CountAsync("foxes"), await CountAsync("owls")));
    }

    [Fact]
    public async Task A_store_from_which_one_version_took_the_old_index_away_starts()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        await app.OnStoreAsync(connection => connection.ExecuteAsync("DROP TABLE IF EXISTS view_text"));

        await app.RestartAsync();

        Assert.Equal(1, await CountAsync("foxes"));
    }

    private async Task<int> CountAsync(string words) => (int)(await app.GetAsync(Exercise.Chidi, $"items?q={words}")).Body["count"]!;

    // The store as an earlier version left it: an index of views, none by streams.
    private static async Task<int> AsBeforeAsync(System.Data.Common.DbConnection connection) => connection.Engine() == StoreEngine.Sqlite
        ? await connection.ExecuteAsync(
            """
            CREATE VIRTUAL TABLE view_text USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
            INSERT INTO view_text (rowid, body) SELECT DISTINCT view, 'Tin Foxes' FROM held;
            DELETE FROM held_text;
            DELETE FROM held_words;
            """)
        : await connection.ExecuteAsync(
            """
            INSERT INTO view_text (rowid, words) SELECT DISTINCT view, array_to_tsvector(ARRAY['tin', 'foxes']) FROM held;
            DELETE FROM held_words;
            """);

    // As after the first of several writes: some have their words already, in order.
    private static async Task<int> HalfTakenOverAsync(System.Data.Common.DbConnection connection)
    {
        var some = await connection.QueryAsync<(string Stream, string Item)>("SELECT stream, item FROM held ORDER BY stream, item LIMIT 100");
        await Data.HeldWords.AddAsync(connection, [.. some.Select(held => new Data.WordsOfView { Stream = held.Stream, Item = held.Item, Text = "Tin Foxes" })]);
        return 0;
    }
}
