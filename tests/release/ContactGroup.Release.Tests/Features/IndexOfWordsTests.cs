using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What was replaced or recalled is taken out of the index of words, for as long as a deployment runs.</summary>
public sealed class IndexOfWordsTests : IAsyncLifetime, IDisposable
{
    /// <summary>More than SQLite bears of an index that is never written anew.</summary>
    private const int Times = 1_100;

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Is_whole_after_it_was_merged_a_thousand_times()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        await ReplacingAsync(Times);
        await app.TakeAsync(app.Incident(actor: "Grey Wolves"));

        Assert.Equal((1, 1), (await CountAsync("tin+foxes"), await CountAsync("grey+wolves")));
        Assert.DoesNotContain("formerword", System.Text.Encoding.UTF8.GetString(await app.ScrubbedFileAsync()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("store", "sqlite")]
    public async Task Keeps_nothing_of_what_is_taken_out_in_the_very_write_that_merges_it()
    {
        await app.OnStoreAsync(connection => DoneAsync(HeldWords.AddAsync(connection, [new WordsOfView { Stream = "a-stream", Item = "item", Text = "formerword" }])));
        Assert.NotEqual(0, await SegmentsWithAsync("formerword"));

        var more = await app.OnStoreAsync(async connection =>
        {
            await HeldWords.RemoveAsync(connection, "a-stream", "item");
            return await HeldWords.BeginMergeAsync(connection, 200);
        });
        while (more)
        {
            more = await app.OnStoreAsync(connection => HeldWords.MergeAsync(connection, 200));
        }

        Assert.Equal(0, await SegmentsWithAsync("formerword"));
    }

    private Task<int> SegmentsWithAsync(string word) => app.OnStoreAsync(connection =>
        connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM held_text_data WHERE instr(block, CAST(@word AS BLOB)) > 0", new { word }));

    [Fact]
    public async Task One_that_an_earlier_version_made_unreadable_is_whole_when_the_next_one_starts()
    {
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        await AsBeforeAsync();

        await app.RestartAsync();
        await app.TakeAsync(app.Incident(actor: "Grey Wolves"));

        Assert.Equal((1, 1), (await CountAsync("tin+foxes"), await CountAsync("grey+wolves")));
    }

    // As an earlier version left it, that put all segments together each time something was taken out.
    private Task<int> AsBeforeAsync() => app.OnStoreAsync(async connection =>
    {
        if (connection.Engine() == StoreEngine.Sqlite)
        {
            await connection.ExecuteAsync("UPDATE held_text_data SET block = @block WHERE id = 10", new { block = Levels(2_002) });
        }

        return await connection.ExecuteAsync("DROP TABLE held_text_merges; DELETE FROM migrations WHERE name = 'module/0210_index_of_words.sql'");
    });

    // Cookie, number of levels, of segments and of writes, each level with no segment.
    private static byte[] Levels(int count) => [0, 0, 0, 1, (byte)(0x80 | (count >> 7)), (byte)(count & 0x7f), 0, 0, .. new byte[2 * count]];

    // Each in a transaction of its own, so that the index has parts to put together.
    private async Task ReplacingAsync(int times)
    {
        for (var time = 1; time <= times; time++)
        {
            await app.OnStoreAsync(connection => DoneAsync(HeldWords.AddAsync(connection, [new WordsOfView { Stream = "a-stream", Item = $"item-{time}", Text = Words("kept", time) }])));
            await app.OnStoreAsync(connection => DoneAsync(HeldWords.ReplaceAsync(connection, "a-stream", "replaced", Words("former", time))));
            for (var merge = HeldWords.BeginMergeAsync; await app.OnStoreAsync(connection => merge(connection, 200)); merge = HeldWords.MergeAsync)
            {
            }
        }

        await app.OnStoreAsync(connection => DoneAsync(HeldWords.RemoveAsync(connection, "a-stream", "replaced")));
    }

    private static string Words(string stem, int time) => string.Join(' ', Enumerable.Range(time * 40, 40).Select(number => $"{stem}word{number}"));

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    private async Task<int> CountAsync(string words) => (int)(await app.GetAsync(Exercise.Chidi, $"items?q={words}")).Body["count"]!;
}
