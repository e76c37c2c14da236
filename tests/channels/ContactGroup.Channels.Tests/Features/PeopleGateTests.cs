using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Channels.Tests.Features;

public sealed class PeopleGateTests : TheatreTests
{
    [Fact]
    public async Task A_suspension_ends_every_membership_with_its_version_before_identity_goes_on()
    {
        await App.People.ChangeAsync(Theatre.Ingo.ToFact(2, suspended: true), CancellationToken.None);

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-2004");
        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
        Assert.Equal(2, Assert.Single(App.Gate.Versions));
    }

    [Fact]
    public async Task An_organisation_that_changes_sides_ends_the_rights_of_all_its_people_before_identity_goes_on()
    {
        var colleague = Theatre.Ingo with { Id = Contracts.Ids.New(), Name = "Colleague" };
        await App.KnowAsync(colleague);
        await Theatre.AddAsync(colleague);

        await App.People.ChangeAsync(Theatre.Ingo.ToOrganisationFact(2) with { Constituency = Constituency.Donor }, CancellationToken.None);

        Assert.Equal(
            new[] { Theatre.Ingo.Id, colleague.Id }.Order(StringComparer.Ordinal), App.Gate.Ended.Select(end => end.Person).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_fact_that_comes_after_the_gate_closes_again_and_publishes_nothing_more()
    {
        await App.People.ChangeAsync(Theatre.Ingo.ToFact(2, suspended: true), CancellationToken.None);
        var told = (await App.PublishedAsync<MembershipChanged>()).Count;

        await App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true));

        Assert.Equal([2L, 2L], App.Gate.Versions);
        Assert.Equal(told, (await App.PublishedAsync<MembershipChanged>()).Count);
    }

    [Fact]
    public async Task A_person_who_came_back_keeps_the_new_membership_when_the_old_fact_comes_late()
    {
        await App.People.ChangeAsync(Theatre.Ingo.ToFact(2, suspended: true), CancellationToken.None);
        await App.People.ChangeAsync(Theatre.Ingo.ToFact(3), CancellationToken.None);
        await Theatre.AddAsync(Theatre.Ingo);

        await App.TellAsync(Theatre.Ingo.ToFact(2, suspended: true));

        Assert.NotNull(await App.Directory.FindAsync(Theatre.Ingo.Asks, Theatre.Plenary, default));
    }

    /// <summary>Suspended, back, moved to another organisation: however the three come, the last version is what counts.</summary>
    [Theory]
    [InlineData(2, 3, 4)]
    [InlineData(2, 4, 3)]
    [InlineData(3, 2, 4)]
    [InlineData(3, 4, 2)]
    [InlineData(4, 2, 3)]
    [InlineData(4, 3, 2)]
    public async Task Changes_of_a_person_in_any_order_and_twice_end_in_no_right(int first, int second, int third)
    {
        foreach (var version in new[] { first, second, third, first, third })
        {
            await App.TellAsync(Fact(version));
        }

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.NotFound);
        var moved = Theatre.Ingo with { Organisation = Theatre.Outsider.Organisation };
        Assert.Null(await App.Directory.FindAsync(moved.Asks, Theatre.Plenary, default));
        Assert.Contains((Theatre.Ingo.Id, Theatre.Group), App.Gate.Ended);
    }

    [Fact]
    public async Task A_message_says_which_state_of_its_channel_it_was_written_under()
    {
        await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        (await Theatre.As(Theatre.Coordinator).PostAsync($"groups/{Theatre.Group}/posture", new { posture = "distance", reason = "x" })).Is(HttpStatusCode.NoContent);
        await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);

        var written = (await App.PublishedAsync<Contracts.Items.ItemVersioned>()).Select(one => one.Fact.ChannelVersion).ToList();
        var told = (await App.PublishedAsync<ChannelChanged>()).Where(one => one.Fact.Channel == Theatre.Plenary).Select(one => one.Fact.Version).ToList();
        Assert.Equal(told, written);
    }

    private PersonChanged Fact(int version) => version switch
    {
        2 => Theatre.Ingo.ToFact(2, suspended: true),
        3 => Theatre.Ingo.ToFact(3),
        _ => Theatre.Ingo.ToFact(4) with { Organisation = Theatre.Outsider.Organisation },
    };
}
