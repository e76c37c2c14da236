using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;

namespace ContactGroup.Channels.Tests.Features;

public sealed class ListMembersTests : TheatreTests
{
    [Fact]
    public async Task The_humanitarian_side_sees_itself_and_coordination_and_of_forces_only_the_name()
    {
        Assert.Equal("Coordinator, Ingo, Nngo, northern-force, southern-force", await NamesAsync(Theatre.Ingo));
        Assert.Equal("Coordinator, Ingo, Nngo, northern-force, southern-force", await NamesAsync(Theatre.Nngo));
    }

    [Fact]
    public async Task A_force_is_one_line_without_persons_however_many_its_people_are()
    {
        var second = Person.North("Second") with { Organisation = Theatre.North.Organisation, OrganisationName = Theatre.North.OrganisationName };
        await App.KnowAsync(second);
        var before = await ListAsync(Theatre.Ingo);

        await Theatre.AddAsync(second);

        Assert.Equal(before, await ListAsync(Theatre.Ingo));
        var force = before.Json["members"]!.AsArray().Single(one => (string?)one!["force"] == "northern-force")!;
        Assert.Null(force["person"]);
        Assert.Equal("northern-force", (string?)force["organisation"]);
        Assert.DoesNotContain(Theatre.North.OrganisationName, before.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_sees_its_own_force_and_coordination() => Assert.Equal("Coordinator, North", await NamesAsync(Theatre.North));

    [Fact]
    public async Task Police_and_political_actors_see_their_own_constituency_and_coordination()
    {
        Assert.Equal("Coordinator, Police", await NamesAsync(Theatre.Police));
        Assert.Equal("Coordinator, Donor", await NamesAsync(Theatre.Donor));
    }

    [Fact]
    public async Task A_coordinator_who_adds_and_removes_members_sees_them_all() =>
        Assert.Equal("Coordinator, Donor, Ingo, Nngo, North, Police, South", await NamesAsync(Theatre.Coordinator));

    [Fact]
    public async Task What_a_force_observes_does_not_change_when_others_join_or_leave()
    {
        var before = await ListAsync(Theatre.North);

        await Theatre.AddAsync(Theatre.Outsider);
        await Theatre.RemoveAsync(Theatre.South);
        await Theatre.RemoveAsync(Theatre.Donor);

        Assert.Equal(before, await ListAsync(Theatre.North));
    }

    [Fact]
    public async Task A_foreign_group_and_an_absent_one_look_the_same()
    {
        var foreign = await ListAsync(Theatre.Outsider);

        foreign.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(foreign, await Theatre.As(Theatre.Outsider).GetAsync($"groups/{Ids.New()}/members"));
        Assert.Equal(foreign, await Theatre.As(Theatre.Outsider).GetAsync("groups/-/members"));
    }

    private Task<Answer> ListAsync(Person person) => Theatre.As(person).GetAsync($"groups/{Theatre.Group}/members");

    private async Task<string> NamesAsync(Person person) => string.Join(
        ", ",
        (await ListAsync(person)).Is(HttpStatusCode.OK).Json["members"]!.AsArray().Select(one => (string?)one!["displayName"]).Order(StringComparer.Ordinal));
}
