using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Features;

/// <summary>However many are asked for, a page is no longer than a slow line carries in a while; what does not fit is on the next.</summary>
public sealed class LongPagesTests : IAsyncLifetime, IDisposable
{
    private const int Items = 60;
    private const int LongestItems = 160 * 1024;
    private const int LongestEntries = 80 * 1024;

    private readonly ReleaseApp app = new();
    private readonly List<string> posted = [];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        for (var number = 0; number < Items; number++)
        {
            var message = app.Message(Exercise.Amal, new string('a', 7_500), []);
            await app.TakeAsync(message);
            posted.Add(message.Item);
        }
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_page_of_items_ends_where_it_gets_long_and_all_are_found_once()
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await app.GetAsync(Exercise.Chidi, $"items?limit=200{after}");
            Assert.InRange(Encoding.UTF8.GetByteCount(page.Text), 1, LongestItems);
            Assert.Equal(Items, (int)page.Body["count"]!);
            found.AddRange(page.Body["items"]!.AsArray().Select(item => (string)item!["item"]!));
            after = page.Body["next"] is { } next ? $"&after={next}" : null;
        }
        while (after is not null);

        Assert.Equal(posted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_of_a_stream_ends_where_it_gets_long_and_says_that_there_is_more()
    {
        var stream = await app.StreamAsync(Exercise.Chidi);
        var found = new List<string>();
        var cursor = (string)stream["start"]!;
        JsonNode body;
        do
        {
            var page = await app.GetAsync(Exercise.Chidi, $"streams/{stream["stream"]}/entries?after={cursor}");
            Assert.InRange(Encoding.UTF8.GetByteCount(page.Text), 1, LongestEntries);
            body = page.Body;
            found.AddRange(body["entries"]!.AsArray().Select(entry => (string)entry!["item"]!));
            cursor = (string)body["cursor"]!;
        }
        while ((bool)body["more"]!);

        Assert.Equal(posted, found);
    }
}
