namespace ContactGroup.Classification.Tests.Decisions;

/// <summary>Each floor of the specification, said again in other words and held against every question.</summary>
public sealed class FloorsTests
{
    private static readonly Question[] Possible = [.. TableIndex.Questions.Where(question => !question.IsContradictory)];

    [Theory]
    [InlineData(FieldClass.Beneficiary)]
    [InlineData(FieldClass.Person)]
    [InlineData(FieldClass.Source)]
    [InlineData(FieldClass.Negotiation)]
    public void Never_given_to_security_or_political_audiences(FieldClass fieldClass)
    {
        var given = Possible.Where(question =>
            SideOf(question) is Side.Security or Side.Political && question.Relation is Relation.Named or Relation.Other);

        Assert.All(given, question => Assert.Equal(Grain.None, Floors.Ceiling(question)[fieldClass]));
    }

    [Fact]
    public void A_file_never_crosses_as_it_was_uploaded() => Assert.All(
        Possible.Where(question => question.Relation is Relation.Named or Relation.Other && Floors.Ceiling(question).IsVisible),
        question => Assert.Equal(Grain.Coarse, Floors.Ceiling(question)[FieldClass.Attachment]));

    [Fact]
    public void Data_about_the_people_assisted_is_not_even_shared_within_the_other_sides()
    {
        Assert.All(
            Possible.Where(question => SideOf(question) is Side.Security or Side.Political && question.Relation == Relation.OwnSide),
            question => Assert.Equal(Grain.None, Floors.Ceiling(question)[FieldClass.Beneficiary]));
    }

    [Fact]
    public void Protection_incidents_are_for_the_humanitarian_side_and_their_owner()
    {
        Assert.All(
            Possible.Where(question => question.Kind == ItemKind.ProtectionIncident),
            question => Assert.Equal(SideOf(question) == Side.Humanitarian || question.Relation == Relation.Owner, Floors.Ceiling(question).IsVisible));
    }

    [Fact]
    public void The_account_and_the_people_of_an_incident_stay_with_the_humanitarian_side()
    {
        Assert.All(
            Possible.Where(question => question is { Kind: ItemKind.Incident, Origin: Side.Humanitarian } && SideOf(question) != Side.Humanitarian),
            question =>
            {
                Assert.Equal(Grain.None, Floors.Ceiling(question)[FieldClass.Narrative]);
                Assert.Equal(Grain.None, Floors.Ceiling(question)[FieldClass.Staff]);
            });
    }

    [Fact]
    public void Whom_humanitarians_believe_responsible_never_reaches_forces_or_police()
    {
        Assert.All(
            Possible.Where(question => question.Origin == Side.Humanitarian && SideOf(question) == Side.Security),
            question => Assert.Equal(Grain.None, Floors.Ceiling(question)[FieldClass.ArmedActor]));
    }

    [Fact]
    public void A_movement_or_site_exists_only_for_the_forces_it_names()
    {
        Assert.All(
            Possible.Where(question => question is { Kind: ItemKind.Movement or ItemKind.Site, Origin: Side.Humanitarian } && SideOf(question) == Side.Security),
            question => Assert.Equal(question.Relation == Relation.Named, Floors.Ceiling(question).IsVisible));
    }

    [Fact]
    public void A_forces_item_exists_for_no_force_that_is_not_named()
    {
        Assert.All(
            Possible.Where(question => question is { Origin: Side.Security, Relation: Relation.Other } && SideOf(question) == Side.Security),
            question => Assert.Equal(Disclosure.Withheld, Floors.Ceiling(question)));
    }

    [Fact]
    public void Military_operation_detail_never_reaches_the_humanitarian_side()
    {
        Assert.All(
            Possible.Where(question => question.Origin == Side.Security && SideOf(question) == Side.Humanitarian),
            question => Assert.Equal(Grain.None, Floors.Ceiling(question)[FieldClass.Operation]));
    }

    [Fact]
    public void An_owner_is_not_limited_by_floors()
    {
        Assert.All(
            Possible.Where(question => question.Relation == Relation.Owner),
            question => Assert.Equal(Disclosure.Everything, Floors.Ceiling(question)));
    }

    [Fact]
    public void The_humanitarian_side_is_not_limited_in_its_own_items()
    {
        Assert.All(
            Possible.Where(question => question is { Origin: Side.Humanitarian, Relation: Relation.OwnSide }),
            question => Assert.Equal(Disclosure.Everything, Floors.Ceiling(question)));
    }

    [Fact]
    public void A_force_keeps_its_own_names_sources_and_negotiations()
    {
        var own = new Question(Posture.Cooperation, ItemKind.Incident, Side.Security, Sensitivity.Low, Constituency.Military, Relation.OwnSide);

        Assert.Equal(Disclosure.Everything.With(FieldClass.Beneficiary, Grain.None), Floors.Ceiling(own));
    }

    [Fact]
    public void The_reasons_are_the_floors_that_apply()
    {
        foreach (var question in Possible)
        {
            var finding = Floors.For(question);

            Assert.Equal(Floors.Ceiling(question), finding.Ceiling);
            Assert.Equal(finding.Ceiling != Disclosure.Everything, finding.Reasons.Count > 0);
        }
    }

    [Fact]
    public void Every_floor_is_a_sentence_and_two_hold_outside_the_table()
    {
        Assert.Equal(13, Floors.Rules.Count);
        Assert.All(Floors.Rules, rule => Assert.Matches("^[A-Z].*\\.$", rule.Sentence));
        Assert.Equal(["quarantine", "live-tracks"], Floors.Rules.Skip(11).Select(rule => rule.Id));
    }

    private static Side SideOf(Question question) => ConstituencyNames.SideOf(question.Audience);
}
