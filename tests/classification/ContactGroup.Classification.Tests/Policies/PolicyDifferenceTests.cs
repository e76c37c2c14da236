namespace ContactGroup.Classification.Tests.Policies;

public sealed class PolicyDifferenceTests
{
    private static readonly ItemKind[] Incidents = [ItemKind.Incident];

    [Fact]
    public void A_policy_differs_from_itself_in_no_cell()
    {
        Assert.Empty(PolicyDifference.Between(Shipped.Table, PolicyTable.Compile(ShippedPolicies.HumanitarianSpace)));
    }

    [Fact]
    public void Name_and_version_change_no_cell_and_no_fingerprint()
    {
        var before = Table(Grant("automatic", """{"category":"full"}"""));
        var after = PolicyTable.Compile(PolicyDocument.Parse($$"""{"name":"other","version":7,"grants":[{{Grant("automatic", """{"category":"full"}""")}}]}"""));

        Assert.Empty(PolicyDifference.Between(before, after));
        Assert.Equal(before.Fingerprint, after.Fingerprint);
    }

    [Theory]
    [InlineData("""{"category":"full"}""", """{"category":"coarse"}""", RuleShift.Shrinks)]
    [InlineData("""{"category":"coarse"}""", """{"category":"full"}""", RuleShift.Grows)]
    [InlineData("""{"category":"full"}""", """{"area":"full"}""", RuleShift.Shrinks | RuleShift.Grows)]
    [InlineData("""{"category":"full"}""", """{"category":"full"}""", RuleShift.None)]
    public void A_cell_moves_as_its_grains_do(string before, string after, RuleShift expected) =>
        Assert.Equal(expected, Shift(Table(Grant("automatic", before)), Table(Grant("automatic", after))));

    [Fact]
    public void What_needs_review_now_shrinks_and_what_needs_none_any_more_grows()
    {
        var automatic = Table(Grant("automatic", """{"category":"full"}"""));
        var review = Table(Grant("review", """{"category":"full"}"""));

        Assert.Equal(RuleShift.Shrinks, Shift(automatic, review));
        Assert.Equal(RuleShift.Grows, Shift(review, automatic));
        Assert.NotEqual(automatic.Fingerprint, review.Fingerprint);
    }

    [Fact]
    public void Only_the_constituency_and_the_kinds_that_are_asked_for_are_looked_at()
    {
        var before = Table(Grant("automatic", """{"category":"full"}"""));
        var after = Table(Grant("automatic", "{}"));

        Assert.Equal(RuleShift.Shrinks, For(Constituency.Police, Incidents));
        Assert.Equal(RuleShift.None, For(Constituency.Ingo, Incidents));
        Assert.Equal(RuleShift.None, For(Constituency.Police, [ItemKind.PlenaryMessage]));

        RuleShift For(Constituency audience, ItemKind[] kinds) =>
            PolicyDifference.For(audience, before, Posture.Distance, after, Posture.Distance, kinds);
    }

    [Fact]
    public void A_stricter_posture_of_the_shipped_policy_never_grows_and_a_looser_one_never_shrinks()
    {
        var table = Shipped.Table;
        var kinds = Enum.GetValues<ItemKind>();
        foreach (var audience in ConstituencyNames.All.Select(ConstituencyNames.Parse))
        {
            Assert.False(PolicyDifference.For(audience, table, Posture.Cooperation, table, Posture.Coexistence, kinds).HasFlag(RuleShift.Grows));
            Assert.False(PolicyDifference.For(audience, table, Posture.Distance, table, Posture.Coexistence, kinds).HasFlag(RuleShift.Shrinks));
        }

        Assert.Equal(RuleShift.Shrinks, PolicyDifference.For(Constituency.Military, table, Posture.Cooperation, table, Posture.Coexistence, kinds));
    }

    [Fact]
    public void An_unknown_posture_gives_nothing()
    {
        var table = Shipped.Table;

        Assert.Equal(RuleShift.Shrinks, PolicyDifference.For(Constituency.Ingo, table, Posture.Cooperation, table, Posture.Unknown, Incidents));
    }

    [Fact]
    public void Cells_that_move_alike_are_told_in_one_sentence()
    {
        var changes = PolicyDifference.Between(Table(Grant("automatic", """{"category":"full"}""")), Table(Grant("review", """{"category":"coarse"}""")));

        var sentence = Assert.Single(DifferenceSentences.Of(changes));
        Assert.Equal(
            "Shrinks: incident of the humanitarian side for police or military (other), posture any, sensitivity any: "
            + "category full → coarse, the item at once → after review.",
            sentence);
    }

    [Fact]
    public void What_is_not_there_any_more_is_told_with_what_it_was()
    {
        var grant = Grant("automatic", """{"category":"full"}""");
        var changes = PolicyDifference.Between(Table(grant), Table(grant.Replace("\"incident\"", "\"site\"", StringComparison.Ordinal)));

        Assert.Contains(DifferenceSentences.Of(changes), sentence => sentence.Contains("the item visible → withheld, category full → none", StringComparison.Ordinal));
    }

    private static RuleShift Shift(PolicyTable before, PolicyTable after) =>
        PolicyDifference.For(Constituency.Police, before, Posture.Distance, after, Posture.Distance, Incidents);

    private static PolicyTable Table(params string[] grants) =>
        PolicyTable.Compile(PolicyDocument.Parse($$"""{"name":"difference","version":1,"grants":[{{string.Join(',', grants)}}]}"""));

    private static string Grant(string gate, string disclose) => $$"""
        {"id":"a","sentence":"A grant for a test.","postures":["all"],"kinds":["incident"],"origins":["humanitarian"],"maxSensitivity":"severe",
         "audiences":["side:security"],"relations":["other"],"gate":"{{gate}}","disclose":{{disclose}}}
        """;
}
