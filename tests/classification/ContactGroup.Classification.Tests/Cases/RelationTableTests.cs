namespace ContactGroup.Classification.Tests.Cases;

public sealed class RelationTableTests
{
    public static TheoryData<string> Relations => [.. CaseFile<RelationCase>.Read("relations.json").Cases.Select(row => row.Says)];

    public static TheoryData<string> ReleaseSets => [.. CaseFile<ReleaseSetCase>.Read("release-sets.json").Cases.Select(row => row.Says)];

    [Theory]
    [MemberData(nameof(Relations))]
    public void Stands_as_the_table_says(string says)
    {
        var row = CaseFile<RelationCase>.Read("relations.json").Cases.Single(row => string.Equals(row.Says, says, StringComparison.Ordinal));
        Assert.True(Recipients.TryParse(row.Recipients, out var recipients, out _));

        var relation = Classification.Relations.Between(new Origin(Read(row.Origin), row.Organisation), recipients, Read(row.Asked), row.AskedOrganisation);

        Assert.Equal(row.Relation, Codes.Format(relation));
    }

    [Theory]
    [MemberData(nameof(ReleaseSets))]
    public void Reaches_as_the_table_says(string says)
    {
        var row = CaseFile<ReleaseSetCase>.Read("release-sets.json").Cases.Single(row => string.Equals(row.Says, says, StringComparison.Ordinal));
        Assert.True(ReleaseSet.TryParse(row.ReleaseTo, out var set, out _));
        var origin = new Origin(Read(row.Origin), row.Organisation);

        var reach = set.Reach(Read(row.Asked), row.AskedOrganisation, origin);

        Assert.Equal(row.Reach, reach.ToString(), ignoreCase: true);
        Assert.Equal(reach == ReleaseReach.Full, set.Allows(Read(row.Asked), row.AskedOrganisation, origin));
    }

    [Fact]
    public void Every_constituency_stands_on_the_side_that_the_table_says()
    {
        var rows = CaseFile<SideCase>.Read("sides.json").Cases;

        Assert.Equal(ConstituencyNames.All.Order(StringComparer.Ordinal), rows.Select(row => row.Constituency).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(row.Side, Codes.Format(ConstituencyNames.SideOf(ConstituencyNames.Parse(row.Constituency)))));
    }

    /// <summary>A military without a force does not parse, and stands for any audience that is not known.</summary>
    private static Audience Read(string text) => Audience.TryParse(text, out var audience) ? audience : new Audience(Constituency.Military);
}
