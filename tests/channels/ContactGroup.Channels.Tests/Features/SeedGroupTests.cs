using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Tests.Features;

public sealed class SeedGroupTests : IAsyncLifetime
{
    private readonly Person coordinator = Person.Coordinator();
    private readonly Person ingo = Person.Ingo();
    private readonly Person north = Person.North();
    private ChannelsApp app = null!;

    public async Task InitializeAsync() => app = await ChannelsApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_whole_group_is_laid_out_at_once()
    {
        var seeded = await app.SeedAsync(Seed());

        Assert.True(seeded.Created);
        Assert.Contains("Plenary", (await app.As(ingo).GetAsync("groups")).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Caucus", (await app.As(north).GetAsync("groups")).Body, StringComparison.Ordinal);
        (await app.As(ingo).PostAsync($"channels/{seeded.Channels["Plenary"]}/messages", new { text = "t" })).Is(HttpStatusCode.Accepted);
        (await app.As(north).PostAsync($"channels/{seeded.Channels["Plenary"]}/messages", new { text = "t" })).Refuses("CG-3001");
        var posted = (await app.PublishedAsync<ItemVersioned>())[0].Fact;
        Assert.Equal(("Welcome", "all", true), ((string?)posted.Content["text"], Assert.Single(posted.ReleaseTo), posted.Exercise));
    }

    [Fact]
    public async Task Seeding_again_adds_nothing_and_finds_the_same_group()
    {
        var first = await app.SeedAsync(Seed());
        var before = await app.RowsAsync();

        var second = await app.SeedAsync(Seed());

        Assert.False(second.Created);
        Assert.Equal((first.Group, first.Channels["Plenary"]), (second.Group, second.Channels["Plenary"]));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task What_identity_tells_later_about_seeded_people_agrees_and_ends_nothing()
    {
        var seeded = await app.SeedAsync(Seed());

        await app.TellAsync(ingo.ToFact());
        await app.TellAsync(ingo.ToOrganisationFact());

        Assert.Empty(app.Gate.Ended);
        Assert.NotNull(await app.Directory.FindAsync(ingo.Asks, seeded.Channels["Plenary"], default));
    }

    [Fact]
    public async Task A_seed_that_breaks_a_rule_writes_nothing()
    {
        var before = await app.RowsAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => app.SeedAsync(Seed() with { Name = " " }));
        await Assert.ThrowsAsync<ArgumentException>(() => app.SeedAsync(Seed() with
        {
            Channels = [new ChannelSeed("Bad", ChannelKind.Caucus, ["ingo", "donor"], [])],
        }));
        await Assert.ThrowsAnyAsync<Exception>(() => app.SeedAsync(Seed() with
        {
            Channels = [new ChannelSeed("Notices", ChannelKind.Notice, [], [new MessageSeed(ingo.Id, "t")])],
        }));
        Assert.Equal(before, await app.RowsAsync());
    }

    private GroupSeed Seed() => new(
        "Exercise north",
        "p",
        "a",
        Posture.Coexistence,
        Exercise: true,
        coordinator.Id,
        [coordinator.ToSeed(), ingo.ToSeed(), north.ToSeed(acceptsTerms: false)],
        [
            new ChannelSeed("Plenary", ChannelKind.Plenary, [], [new MessageSeed(coordinator.Id, "Welcome", ["all"])]),
            new ChannelSeed("Caucus", ChannelKind.Caucus, ["humanitarian"], [new MessageSeed(ingo.Id, "Among us")]),
        ]);
}
