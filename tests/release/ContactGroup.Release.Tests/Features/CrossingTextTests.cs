using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Free text with a position, a number or an address in it does not cross to another side unseen.</summary>
public sealed class CrossingTextTests : IAsyncLifetime, IDisposable
{
    private const string Position = "We wait at 33.5138, 36.2765.";

    private readonly ReleaseApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_force_observes_nothing_of_a_message_with_a_position_before_it_is_released()
    {
        var before = await ObservedAsync();

        await app.TakeAsync(app.Message(Exercise.Amal, Position, ["all"]));

        Assert.Equal(before, await ObservedAsync());
        await app.ReleaseAllAsync();
        Assert.NotEqual(before, await ObservedAsync());
    }

    [Fact]
    public async Task The_own_side_gets_it_at_once()
    {
        var message = app.Message(Exercise.Amal, Position, ["all"]);

        await app.TakeAsync(message);

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task A_message_in_which_nothing_is_found_crosses_at_once()
    {
        var message = app.Message(Exercise.Amal, "The road is open again since 08:30 on 2026-03-01.", ["all"]);

        await app.TakeAsync(message);

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task A_coordinator_sees_in_the_review_where_to_look()
    {
        await app.TakeAsync(app.Message(Exercise.Amal, Position, ["own-side", "audience:military:northern-force"]));

        var review = Assert.Single(await app.ReviewsAsync());

        var finding = Assert.Single(review["findings"]!.AsArray())!;
        Assert.Equal(("text", "coordinate", 11, 16), ((string?)finding["field"], (string?)finding["kind"], (int)finding["start"]!, (int)finding["length"]!));
    }

    [Fact]
    public async Task What_coordination_writes_to_a_force_waits_for_another_coordinator()
    {
        var desk = Ids.New();
        await app.OpenChannelAsync(desk, ChannelKind.Desk, Posture.Coexistence, "military:northern-force");
        var message = app.Message(Exercise.Olena, Position, ["all"]) with { Channel = desk };
        await app.TakeAsync(message);

        var review = Assert.Single(await app.ReviewsAsync());
        var own = await app.ReleaseAsync(Exercise.Olena, review);

        Assert.True(own.Status is 403 or 409, own.Text);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task What_a_force_writes_reaches_coordination_at_once_and_the_rest_of_the_side_after_review()
    {
        var message = app.Message(Exercise.North, "Closed at 37S CU 12345 67890.", ["all"]);

        await app.TakeAsync(message);

        Assert.Equal(200, (await app.GetAsync(Exercise.Olena, $"items/{message.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task An_author_is_told_before_sending()
    {
        var preview = await app.PostAsync(
            Exercise.Amal, "preview", new { channel = app.Plenary, kind = "message", content = new { text = Position }, releaseTo = new[] { "all" } });

        var finding = Assert.Single(preview.Body["findings"]!.AsArray())!;
        Assert.Equal("coordinate", (string?)finding["kind"]);
        Assert.All(
            preview.Body["views"]!.AsArray().Where(view => ((string?)view!["audience"])!.StartsWith("audience:military", StringComparison.Ordinal)),
            view => Assert.Equal("review", (string?)view!["outcome"]));
    }

    [Fact]
    public async Task A_draft_that_stays_on_its_side_has_no_findings()
    {
        var preview = await app.PostAsync(
            Exercise.Amal, "preview", new { channel = app.Plenary, kind = "message", content = new { text = Position }, releaseTo = new[] { "own-side" } });

        Assert.Empty(preview.Body["findings"]!.AsArray());
    }

    private async Task<string> ObservedAsync() =>
        (await app.GetAsync(Exercise.North, "items?limit=50")).Text + string.Join(',', (await app.EntriesAsync(Exercise.North)).Select(entry => entry.ToJsonString()));
}
