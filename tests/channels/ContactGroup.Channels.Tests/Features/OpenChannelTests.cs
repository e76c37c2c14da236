using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests.Features;

public sealed class OpenChannelTests : TheatreTests
{
    [Theory]
    [InlineData("plenary", "", "all")]
    [InlineData("plenary", "all", "all")]
    [InlineData("notice", "", "all")]
    [InlineData("caucus", "humanitarian", "humanitarian")]
    [InlineData("caucus", "nngo ingo", "ingo nngo")]
    [InlineData("caucus", "ingo ingo", "ingo")]
    [InlineData("caucus", "ingo coordination", "coordination ingo")]
    [InlineData("caucus", "military:northern-force", "military:northern-force")]
    [InlineData("caucus", "police", "police")]
    [InlineData("caucus", "donor observer", "donor observer")]
    [InlineData("desk", "military:northern-force", "coordination military:northern-force")]
    [InlineData("desk", "coordination military:northern-force", "coordination military:northern-force")]
    public async Task A_channel_admits_what_its_kind_allows(string kind, string requested, string admitted)
    {
        (await OpenAsync(kind, requested)).Is(HttpStatusCode.Created);

        Assert.Equal(admitted, string.Join(' ', (await App.PublishedAsync<ChannelChanged>())[^1].Fact.Admits));
    }

    [Theory]
    [InlineData("plenary", "humanitarian")]
    [InlineData("notice", "ingo")]
    [InlineData("caucus", "")]
    [InlineData("caucus", "all")]
    [InlineData("caucus", "ingo donor")]
    [InlineData("caucus", "humanitarian police")]
    [InlineData("caucus", "military:northern-force military:southern-force")]
    [InlineData("caucus", "military:northern-force police")]
    [InlineData("caucus", "military:northern-force coordination")]
    [InlineData("caucus", "military")]
    [InlineData("caucus", "security")]
    [InlineData("caucus", "ingo:force")]
    [InlineData("caucus", "INGO")]
    [InlineData("desk", "")]
    [InlineData("desk", "coordination")]
    [InlineData("desk", "ingo")]
    [InlineData("desk", "military:northern-force military:southern-force")]
    [InlineData("desk", "military:northern-force ingo")]
    [InlineData("desk", "military:Northern Force")]
    public async Task What_the_kind_does_not_allow_is_refused(string kind, string requested)
    {
        var before = await App.RowsAsync();

        (await OpenAsync(kind, requested)).Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "admits");

        Assert.Equal(before, await App.RowsAsync());
    }

    [Theory]
    [InlineData("name", "", "plenary")]
    [InlineData("kind", "n", "forum")]
    [InlineData("kind", "n", "Plenary")]
    public async Task A_bad_field_is_named(string field, string name, string kind) =>
        (await Theatre.As(Theatre.Coordinator).PostAsync($"groups/{Theatre.Group}/channels", new { name, kind })).Refuses("CG-1002", field);

    [Fact]
    public async Task The_whole_state_of_the_channel_is_told_in_its_own_partition()
    {
        var (partition, fact) = (await App.PublishedAsync<ChannelChanged>())[0];

        Assert.Equal(Theatre.Plenary, partition);
        Assert.Equal(Theatre.Plenary, fact.Channel);
        Assert.Equal(Theatre.Group, fact.Group);
        Assert.Equal("Plenary", fact.Name);
        Assert.Equal(ChannelKind.Plenary, fact.Kind);
        Assert.Equal(Classification.Posture.Coexistence, fact.Posture);
        Assert.False(fact.Exercise);
    }

    [Fact]
    public async Task A_name_may_be_used_twice_so_that_it_tells_of_no_other_channel() =>
        Assert.False(await Theatre.OpenChannelAsync("Plenary", "plenary") == Theatre.Plenary);

    [Fact]
    public async Task Only_a_coordinator_of_the_group_opens_channels()
    {
        var body = new { name = "n", kind = "plenary" };

        (await Theatre.As(Theatre.North).PostAsync($"groups/{Theatre.Group}/channels", body)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        var foreign = await Theatre.As(Theatre.Outsider).PostAsync($"groups/{Theatre.Group}/channels", body);
        foreign.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(foreign, await Theatre.As(Theatre.Outsider).PostAsync($"groups/{Ids.New()}/channels", body));
    }

    private Task<Answer> OpenAsync(string kind, string admits) => Theatre.As(Theatre.Coordinator).PostAsync(
        $"groups/{Theatre.Group}/channels", new { name = "Room", kind, admits = admits.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
}
