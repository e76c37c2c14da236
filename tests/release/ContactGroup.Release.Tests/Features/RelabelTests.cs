using System.Text;
using ContactGroup.Classification;

namespace ContactGroup.Release.Tests.Features;

public sealed class RelabelTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_narrower_release_set_recalls_from_those_it_left_out_and_from_nobody_else()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var before = await app.EntriesAsync(Exercise.Chidi);

        await app.TakeAsync(app.Incident(version: 2, item: incident.Item) with { ReleaseTo = ["own-side"] });

        Assert.Equal(["put", "recall"], (await app.EntriesAsync(Exercise.North)).Select(entry => (string)entry["op"]!));
        Assert.All(await app.EntriesAsync(Exercise.North), entry => Assert.Null(entry["view"]));
        Assert.Equal(before.Select(entry => entry.ToJsonString()), (await app.EntriesAsync(Exercise.Chidi)).Select(entry => entry.ToJsonString()));
        Assert.Empty(await app.EntriesAsync(Exercise.South));
    }

    [Fact]
    public async Task A_higher_sensitivity_takes_from_a_force_what_it_had_by_the_lower_one()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.TakeAsync(app.Incident(version: 2, item: incident.Item) with { Sensitivity = Sensitivity.Severe });

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.All(await app.EntriesAsync(Exercise.North), entry => Assert.Null(entry["view"]));
        Assert.Empty(await app.EntriesAsync(Exercise.South));
    }

    [Fact]
    public async Task An_added_caveat_replaces_the_view_and_the_stream_forgets_the_one_before()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        await app.TakeAsync(app.Incident(version: 2, item: incident.Item) with { Caveats = Caveats.Unattributed });

        var entries = await app.EntriesAsync(Exercise.Chidi);
        Assert.Equal(["put", "replace"], entries.Select(entry => (string)entry["op"]!));
        Assert.Null(entries[0]["view"]);
        Assert.NotNull(entries[1]["view"]);
    }

    [Theory]
    [InlineData(Caveats.Unattributed)]
    [InlineData(Caveats.OriginHidden)]
    [InlineData(Caveats.NoExport)]
    public async Task An_added_caveat_takes_the_released_view_from_the_force_at_once_and_does_not_wait_for_a_coordinator(Caveats added)
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.TakeAsync(app.Incident(summary: "Road closed at the bridge.", version: 2, item: incident.Item) with { Caveats = added });

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.All(await app.EntriesAsync(Exercise.North), entry => Assert.Null(entry["view"]));
        Assert.Empty(await app.EntriesAsync(Exercise.South));
    }

    [Fact]
    public async Task An_edit_takes_nothing_back_for_a_caveat_that_was_there_before()
    {
        var incident = app.Incident() with { Caveats = Caveats.Unattributed };
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.TakeAsync(app.Incident(summary: "Road closed at the bridge.", version: 2, item: incident.Item) with { Caveats = Caveats.Unattributed });

        Assert.Equal("Road closed near the bridge.", (string?)(await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Body["fields"]!["summary"]);
    }

    [Fact]
    [Trait("store", "sqlite")]
    public async Task The_words_of_a_view_that_nobody_holds_any_more_are_not_in_the_index_of_the_file_nor_in_its_journal()
    {
        // The index keeps words in small letters; items and history, which are the owner's, keep them as written.
        var incident = app.Incident(actor: "Xqzherons Wqfoxes");
        await app.TakeAsync(incident);
        Assert.Contains("xqzherons", Text(app.StoredBytes()), StringComparison.Ordinal);

        await app.TakeAsync(app.Incident(actor: "Others", version: 2, item: incident.Item));
        var text = Text(await app.ScrubbedFileAsync());

        Assert.DoesNotContain("xqzherons", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wqfoxes", text, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Chidi, "items?q=xqzherons")).Body["count"]!);
        Assert.Equal(1, (int)(await app.GetAsync(Exercise.Chidi, "items?q=others")).Body["count"]!);
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
