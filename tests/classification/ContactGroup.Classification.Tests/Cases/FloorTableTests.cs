namespace ContactGroup.Classification.Tests.Cases;

public sealed class FloorTableTests
{
    private static readonly PolicyTable Generous = PolicyTable.Compile(PolicyDocument.Parse(
        """
        { "name": "everything-to-everybody", "version": 1, "grants": [{
          "id": "all", "sentence": "Everything goes to everybody.", "postures": ["all"], "kinds": ["all"], "origins": ["all"],
          "maxSensitivity": "severe", "audiences": ["all"], "relations": ["all"], "gate": "automatic", "disclose": { "all": "full" } }] }
        """));

    public static TheoryData<string> Rows => [.. CaseFile<FloorCase>.Read("floors.json").Cases.Select(row => row.Says)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Neither_a_policy_nor_a_coordinator_exceeds_the_floor(string says)
    {
        var row = CaseFile<FloorCase>.Read("floors.json").Cases.Single(row => string.Equals(row.Says, says, StringComparison.Ordinal));
        var coarse = (row.CoarseAtMost ?? []).Select(Codes.Classes.Parse).ToList();
        var never = row.Never.Select(Codes.Classes.Parse).ToList();

        foreach (var question in CaseQuestions.Of(row))
        {
            var ruling = Ruling.Decide(Generous, question, ReleaseReach.Full, Disclosure.Everything);
            Assert.All(never, fieldClass => Assert.Equal(Grain.None, ruling[fieldClass]));
            Assert.All(coarse, fieldClass => Assert.NotEqual(Grain.Full, ruling[fieldClass]));
            Assert.True(never.Count + coarse.Count > 0 || ruling == Disclosure.Withheld, $"{question}: {ruling}");
        }
    }
}
