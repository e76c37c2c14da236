using System.Text.Json;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>What the files of broken policies do not show: gates, each step of posture and sensitivity, and what is not a breach.</summary>
public sealed class PolicyCheckTests
{
    private static readonly string Owner = Grant("owner", "all", "all", "all", "owner", "automatic", """{"all":"full"}""");
    private static readonly string OwnSide = Grant("own-side", "all", "humanitarian", "side:humanitarian", "own-side", "automatic", """{"all":"full"}""");
    private static readonly string Coordination = Grant("coordination", "all", "security", "coordination", "other", "automatic", "{}");

    [Fact]
    public void A_small_policy_holds()
    {
        Assert.Empty(Check(Owner, OwnSide));
        Assert.Empty(Check(Owner, OwnSide, Grant("a", "incident", "humanitarian", "police", "other", "review", """{"category":"full"}""")));
    }

    [Theory]
    [InlineData("coexistence", "cooperation")]
    [InlineData("distance", "coexistence")]
    public void Each_step_of_posture_counts(string posture, string looser)
    {
        var violation = Assert.Single(Check(Owner, OwnSide, Grant("a", "incident", "humanitarian", "police", "other", "review", """{"category":"full"}""", posture, "distance")));

        Assert.Contains($"posture {posture}, incident", violation.Sentence, StringComparison.Ordinal);
        Assert.EndsWith($"shows category (full), which posture {looser} does not.", violation.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moderate", "low")]
    [InlineData("high", "moderate")]
    [InlineData("severe", "high")]
    public void Each_step_of_sensitivity_counts(string sensitivity, string lower)
    {
        var grant = Grant("a", "incident", "humanitarian", "police", "other", "review", """{"category":"full"}""")
            .Replace("\"maxSensitivity\"", $"\"minSensitivity\":\"{sensitivity}\",\"maxSensitivity\"", StringComparison.Ordinal);

        var violation = Assert.Single(Check(Owner, OwnSide, grant));

        Assert.EndsWith($"shows category (full), which sensitivity {lower} does not.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_at_once_is_more_than_going_after_review()
    {
        var violation = Assert.Single(Check(
            Owner,
            OwnSide,
            Grant("a", "incident", "humanitarian", "police", "other", "review", """{"category":"full"}"""),
            Grant("b", "incident", "humanitarian", "police", "other", "automatic", """{"category":"full"}""", "distance")));

        Assert.EndsWith("shows category (full) without review, which posture coexistence does not.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_existence_counts_too()
    {
        var after = Assert.Single(Check(Owner, OwnSide, Grant("a", "incident", "humanitarian", "police", "other", "review", "{}", "distance")));
        var atOnce = Assert.Single(Check(
            Owner,
            OwnSide,
            Grant("a", "incident", "humanitarian", "police", "other", "review", "{}"),
            Grant("b", "incident", "humanitarian", "police", "other", "automatic", "{}", "distance")));

        Assert.EndsWith("shows that the item exists, which posture coexistence does not.", after.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("shows the item without review, which posture coexistence does not.", atOnce.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("movement")]
    [InlineData("protection-incident")]
    public void A_floor_that_hides_existence_is_broken_by_existence_alone(string kind)
    {
        var violation = Assert.Single(Check(Owner, OwnSide, Grant("bare", kind, "humanitarian", "police", "other", "review", "{}")));

        Assert.Equal(1, violation.Rule);
        Assert.EndsWith("audience police, relation other: grant `bare` gives that the item exists.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_counterexample_names_the_first_grant_that_gives_all_that_is_too_much()
    {
        string[] grants =
        [
            Grant("harmless", "incident", "humanitarian", "police", "other", "review", """{"category":"full"}"""),
            Grant("elsewhere", "site", "humanitarian", "police", "named", "review", """{"person":"full"}"""),
            Grant("less", "incident", "humanitarian", "police", "other", "review", """{"person":"coarse"}"""),
            Grant("first", "incident", "humanitarian", "police", "other", "review", """{"person":"full"}"""),
            Grant("second", "incident", "humanitarian", "police", "other", "review", """{"person":"full"}"""),
        ];

        var violation = Assert.Single(Check([Owner, OwnSide, .. grants]));

        Assert.EndsWith("grant `first` gives person (full).", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_goes_without_review_is_told_with_the_grant_that_lets_it()
    {
        var reviewed = Grant("reviewed", "incident", "humanitarian", "police", "other", "review", """{"attachment":"coarse"}""");
        var otherwise = Grant("otherwise", "incident", "humanitarian", "police", "other", "automatic", """{"category":"full"}""");
        var automatic = Grant("automatic", "incident", "humanitarian", "police", "other", "automatic", """{"attachment":"coarse"}""");

        Assert.Empty(Check(Owner, OwnSide, reviewed, otherwise));
        var violation = Assert.Single(Check(Owner, OwnSide, reviewed, otherwise, automatic));
        Assert.Equal((7, "attachment"), (violation.Rule, violation.Subject));
        Assert.EndsWith("grant `automatic` gives attachment (coarse) at once.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_does_not_wait_for_review()
    {
        var violation = Assert.Single(Check(
            Grant("owner-some", "all", "all", "all", "owner", "automatic", """{"category":"full"}"""),
            Grant("owner-rest", "all", "all", "all", "owner", "review", """{"all":"full"}"""),
            OwnSide));

        Assert.Equal((3, "owner"), (violation.Rule, violation.Subject));
        Assert.EndsWith("lacks status (full) without review.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Coordination_does_not_wait_to_know()
    {
        var passes = Grant("a", "advisory", "security", "ingo", "other", "review", """{"category":"full"}""");

        Assert.Empty(Check(Owner, OwnSide, Coordination, passes));
        var violation = Assert.Single(Check(Owner, OwnSide, Coordination.Replace("automatic", "review", StringComparison.Ordinal), passes));
        Assert.Equal((3, "coordination"), (violation.Rule, violation.Subject));
    }

    [Fact]
    public void Coordination_knows_of_humanitarian_items_that_leave()
    {
        var others = Grant("own-side", "all", "humanitarian", "ingo", "own-side", "automatic", """{"all":"full"}""");

        var violations = Check(Owner, others, Grant("a", "incident", "humanitarian", "donor", "named", "review", """{"category":"full"}"""));

        Assert.Equal((3, "coordination"), violations.Select(violation => (violation.Rule, violation.Subject)).Single());
    }

    [Fact]
    public void A_caucus_of_one_side_is_no_release_and_one_that_crosses_is()
    {
        var within = Grant("a", "caucus-message", "political", "donor", "other", "automatic", """{"message":"full"}""");
        var across = Grant("a", "caucus-message", "political", "ingo", "other", "automatic", """{"message":"full"}""");

        Assert.Empty(Check(Owner, OwnSide, within));
        Assert.Equal("coordination", Assert.Single(Check(Owner, OwnSide, across)).Subject);
        Assert.Equal("coordination", Assert.Single(Check(Owner, OwnSide, within.Replace("caucus-message", "incident", StringComparison.Ordinal))).Subject);
    }

    [Fact]
    public void What_a_force_keeps_to_itself_is_no_release()
    {
        Assert.Empty(Check(Owner, OwnSide, Grant("a", "incident", "security", "side:security", "own-side", "automatic", """{"category":"full"}""")));
    }

    [Fact]
    public void A_force_that_gets_at_once_what_others_get_after_review_gets_more()
    {
        var reviewed = OwnSide.Replace("automatic", "review", StringComparison.Ordinal);
        var coordination = Grant("b", "all", "humanitarian", "coordination", "own-side", "automatic", """{"all":"full"}""");

        var violation = Assert.Single(Check(Owner, reviewed, coordination, Grant("a", "incident", "humanitarian", "military", "other", "automatic", """{"area":"coarse"}""")));

        Assert.Equal(4, violation.Rule);
        Assert.EndsWith("shows area (coarse) without review, which un-humanitarian does not get.", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_force_may_see_another_forces_item_when_it_is_named()
    {
        var named = Grant("a", "advisory", "security", "side:security", "named", "review", """{"category":"full"}""");

        Assert.Empty(Check(Owner, OwnSide, Coordination.Replace("\"other\"", "\"named\",\"other\"", StringComparison.Ordinal), named));
    }

    [Fact]
    public void Every_way_of_breaking_a_rule_is_reported_once_with_the_number_of_cells()
    {
        var violations = Check(Owner, OwnSide, Grant("a", "incident", "humanitarian", "side:security", "other", "automatic", """{"person":"full","source":"coarse"}"""));

        Assert.Equal(["1 person 24", "1 informant 24"], violations.Select(violation => $"{violation.Rule} {violation.Subject} {violation.Cells}"));
    }

    private static IReadOnlyList<Violation> Check(params string[] grants) => PolicyCheck.Run(PolicyDocument.Parse($$"""
        {"name":"small","version":1,"grants":[{{string.Join(',', grants)}}],"withholdings":[{"id":"rest","sentence":"Nothing else is given.","postures":["all"],"kinds":["all"],
        "origins":["all"],"minSensitivity":"low","audiences":["all"],"relations":["all"]}]}
        """));

    private static string Grant(string id, string kind, string origin, string audience, string relation, string gate, string disclose, params string[] postures) => $$"""
        {"id":"{{id}}","sentence":"A grant for a test.","postures":{{JsonSerializer.Serialize(postures.Length == 0 ? ["all"] : postures)}},"kinds":["{{kind}}"],
        "origins":["{{origin}}"],"maxSensitivity":"severe","audiences":["{{audience}}"],"relations":["{{relation}}"],"gate":"{{gate}}","disclose":{{disclose}}}
        """;
}
