namespace ContactGroup.Classification.Tests.Policies;

public sealed class TableTests
{
    private const string Start = """{"name":"gate","version":1,"grants":[""";

    [Fact]
    public void Every_question_has_a_cell_of_its_own()
    {
        var cells = TableIndex.Questions.Select(question => TableIndex.Of(question)).ToArray();

        Assert.Equal(Enumerable.Range(1, TableIndex.Size - 1), cells);
        Assert.Equal(17_281, TableIndex.Size);
    }

    [Fact]
    public void A_cell_is_automatic_when_the_automatic_grants_alone_give_all_of_it()
    {
        var cell = Decide(Grant("a", "automatic", """{"category":"full","summary":"full"}"""), Grant("b", "review", """{"summary":"coarse"}"""));

        Assert.Equal(Gate.Automatic, cell.Disclosure.Gate);
        Assert.Equal(cell.Disclosure, cell.Immediate);
    }

    [Fact]
    public void A_class_given_only_after_review_does_not_ride_out_on_an_automatic_grant()
    {
        var cell = Decide(Grant("a", "automatic", """{"category":"full"}"""), Grant("b", "review", """{"summary":"full"}"""));

        Assert.Equal("review: category full, summary full", cell.Disclosure.ToString());
        Assert.Equal("automatic: category full", cell.Immediate.ToString());
    }

    [Fact]
    public void A_finer_grain_given_only_after_review_does_not_ride_out_either()
    {
        var cell = Decide(Grant("a", "automatic", """{"location":"coarse"}"""), Grant("b", "review", """{"location":"full"}"""));

        Assert.Equal("review: location full", cell.Disclosure.ToString());
        Assert.Equal("automatic: location coarse", cell.Immediate.ToString());
    }

    [Fact]
    public void Two_automatic_grants_join_to_an_automatic_cell()
    {
        var cell = Decide(Grant("a", "automatic", """{"location":"coarse"}"""), Grant("b", "automatic", """{"category":"full"}"""));

        Assert.Equal("automatic: category full, location coarse", cell.Disclosure.ToString());
    }

    [Fact]
    public void A_cell_that_exceeds_a_floor_is_clipped()
    {
        var cell = Decide(Grant("a", "automatic", """{"all":"full"}"""));

        Assert.Equal(Grain.Full, cell.Disclosure[FieldClass.Category]);
        Assert.Equal(Grain.None, cell.Disclosure[FieldClass.Person]);
        Assert.Equal(Gate.Automatic, cell.Disclosure.Gate);
    }

    [Fact]
    public void A_grant_of_no_class_gives_existence()
    {
        var cell = Decide(Grant("a", "automatic", "{}"));

        Assert.Equal(Disclosure.Existence, cell.Disclosure);
    }

    private static Decision Decide(params string[] grants)
    {
        var table = PolicyTable.Compile(PolicyDocument.Parse($"{Start}{string.Join(',', grants)}]}}"));
        return table.Explain(new Question(Posture.Distance, ItemKind.Incident, Side.Humanitarian, Sensitivity.High, Constituency.Police, Relation.Other));
    }

    private static string Grant(string id, string gate, string disclose) => $$"""
        {"id":"{{id}}","sentence":"A grant for a test.","postures":["all"],"kinds":["incident"],"origins":["humanitarian"],"maxSensitivity":"severe",
         "audiences":["side:security"],"relations":["other"],"gate":"{{gate}}","disclose":{{disclose}}}
        """;
}
