namespace ContactGroup.Classification.Tests.Cases;

/// <summary>Every statement of the shipped policy and every floor has a case that would notice its absence.</summary>
public sealed class CoverageTests
{
    private static readonly PolicyDocument Policy = ShippedPolicies.HumanitarianSpace;
    private static readonly HashSet<Question> Asked = [.. CaseQuestions.OfDecisions()];

    public static TheoryData<string> Grants => [.. Policy.Grants.Select(grant => grant.Id)];

    public static TheoryData<string> Withholdings => [.. Policy.Withholdings.Select(withholding => withholding.Id)];

    public static TheoryData<string> Floors => [.. FloorList.All.Select(floor => floor.Id)];

    [Theory]
    [MemberData(nameof(Grants))]
    public void A_case_depends_on_the_grant(string id)
    {
        var without = PolicyTable.Compile(new PolicyDocument(Policy.Name, Policy.Version, [.. Policy.Grants.Where(grant => grant.Id != id)], Policy.Withholdings));

        Assert.Contains(Asked, question => without.Decide(question) != Shipped.Table.Decide(question) || without.Immediate(question) != Shipped.Table.Immediate(question));
    }

    [Theory]
    [MemberData(nameof(Withholdings))]
    public void A_case_shows_what_the_withholding_says(string id)
    {
        var withholding = Policy.Withholdings.Single(withholding => withholding.Id == id);

        Assert.Contains(Asked, question => withholding.Scope.Covers(question) && Shipped.Table.Decide(question) == Disclosure.Withheld);
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_case_states_the_floor(string id)
    {
        var floor = FloorList.All.Single(floor => floor.Id == id);
        var others = FloorList.All.Where(other => other.Id != id).ToList();

        Assert.Contains(CaseQuestions.OfFloors(), question =>
            floor.Applies(question) && !Ceiling(question, others).IsAtMost(floor.Ceiling));
    }

    private static Disclosure Ceiling(Question question, IEnumerable<Floor> floors) => floors
        .Where(floor => floor.Applies(question))
        .Aggregate(Disclosure.Everything, (ceiling, floor) => ceiling.Meet(floor.Ceiling));
}
