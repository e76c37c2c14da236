using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.Decisions;

public sealed class DecisionLawsTests
{
    private static readonly PolicyTable Table = Shipped.Table;

    private static readonly Gen<(Question Question, ReleaseReach Reach, Disclosure Release, bool Above)> Rulings =
        from question in Worlds.Questions
        from reach in Gen.Elements(ReleaseReach.None, ReleaseReach.Existence, ReleaseReach.Full, (ReleaseReach)9)
        from release in Worlds.Disclosures
        from above in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (question, reach, release, above);

    [Fact]
    public void No_cell_is_above_its_floors_and_what_goes_at_once_is_never_above_the_cell() => Assert.All(TableIndex.Questions, question =>
    {
        Assert.True(Table.Decide(question).IsAtMost(Floors.Ceiling(question)));
        Assert.True(Table.Immediate(question).IsAtMost(Table.Decide(question).With(Gate.Automatic)));
        Assert.True(Table.Decide(question).Gate == Gate.Review || Table.Immediate(question) == Table.Decide(question));
    });

    [Fact]
    public void No_stricter_posture_and_no_higher_sensitivity_shows_more() => Assert.All(TableIndex.Questions, question =>
    {
        Assert.True(Table.Immediate(question with { Posture = Posture.Distance }).IsAtMost(Table.Immediate(question)));
        Assert.True(Shown(question with { Posture = Posture.Distance }).IsAtMost(Shown(question)));
        Assert.True(Table.Immediate(question).IsAtMost(Table.Immediate(question with { Posture = Posture.Cooperation })));
        Assert.True(Shown(question).IsAtMost(Shown(question with { Posture = Posture.Cooperation })));
        Assert.True(Table.Immediate(question with { Sensitivity = Sensitivity.Severe }).IsAtMost(Table.Immediate(question)));
        Assert.True(Shown(question with { Sensitivity = Sensitivity.Severe }).IsAtMost(Shown(question)));
        Assert.True(Shown(question).IsAtMost(Shown(question with { Sensitivity = Sensitivity.Low })));
    });

    [Fact]
    public void No_ruling_is_above_the_floors_whatever_a_moderator_releases() =>
        Rulings.Hold(x => Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above).IsAtMost(Floors.Ceiling(x.Question)));

    [Fact]
    public void A_ruling_is_never_above_the_policy_and_the_moderator_together() =>
        Rulings.Hold(x => Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above)
            .IsAtMost(Table.Decide(x.Question).Join(x.Release.With(Gate.Automatic))));

    [Fact]
    public void What_goes_at_once_is_never_above_the_ruling() =>
        Rulings.Hold(x => Ruling.Immediate(Table, x.Question, x.Reach, x.Release, x.Above)
            .IsAtMost(Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above).With(Gate.Automatic)));

    [Fact]
    public void After_a_coordinator_released_nothing_waits() =>
        Rulings.Hold(x => !x.Release.IsVisible
            || Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above) == Ruling.Immediate(Table, x.Question, x.Reach, x.Release, x.Above));

    [Fact]
    public void A_wider_reach_never_shows_less() =>
        Rulings.Hold(x => Ruling.Decide(Table, x.Question, ReleaseReach.None, x.Release, x.Above).IsAtMost(Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above))
            && Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above).IsAtMost(Ruling.Decide(Table, x.Question, ReleaseReach.Full, x.Release, x.Above)));

    [Fact]
    public void What_is_marked_above_unclassified_is_delivered_to_nobody() =>
        Rulings.Hold(x => Ruling.Decide(Table, x.Question, x.Reach, x.Release, aboveUnclassified: true) == Floors.Quarantine
            && Ruling.Immediate(Table, x.Question, x.Reach, x.Release, aboveUnclassified: true) == Floors.Quarantine);

    [Fact]
    public void An_explanation_is_of_the_decision_that_was_made() => Rulings.Hold(x =>
    {
        var explained = Ruling.Explain(Table, x.Question, x.Reach, x.Release, x.Above);
        return explained.Disclosure == Ruling.Decide(Table, x.Question, x.Reach, x.Release, x.Above)
            && explained.Immediate == Ruling.Immediate(Table, x.Question, x.Reach, x.Release, x.Above)
            && explained.Deny == DenyReason.None == explained.Disclosure.IsVisible
            && explained.Reasons.Count > 0
            && explained.Reasons.All(reason => reason.Sentence.EndsWith('.'));
    });

    [Fact]
    public void A_person_gets_what_their_audience_gets_unless_they_own_the_item()
    {
        var worlds =
            from origin in Worlds.Origins
            from asker in Worlds.Askers
            from question in Worlds.Questions
            from set in Worlds.ReleaseSets
            select (origin, asker, question, set);

        worlds.Hold(x =>
        {
            if (Relations.IsOwner(x.origin, x.asker.Organisation) || x.set.Atoms.Any(atom => atom.StartsWith("organisation:", StringComparison.Ordinal)))
            {
                return true;
            }

            return Decide(x.question, x.origin, x.set, x.asker.Audience, x.asker.Organisation) == Decide(x.question, x.origin, x.set, x.asker.Audience, null);
        });
    }

    private static Disclosure Decide(Question like, Origin origin, ReleaseSet set, Audience asked, string? organisation) => Ruling.Decide(
        Table, Question.About(like.Posture, like.Kind, like.Sensitivity, origin, Recipients.None, asked, organisation), set.Reach(asked, organisation, origin));

    private static Disclosure Shown(Question question) => Table.Decide(question).With(Gate.Review);
}
