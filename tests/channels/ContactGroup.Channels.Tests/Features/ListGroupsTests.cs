using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Tests.Fixtures;

namespace ContactGroup.Channels.Tests.Features;

public sealed class ListGroupsTests : TheatreTests
{
    [Fact]
    public async Task A_member_sees_the_group_with_its_terms_posture_and_convenor()
    {
        var group = await OnlyGroupAsync(Theatre.Ingo);

        Assert.Equal("Contact group north", (string?)group["name"]);
        Assert.Equal("Keep aid apart from fighting", (string?)group["purpose"]);
        Assert.Equal("No movement is agreed here", (string?)group["assumptions"]);
        Assert.Equal(1, (int?)group["termsVersion"]);
        Assert.True((bool?)group["termsAccepted"]);
        Assert.Equal("coexistence", (string?)group["posture"]);
        Assert.False((bool?)group["exercise"]);
        Assert.Equal("OCHA", (string?)group["convenor"]!["name"]);
    }

    [Fact]
    public async Task Each_side_sees_only_the_channels_that_admit_it()
    {
        Assert.Equal("Plenary, Humanitarian caucus, NGO room, Notices", await NamesAsync(Theatre.Ingo));
        Assert.Equal("Plenary, Humanitarian caucus, North desk, Notices", await NamesAsync(Theatre.Coordinator));
        Assert.Equal("Plenary, North desk, Notices", await NamesAsync(Theatre.North));
        Assert.Equal("Plenary, Notices", await NamesAsync(Theatre.South));
        Assert.Equal("Plenary, Notices", await NamesAsync(Theatre.Donor));
        Assert.Equal("Plenary, Notices", await NamesAsync(Theatre.Police));
    }

    [Fact]
    public async Task What_a_force_observes_does_not_change_with_channels_it_may_not_know()
    {
        var before = await Theatre.As(Theatre.North).GetAsync("groups");

        await Theatre.OpenChannelAsync("Protection", "caucus", "humanitarian");
        await Theatre.OpenChannelAsync("South desk", "desk", "military:southern-force");
        await Theatre.AddAsync(Theatre.Outsider);

        Assert.Equal(before, await Theatre.As(Theatre.North).GetAsync("groups"));
    }

    [Fact]
    public async Task Only_coordination_may_post_in_a_notice_channel()
    {
        Assert.True(await MayPostAsync(Theatre.Coordinator, Theatre.Notice));
        Assert.False(await MayPostAsync(Theatre.Ingo, Theatre.Notice));
        Assert.False(await MayPostAsync(Theatre.North, Theatre.Notice));
    }

    [Fact]
    public async Task Each_channel_says_how_messages_cross()
    {
        var channels = (await OnlyGroupAsync(Theatre.Coordinator))["channels"]!.AsArray();

        Assert.Equal("review, none, automatic, automatic", string.Join(", ", channels.Select(channel => (string?)channel!["crossing"])));
    }

    [Fact]
    public async Task In_distance_a_plenary_is_not_listed_to_forces_but_stays_for_the_others()
    {
        await Theatre.SetPostureAsync("distance");

        Assert.Equal("North desk, Notices", await NamesAsync(Theatre.North));
        Assert.StartsWith("Plenary", await NamesAsync(Theatre.Ingo), StringComparison.Ordinal);
        Assert.StartsWith("Plenary", await NamesAsync(Theatre.Donor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_belongs_to_no_group_sees_none()
    {
        Assert.Equal("{\"groups\":[]}", (await Theatre.As(Theatre.Outsider).GetAsync("groups")).Is(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task A_coordinator_of_the_convenor_finds_the_group_before_joining_it_but_no_channel()
    {
        var colleague = Theatre.Coordinator with { Id = Person.Coordinator().Id, Name = "Colleague" };
        var stranger = Person.Coordinator("Stranger");
        await App.KnowAsync(colleague, stranger);

        Assert.Empty((await OnlyGroupAsync(colleague))["channels"]!.AsArray());
        Assert.Equal("{\"groups\":[]}", (await Theatre.As(stranger).GetAsync("groups")).Body);
    }

    [Fact]
    public async Task A_session_that_contradicts_the_membership_sees_nothing()
    {
        var moved = Theatre.Ingo with { Constituency = Classification.Constituency.Military, Force = "northern-force" };

        Assert.Equal("{\"groups\":[]}", (await Theatre.As(moved).GetAsync("groups")).Body);
    }

    private async Task<JsonNode> OnlyGroupAsync(Person person) =>
        Assert.Single((await Theatre.As(person).GetAsync("groups")).Is(HttpStatusCode.OK).Json["groups"]!.AsArray())!;

    private async Task<string> NamesAsync(Person person) =>
        string.Join(", ", (await OnlyGroupAsync(person))["channels"]!.AsArray().Select(channel => (string?)channel!["name"]));

    private async Task<bool> MayPostAsync(Person person, string channel) =>
        (bool)(await OnlyGroupAsync(person))["channels"]!.AsArray().Single(one => (string?)one!["id"] == channel)!["mayPost"]!;
}
