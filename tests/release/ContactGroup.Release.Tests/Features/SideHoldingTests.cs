using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Who counts notices is told which version of one that was taken back its side holds, and of nothing else.</summary>
public sealed class SideHoldingTests : IAsyncLifetime, IDisposable
{
    private const string OwnSide = "side:humanitarian";

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_was_taken_back_from_the_side_is_held_by_it_no_more_and_what_is_released_again_is()
    {
        var notice = await TakenBackAsync();

        await app.ReleaseAllAsync();

        Assert.Equal(new SideHoldingChanged(notice.Item, 1, 2), await app.Holdings.NextAsync());
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}")).Status);
    }

    [Fact]
    public async Task What_is_released_again_without_something_is_not_held_as_it_was_written()
    {
        var notice = await TakenBackAsync();

        foreach (var review in await app.ReviewsAsync())
        {
            var decision = new { shown = (string?)review["shown"], fields = new { severity = new { omit = true } } };
            Assert.Equal(204, (await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", decision)).Status);
        }

        Assert.Null((await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}")).Body["fields"]!["severity"]);
        await RecallAsync(Exercise.Olena, notice, OwnSide);
        await app.ReleaseAllAsync();
        Assert.Equal(new SideHoldingChanged(notice.Item, 1, 2), await app.Holdings.NextAsync()); // Nothing was told in between.
    }

    [Fact]
    public async Task A_later_version_is_held_when_a_coordinator_has_released_it()
    {
        var notice = await TakenBackAsync();
        await app.ReleaseAllAsync();
        Assert.Equal(1, (await app.Holdings.NextAsync()).Version);

        await app.TakeAsync(Notice(version: 2, item: notice.Item, severity: "4"));
        await app.ReleaseAllAsync();

        Assert.Equal(new SideHoldingChanged(notice.Item, 2, 3), await app.Holdings.NextAsync());
    }

    [Fact]
    public async Task What_was_taken_back_twice_is_told_twice()
    {
        var notice = await TakenBackAsync();
        await app.ReleaseAllAsync();
        Assert.Equal(1, (await app.Holdings.NextAsync()).Version);

        await RecallAsync(Exercise.Olena, notice, OwnSide);

        Assert.Equal(new SideHoldingChanged(notice.Item, null, 3), await app.Holdings.NextAsync());
    }

    [Fact]
    public async Task While_somebody_of_the_side_is_without_it_the_side_does_not_hold_it()
    {
        var notice = await TakenBackAsync();
        await app.ReleaseAllAsync();
        Assert.Equal(1, (await app.Holdings.NextAsync()).Version);
        var medic = Exercise.Of("Medic", "Red Crescent", Constituency.Rcrc);

        await app.JoinAsync(medic);

        Assert.Equal(404, (await app.GetAsync(medic, $"items/{notice.Item}")).Status);
        Assert.Equal(new SideHoldingChanged(notice.Item, null, 3), await app.Holdings.NextAsync());
    }

    [Fact]
    public async Task Of_what_was_taken_back_from_a_force_alone_and_of_what_is_not_counted_nothing_is_told()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await RecallAsync(Exercise.Amal, incident, OwnSide);
        var shared = Notice() with { ReleaseTo = ["own-side", "audience:military:northern-force"] };
        await app.TakeAsync(shared);
        await RecallAsync(Exercise.Amal, shared, "audience:military:northern-force");

        await TakenBackAsync(); // Would not be the first.
    }

    private async Task<ItemVersioned> TakenBackAsync()
    {
        var notice = Notice();
        await app.TakeAsync(notice);
        await RecallAsync(Exercise.Olena, notice, OwnSide);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}")).Status);
        Assert.Equal(new SideHoldingChanged(notice.Item, null, 1), await app.Holdings.NextAsync());
        return notice;
    }

    private async Task RecallAsync(Hosting.Authentication.Participant who, ItemVersioned item, string target) =>
        Assert.Equal(204, (await app.PostAsync(who, $"items/{item.Item}/recall", new { target, reason = "It names a source." })).Status);

    private ItemVersioned Notice(int version = 1, string? item = null, string severity = "3") => app.Incident(version: version, item: item) with
    {
        Kind = AccessConstraintSchema.Schema.Kind,
        Reference = "ACN-TEST-0001",
        ReleaseTo = ["own-side"],
        Content = new JsonObject
        {
            ["constraintType"] = "AC3",
            ["state"] = "REPORTED",
            ["severity"] = severity,
            ["title"] = "Papers asked for",
            ["startedAt"] = "2026-02-20T05:30:00Z",
            ["country"] = "XXA",
        },
    };
}
