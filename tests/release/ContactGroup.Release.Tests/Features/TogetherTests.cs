using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Release.Consumers;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Items that come in one delivery are written together; what anybody is shown must be what they are shown when each comes by itself.</summary>
public sealed class TogetherTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp together = new();
    private readonly ReleaseApp oneByOne = new();

    public Task InitializeAsync() => Task.WhenAll(together.InitializeAsync(), oneByOne.InitializeAsync());

    public Task DisposeAsync() => Task.WhenAll(together.DisposeAsync(), oneByOne.DisposeAsync());

    public void Dispose()
    {
        together.Dispose();
        oneByOne.Dispose();
    }

    [Fact]
    public async Task Everybody_is_shown_what_they_are_shown_when_each_comes_by_itself()
    {
        var items = Items();

        await together.TakeAllAsync(items);
        foreach (var item in items)
        {
            await oneByOne.TakeAsync(item with { Channel = oneByOne.Plenary });
        }

        foreach (var who in Exercise.Members)
        {
            Assert.Equal(await ShownAsync(oneByOne, who), await ShownAsync(together, who));
        }

        Assert.Equal(await ReviewedAsync(oneByOne), await ReviewedAsync(together));
        Assert.Contains(await ShownAsync(together, Exercise.Chidi), line => line.Contains("The bridge is shut.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Live_connections_are_told_every_entry_of_a_stream_in_its_order()
    {
        var withFile = together.Message(Exercise.Dora, "See the picture.", ["all"]);
        AttachedFile.Write(withFile.Content, [await together.FileAsync([1, 2, 3])]);

        await together.TakeAllAsync([.. Items(), withFile, together.Message(Exercise.Amal, "Seen.", ["all"])]);

        var stream = (string)(await together.StreamAsync(Exercise.Chidi))["stream"]!;
        var entries = await together.EntriesAsync(Exercise.Chidi);
        var told = await together.Heard.InAsync(stream, entries.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry["seq"]!));
        Assert.Equal(entries.Select(entry => (long)entry["seq"]!), told.Select(frame => frame.Seq));
        Assert.Equal(entries.Select(entry => entry.ToJsonString()), told.Select(frame => JsonNode.Parse(Encoding.UTF8.GetString(frame.Frame))!.ToJsonString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_that_came_before_what_it_answers_says_so_once_that_is_there(bool inOneDelivery)
    {
        var question = together.Message(Exercise.Dora, "A question.", ["all"]);
        var answer = together.Message(Exercise.Chidi, "An answer.", ["all"], question.Item);

        await (inOneDelivery ? together.TakeAllAsync([answer, question]) : TakeEachAsync(answer, question));

        Assert.Equal(question.Item, (string?)(await together.GetAsync(Exercise.Amal, $"items/{answer.Item}")).Body["fields"]!["replyTo"]);
    }

    [Fact]
    public async Task A_reply_that_came_before_says_so_also_when_what_it_answers_comes_with_others()
    {
        var question = together.Message(Exercise.Dora, "A question.", ["all"]);
        var answer = together.Message(Exercise.Chidi, "An answer.", ["all"], question.Item);

        await together.TakeAsync(answer);
        await together.TakeAllAsync([together.Message(Exercise.Amal, "Before.", ["all"]), question, together.Message(Exercise.Amal, "After.", ["all"])]);

        Assert.Equal(question.Item, (string?)(await together.GetAsync(Exercise.Amal, $"items/{answer.Item}")).Body["fields"]!["replyTo"]);
    }

    [Fact]
    public async Task A_first_version_that_was_overtaken_is_not_shown_again_by_what_comes_with_it()
    {
        var open = together.Message(Exercise.Amal, "The bridge is open.", ["all"]);
        var shut = open with { Version = 2, Content = new JsonObject { ["text"] = "The bridge is shut.", ["postedAt"] = "2026-03-01T08:00:00Z" } };

        await together.TakeAsync(shut);
        await together.TakeAllAsync([together.Message(Exercise.Amal, "Before.", ["all"]), open, together.Message(Exercise.Amal, "After.", ["all"])]);

        var shown = (await together.EntriesAsync(Exercise.Chidi)).Select(entry => (string?)entry["view"]?["fields"]!["text"]).OfType<string>();
        Assert.Equal(["After.", "Before.", "The bridge is shut."], shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_comes_twice_in_one_delivery_is_shown_once()
    {
        var message = together.Message(Exercise.Amal, "The bridge is open.", ["all"]);

        await DeliverAsync(new Delivery<ItemVersioned>("one", "test", message), new Delivery<ItemVersioned>("one", "test", message), new Delivery<ItemVersioned>("two", "test", message));

        Assert.Single(await together.EntriesAsync(Exercise.Chidi));
    }

    [Fact]
    public async Task A_delivery_of_which_one_cannot_be_handled_leaves_nothing_behind_and_is_taken_one_by_one()
    {
        var first = together.Message(Exercise.Amal, "The bridge is open.", ["all"]);
        var last = together.Message(Exercise.Dora, "Thank you.", ["all"]);

        await Assert.ThrowsAnyAsync<Exception>(() => together.TakeAllAsync([first, together.Message(Exercise.Amal, "Broken.", ["all"]) with { Content = null! }, last]));
        Assert.Empty(await together.EntriesAsync(Exercise.Chidi));
        await together.TakeAsync(first);
        await together.TakeAsync(last);

        Assert.Equal([(1, first.Item), (2, last.Item)], (await together.EntriesAsync(Exercise.Chidi)).Select(entry => ((int)entry["seq"]!, (string)entry["item"]!)));
    }

    private async Task TakeEachAsync(params ItemVersioned[] items)
    {
        foreach (var item in items)
        {
            await together.TakeAsync(item);
        }
    }

    private async Task DeliverAsync(params Delivery<ItemVersioned>[] deliveries)
    {
        await using var scope = together.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReleaseItems>().HandleAsync(deliveries, CancellationToken.None);
    }

    // More than one commit takes: posts, replies before and after their parents, corrections in any order, what expires, what is marked, what waits for a coordinator.
    private List<ItemVersioned> Items()
    {
        var open = together.Message(Exercise.Amal, "The bridge is open.", ["all"]);
        var late = together.Message(Exercise.Dora, "A question of later.", ["all"]);
        var own = together.Message(Exercise.Chidi, "For our side alone.", ["own-side"]);
        var incident = together.Incident();
        return
        [
            open,
            own,
            together.Message(Exercise.Chidi, "An answer to a question of later.", ["all"], late.Item),
            late,
            together.Message(Exercise.North, "The road is swept.", ["all"]),
            together.Message(Exercise.Dora, "An answer at once.", ["all"], open.Item),
            incident,
            open with { Version = 2, Content = new JsonObject { ["text"] = "The bridge is shut.", ["postedAt"] = "2026-03-01T08:00:00Z" } },
            own with { Version = 3, Content = new JsonObject { ["text"] = "For our side, third.", ["postedAt"] = "2026-03-01T08:00:00Z" } },
            own with { Version = 2, ReleaseTo = ["all"], Content = new JsonObject { ["text"] = "For all, second.", ["postedAt"] = "2026-03-01T08:00:00Z" } },
            together.Message(Exercise.Amal, "For an hour.", ["all"]) with { Expires = together.Clock.GetUtcNow().AddHours(1) },
            together.Message(Exercise.Amal, "NATO SECRET\nThe swan flies at night.", ["all"]),
            GivenMovement.Of(together),
            together.Incident(version: 2, item: incident.Item) with { Status = "withdrawn" },
            .. Enumerable.Range(0, 30).Select(number => together.Message(number % 2 == 0 ? Exercise.Amal : Exercise.Basma, $"Post {number}.", ["all"])),
        ];
    }

    private static async Task<IReadOnlyList<string>> ShownAsync(ReleaseApp app, Participant who)
    {
        var lines = new List<string>();
        foreach (var scope in (string[])["audience", "organisation"])
        {
            foreach (var entry in await app.EntriesAsync(who, scope))
            {
                entry["stream"] = scope;
                lines.Add(entry.ToJsonString().Replace(app.Plenary, "plenary", StringComparison.Ordinal));
            }
        }

        var found = (await app.GetAsync(who, "items?q=question&limit=200")).Body["items"]!.AsArray().Select(item => (string)item!["item"]!);
        return [.. lines, "found " + string.Join(' ', found.Order(StringComparer.Ordinal))];
    }

    private static async Task<IEnumerable<string>> ReviewedAsync(ReleaseApp app) =>
        (await app.ReviewsAsync()).Select(review => $"{review["item"]} {review["target"]}").Order(StringComparer.Ordinal);
}
