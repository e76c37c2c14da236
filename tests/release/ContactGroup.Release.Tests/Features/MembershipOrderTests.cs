using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Facts and gates of memberships in every order, late and twice: an end is an end for everything that is older.</summary>
public sealed class MembershipOrderTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    private enum Step
    {
        Joined,
        Ended,
        Left,
        Again,
    }

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_right_that_ended_never_comes_back_by_what_is_older_and_always_by_what_is_newer()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        foreach (var order in OrdersOf([Step.Joined, Step.Ended, Step.Left, Step.Again, Step.Joined]))
        {
            var person = new Participant(
                Ids.New(), "Rana", Exercise.Chidi.OrganisationId, "Water Now", Constituency.Nngo, Force: null, Ids.New(), IsAdministrator: false);
            await WalkAsync(person, incident.Item, order);
        }
    }

    [Fact]
    public async Task A_cursor_of_an_earlier_membership_is_worth_nothing_in_a_later_one()
    {
        await app.TakeAsync(app.Incident());
        await app.JoinAsync(Exercise.Chidi);
        var before = await app.StreamAsync(Exercise.Chidi);

        await app.JoinAsync(Exercise.Chidi, member: false);
        var between = await app.GetAsync(Exercise.Chidi, $"streams/{before["stream"]}/entries?after={before["start"]}");
        await app.JoinAsync(Exercise.Chidi);
        var after = await app.GetAsync(Exercise.Chidi, $"streams/{before["stream"]}/entries?after={before["start"]}");

        Assert.Equal(("CG-2004", "CG-4001"), (between.Code, after.Code));
        Assert.Single(await app.EntriesAsync(Exercise.Chidi));
    }

    [Fact]
    public async Task A_new_name_keeps_the_cursors()
    {
        var membership = app.NextMembership(Exercise.Chidi);
        await app.TakeAsync(membership);
        var before = await app.StreamAsync(Exercise.Chidi);

        await app.TakeAsync(app.NextMembership(Exercise.Chidi) with { OrganisationName = "Water Always", Joined = membership.Joined });

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"streams/{before["stream"]}/entries?after={before["start"]}")).Status);
    }

    [Fact]
    public async Task Who_moved_to_another_organisation_reads_neither_as_before_nor_as_now_until_let_in_again()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var moved = Exercise.Chidi with { OrganisationId = Exercise.Dora.OrganisationId, Constituency = Constituency.UnHumanitarian };

        await app.EndRightsAsync(app.NextMembership(Exercise.Chidi, member: false));

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(moved, $"items/{incident.Item}")).Status);
        await app.JoinAsync(moved);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(moved, $"items/{incident.Item}")).Status);
    }

    private async Task WalkAsync(Participant person, string item, IReadOnlyList<Step> order)
    {
        var joined = app.NextMembership(person);
        var left = app.NextMembership(person, member: false);
        var again = app.NextMembership(person);
        long newest = 0;
        foreach (var step in order)
        {
            await TakeAsync(step, joined, left, again);
            newest = Math.Max(newest, step switch { Step.Joined => joined.Version, Step.Again => again.Version, _ => left.Version });
            var expected = newest == left.Version ? 404 : 200;
            Assert.True(expected == (await app.GetAsync(person, $"items/{item}")).Status, $"{step} in {string.Join(' ', order)}");
        }
    }

    private Task TakeAsync(Step step, MembershipChanged joined, MembershipChanged left, MembershipChanged again) => step switch
    {
        Step.Joined => app.TakeAsync(joined),
        Step.Ended => app.EndRightsAsync(left),
        Step.Left => app.TakeAsync(left),
        _ => app.TakeAsync(again),
    };

    private static IEnumerable<IReadOnlyList<Step>> OrdersOf(IReadOnlyList<Step> steps) => steps.Count == 0
        ? [[]]
        : steps.Distinct().SelectMany(first =>
        {
            var rest = steps.ToList();
            rest.Remove(first);
            return OrdersOf(rest).Select(order => (IReadOnlyList<Step>)[first, .. order]);
        });
}
