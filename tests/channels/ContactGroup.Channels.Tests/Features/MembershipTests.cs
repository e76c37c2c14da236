using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests.Features;

public sealed class MembershipTests : TheatreTests
{
    [Fact]
    public async Task A_person_who_joins_is_told_of_as_what_their_organisation_is()
    {
        await Theatre.AddAsync(Theatre.Outsider);

        var (partition, fact) = (await App.PublishedAsync<MembershipChanged>())[^1];
        Assert.Equal(Theatre.Group, partition);
        Assert.Equal(
            new MembershipChanged(
                Theatre.Group,
                Theatre.Outsider.Id,
                Theatre.Outsider.Organisation,
                Theatre.Outsider.OrganisationName,
                Classification.Constituency.Ingo,
                null,
                Member: true,
                1,
                Joined: 1),
            fact);
    }

    [Fact]
    public async Task Adding_twice_changes_nothing()
    {
        var before = (await App.PublishedAsync<MembershipChanged>()).Count;

        await Theatre.AddAsync(Theatre.Ingo);

        Assert.Equal(before, (await App.PublishedAsync<MembershipChanged>()).Count);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Rights_have_ended_at_every_gate_before_a_removal_is_answered()
    {
        Answer? during = null;
        App.Gate.OnEnd = async (_, _) => during = await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary);

        await Theatre.RemoveAsync(Theatre.Ingo);

        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
        during!.Refuses("CG-2004");
    }

    [Fact]
    public async Task A_removed_member_finds_nothing_any_more()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        Assert.NotNull(await App.Directory.FindAsync(Theatre.Ingo.Asks, Theatre.Plenary, default));

        await Theatre.RemoveAsync(Theatre.Ingo);

        Assert.Null(await App.Directory.FindAsync(Theatre.Ingo.Asks, Theatre.Plenary, default));
        Assert.Equal("{\"groups\":[]}", (await Theatre.As(Theatre.Ingo).GetAsync("groups")).Body);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).GetAsync($"groups/{Theatre.Group}/members")).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).PostAsync($"groups/{Theatre.Group}/terms/acceptance", new { version = 1 })).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/edit", new { text = "x" })).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/withdraw", new { })).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/acknowledge", new { })).Refuses("CG-2004");
    }

    [Fact]
    public async Task A_removal_is_published_and_its_version_goes_on_rising()
    {
        await Theatre.RemoveAsync(Theatre.Ingo);
        await Theatre.AddAsync(Theatre.Ingo);

        var told = (await App.PublishedAsync<MembershipChanged>()).Select(one => one.Fact).Where(fact => fact.Person == Theatre.Ingo.Id).ToList();
        Assert.Equal("1 True, 2 False, 3 True", string.Join(", ", told.Select(fact => $"{fact.Version} {fact.Member}")));
        Assert.Equal([1L, 1L, 3L], told.Select(fact => fact.Joined));
    }

    [Fact]
    public async Task A_removal_is_not_acknowledged_while_a_gate_fails_and_a_repeat_closes_it()
    {
        App.Gate.OnEnd = (_, _) => throw new TimeoutException();
        var failed = await Theatre.As(Theatre.Coordinator).DeleteAsync($"groups/{Theatre.Group}/members/{Theatre.Ingo.Id}");
        App.Gate.OnEnd = (_, _) => Task.CompletedTask;

        failed.Is(HttpStatusCode.ServiceUnavailable).Refuses("CG-1008");
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-2004");
        await Theatre.RemoveAsync(Theatre.Ingo);
        Assert.Equal((Theatre.Ingo.Id, Theatre.Group), Assert.Single(App.Gate.Ended));
    }

    [Fact]
    public async Task An_unknown_and_a_suspended_person_are_refused_alike()
    {
        var suspended = Person.Nngo();
        await App.KnowAsync(suspended);
        await App.TellAsync(suspended.ToFact(2, suspended: true));
        var before = await App.RowsAsync();

        var unknown = await AddAsync(Theatre.Coordinator, Ids.New());

        unknown.Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "person");
        Assert.Equal(unknown, await AddAsync(Theatre.Coordinator, suspended.Id));
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task Only_a_coordinator_of_the_group_adds_and_removes()
    {
        var before = await App.RowsAsync();

        (await AddAsync(Theatre.Ingo, Theatre.Outsider.Id)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        (await AddAsync(Theatre.Outsider, Theatre.Outsider.Id)).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        (await AddAsync(Person.Coordinator("Stranger"), Theatre.Outsider.Id)).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).DeleteAsync($"groups/{Theatre.Group}/members/{Theatre.North.Id}")).Refuses("CG-2003");
        (await Theatre.As(Theatre.Outsider).DeleteAsync($"groups/{Theatre.Group}/members/{Theatre.North.Id}")).Refuses("CG-2004");
        (await Theatre.As(Theatre.Coordinator).DeleteAsync($"groups/{Theatre.Group}/members/{Ids.New()}")).Refuses("CG-2004");
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task A_coordinator_of_the_convenor_can_join_by_their_own_hand()
    {
        var colleague = Theatre.Coordinator with { Id = Ids.New(), Name = "Colleague" };
        await App.KnowAsync(colleague);
        await Theatre.RemoveAsync(Theatre.Coordinator);

        (await AddAsync(colleague, colleague.Id)).Is(HttpStatusCode.NoContent);

        Assert.NotNull(await App.Directory.FindAsync(colleague.Asks, Theatre.Plenary, default));
    }

    private Task<Answer> AddAsync(Person by, string person) => Theatre.As(by).PostAsync($"groups/{Theatre.Group}/members", new { person });
}
