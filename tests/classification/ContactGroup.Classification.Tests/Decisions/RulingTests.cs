namespace ContactGroup.Classification.Tests.Decisions;

public sealed class RulingTests
{
    private static readonly PolicyTable Table = Shipped.Table;
    private static readonly Question ToForce = new(
        Posture.Coexistence, ItemKind.Incident, Side.Humanitarian, Sensitivity.Moderate, Constituency.Military, Relation.Other);

    private static readonly Question FromForce = new(
        Posture.Coexistence, ItemKind.Advisory, Side.Security, Sensitivity.Moderate, Constituency.Coordination, Relation.Other);

    [Fact]
    public void What_the_author_did_not_release_is_withheld_even_if_the_policy_and_a_coordinator_would_give_it()
    {
        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, ToForce, ReleaseReach.None, Disclosure.Everything));
    }

    [Fact]
    public void Before_review_nothing_of_it_goes_and_what_would_go_is_known()
    {
        Assert.Equal(Gate.Review, Ruling.Decide(Table, ToForce, ReleaseReach.Full).Gate);
        Assert.Equal(Table.Decide(ToForce), Ruling.Decide(Table, ToForce, ReleaseReach.Full));
        Assert.Equal(Disclosure.Withheld, Ruling.Immediate(Table, ToForce, ReleaseReach.Full));
    }

    [Fact]
    public void A_coordinator_releases_what_was_proposed_and_it_goes()
    {
        var released = Ruling.Decide(Table, ToForce, ReleaseReach.Full, Table.Decide(ToForce));

        Assert.Equal(Table.Decide(ToForce).With(Gate.Automatic), released);
    }

    [Fact]
    public void A_coordinator_may_release_a_part_and_the_rest_does_not_follow()
    {
        var part = Disclosure.Of(Gate.Review).With(FieldClass.Category, Grain.Full);

        Assert.Equal("automatic: category full", Ruling.Decide(Table, ToForce, ReleaseReach.Full, part).ToString());
    }

    [Fact]
    public void What_goes_at_once_stays_when_a_coordinator_releases_a_part_of_the_rest()
    {
        var low = ToForce with { Posture = Posture.Cooperation, Sensitivity = Sensitivity.Low };
        var part = Disclosure.Of(Gate.Review).With(FieldClass.Summary, Grain.Full);

        Assert.Equal(Table.Immediate(low).With(FieldClass.Summary, Grain.Full), Ruling.Decide(Table, low, ReleaseReach.Full, part));
    }

    [Fact]
    public void A_coordinator_may_widen_beyond_the_policy_but_not_beyond_the_floors()
    {
        var released = Ruling.Decide(Table, ToForce, ReleaseReach.Full, Disclosure.Everything);

        Assert.Equal(Floors.Ceiling(ToForce), released);
        Assert.Equal(Grain.Full, released[FieldClass.Asset]);
        Assert.Equal(Grain.None, released[FieldClass.Person]);
    }

    [Fact]
    public void A_coordinator_cannot_give_one_force_the_items_of_another()
    {
        var apart = FromForce with { Audience = Constituency.Military };

        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, apart, ReleaseReach.Full, Disclosure.Everything));
    }

    [Fact]
    public void Coordination_knows_of_what_was_released_to_others_and_nobody_else_does()
    {
        Assert.Equal(Disclosure.Existence, Ruling.Decide(Table, FromForce, ReleaseReach.Existence));
        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, FromForce with { Audience = Constituency.Ingo }, ReleaseReach.Existence));
    }

    [Fact]
    public void Coordination_knows_nothing_of_what_the_policy_hides_from_it()
    {
        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, FromForce with { Kind = ItemKind.CaucusMessage }, ReleaseReach.Existence));
    }

    [Fact]
    public void The_owner_is_always_reached()
    {
        var own = new Question(Posture.Distance, ItemKind.Incident, Side.Humanitarian, Sensitivity.Severe, Constituency.Nngo, Relation.Owner);

        Assert.Equal(Disclosure.Everything, Ruling.Decide(Table, own, ReleaseReach.None));
    }

    [Fact]
    public void Quarantine_holds_for_the_owner_too()
    {
        var own = new Question(Posture.Distance, ItemKind.Incident, Side.Humanitarian, Sensitivity.Severe, Constituency.Nngo, Relation.Owner);

        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, own, ReleaseReach.Full, Disclosure.Everything, aboveUnclassified: true));
    }
}
