using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What somebody has to look at before the rest, each reader's own: found without reading everything.</summary>
public sealed class UrgentItemsTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_movement_is_urgent_for_its_side_while_those_who_move_were_not_heard_of()
    {
        var movement = Quiet();
        await app.TakeAsync(movement);
        Assert.Equal(0, await CountAsync(Exercise.Chidi));

        var overdue = await TakeNextAsync(movement, content => content["overdueSince"] = "2026-03-05T14:30:00Z");
        Assert.Equal(1, await CountAsync(Exercise.Chidi));

        await TakeNextAsync(overdue, content => content["state"] = "COMPLETED");
        Assert.Equal(0, await CountAsync(Exercise.Chidi));
    }

    [Fact]
    public async Task It_is_urgent_for_a_force_until_that_one_has_received_the_version_that_it_holds()
    {
        var movement = Quiet(GivenMovement.North, GivenMovement.South);
        await app.TakeAsync(movement);
        Assert.Equal((1, 1, 0), (await CountAsync(Exercise.North), await CountAsync(Exercise.South), await CountAsync(Exercise.Chidi)));

        var acknowledged = await TakeNextAsync(movement, content => Line(content, GivenMovement.North)["state"] = "ACKNOWLEDGED");
        Assert.Equal((0, 1), (await CountAsync(Exercise.North), await CountAsync(Exercise.South)));

        await TakeNextAsync(acknowledged, content => content["version"] = 2);
        Assert.Equal((1, 1), (await CountAsync(Exercise.North), await CountAsync(Exercise.South)));
    }

    [Fact]
    public async Task It_is_urgent_for_its_own_organisation_while_its_people_are_on_the_way()
    {
        var movement = Quiet();
        await app.TakeAsync(movement);
        Assert.Equal(0, await CountAsync(Exercise.Amal));

        var underWay = await TakeNextAsync(movement, content => content["state"] = "UNDERWAY");
        Assert.Equal((1, 0), (await CountAsync(Exercise.Amal), await CountAsync(Exercise.Chidi)));

        await TakeNextAsync(underWay, content => content["state"] = "COMPLETED");
        Assert.Equal(0, await CountAsync(Exercise.Amal));
    }

    [Theory]
    [InlineData("SENT", "NOTIFIED", 1)]
    [InlineData("SENT", "CANCELLED", 0)]
    [InlineData("FAILED", "CANCELLED", 1)]
    [InlineData("QUERIED", "NOTIFIED", 0)]
    public async Task It_is_urgent_for_its_side_when_somebody_has_to_call_a_recipient(string reached, string state, int urgent)
    {
        await app.TakeAsync(Quiet(content =>
        {
            content["state"] = state;
            Line(content, GivenMovement.North)["state"] = reached;
            Line(content, GivenMovement.North)["escalatedAt"] = "2026-03-04T14:30:00Z";
        }));

        Assert.Equal(urgent, await CountAsync(Exercise.Chidi));
    }

    [Fact]
    public async Task What_is_not_urgent_is_all_the_rest_and_nobody_is_told_of_what_is_not_held()
    {
        var incident = app.Incident();
        var movement = Quiet(GivenMovement.North);
        await app.TakeAsync(incident);
        await app.TakeAsync(movement);

        Assert.Equal([movement.Item], await ItemsAsync(Exercise.North, "items?urgent=true"));
        Assert.Empty(await ItemsAsync(Exercise.South, "items?urgent=true"));
        Assert.Equal(new HashSet<string> { incident.Item, movement.Item }, (await ItemsAsync(Exercise.Chidi, "items?urgent=false")).ToHashSet());
    }

    [Fact]
    public async Task Anything_but_true_or_false_is_refused_by_name()
    {
        var answer = await app.GetAsync(Exercise.Chidi, "items?urgent=yes");

        Assert.Equal(400, answer.Status);
        Assert.Contains("urgent", answer.Text, StringComparison.Ordinal);
    }

    private async Task<int> CountAsync(Participant reader) => (int)(await app.GetAsync(reader, "items?kind=movement&urgent=true")).Body["count"]!;

    private async Task<string[]> ItemsAsync(Participant reader, string path) =>
        [.. (await app.GetAsync(reader, path)).Body["items"]!.AsArray().Select(item => (string)item!["item"]!)];

    private ItemVersioned Quiet(params string[] forces) => Calm(GivenMovement.Of(app, forces.Length == 0 ? [GivenMovement.North] : forces), _ => { });

    private ItemVersioned Quiet(Action<JsonObject> change) => Calm(GivenMovement.Of(app), change);

    private static ItemVersioned Calm(ItemVersioned movement, Action<JsonObject> change)
    {
        movement.Content.Remove("overdueSince");
        change(movement.Content);
        return movement;
    }

    private async Task<ItemVersioned> TakeNextAsync(ItemVersioned before, Action<JsonObject> change)
    {
        var content = before.Content.DeepClone().AsObject();
        change(content);
        var next = before with { Version = before.Version + 1, Content = content };
        await app.TakeAsync(next);
        return next;
    }

    private static JsonNode Line(JsonObject content, string force) =>
        content["dispatch"]!.AsArray().Single(line => (string?)line!["to"] == force)!;
}
