using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests.Features;

public sealed class FollowIdentityTests : TheatreTests
{
    [Fact]
    public async Task A_suspended_person_loses_every_membership_and_every_right()
    {
        await App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true));

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-2004");
        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
        var told = (await App.PublishedAsync<MembershipChanged>())[^1].Fact;
        Assert.Equal((Theatre.Ingo.Id, false, 2L), (told.Person, told.Member, told.Version));
    }

    [Fact]
    public async Task An_organisation_that_changes_constituency_takes_its_people_out_of_the_group()
    {
        await App.TellAsync(Theatre.Ingo.ToOrganisationFact(2) with { Constituency = Constituency.Donor });
        var moved = Theatre.Ingo with { Constituency = Constituency.Donor };

        (await Theatre.TryPostAsync(moved, Theatre.Plenary)).Refuses("CG-2004");
        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));

        await Theatre.AddAsync(Theatre.Ingo);
        Assert.Equal(Constituency.Donor, (await App.PublishedAsync<MembershipChanged>())[^1].Fact.Constituency);
        Assert.Null(await App.Directory.FindAsync(moved.Asks, Theatre.Humanitarian, default));
        Assert.NotNull(await App.Directory.FindAsync(moved.Asks, Theatre.Plenary, default));
    }

    [Fact]
    public async Task A_person_who_changes_organisation_leaves_even_when_the_constituency_is_the_same()
    {
        await App.TellAsync(Theatre.Ingo.ToFact(2) with { Organisation = Theatre.Outsider.Organisation });

        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
        Assert.Null(await App.Directory.FindAsync((Theatre.Ingo with { Organisation = Theatre.Outsider.Organisation }).Asks, Theatre.Plenary, default));
    }

    [Fact]
    public async Task A_force_that_is_renamed_is_another_force()
    {
        await App.TellAsync(Theatre.North.ToOrganisationFact(2) with { Force = "southern-force" });

        Assert.Equal((Theatre.North.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
        Assert.Null(await App.Directory.FindAsync((Theatre.North with { Force = "southern-force" }).Asks, Theatre.Plenary, default));
    }

    [Fact]
    public async Task A_new_name_is_taken_over_and_no_right_ends()
    {
        await App.TellAsync(Theatre.Ingo.ToFact(2) with { DisplayName = "New name" });
        await App.TellAsync(Theatre.Ingo.ToOrganisationFact(2) with { Name = "New organisation" });

        Assert.Empty(App.Gate.Ended);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
        var told = (await App.PublishedAsync<MembershipChanged>())[^1].Fact;
        Assert.Equal(("New organisation", true), (told.OrganisationName, told.Member));
        Assert.Contains("New name", (await Theatre.As(Theatre.Nngo).GetAsync($"groups/{Theatre.Group}/members")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_fact_twice_and_an_older_one_late_change_nothing()
    {
        var message = Ids.New();
        await App.TellAsync(Theatre.Ingo.ToFact(3) with { DisplayName = "Newest" }, message);
        var before = (await App.PublishedAsync<MembershipChanged>()).Count;

        await App.TellAsync(Theatre.Ingo.ToFact(3) with { DisplayName = "Newest" }, message);
        await App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true));

        Assert.Equal(before, (await App.PublishedAsync<MembershipChanged>()).Count);
        Assert.Empty(App.Gate.Ended);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task When_a_gate_fails_the_fact_is_delivered_again_and_closes_it()
    {
        var message = Ids.New();
        App.Gate.OnEnd = (_, _) => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(() => App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true), message));
        App.Gate.OnEnd = (_, _) => Task.CompletedTask;

        await App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true), message);

        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
    }

    [Fact]
    public async Task A_person_who_belongs_to_no_group_ends_nothing()
    {
        await App.KnowAsync(Person.Ingo("New"));

        Assert.Empty(App.Gate.Ended);
    }
}
