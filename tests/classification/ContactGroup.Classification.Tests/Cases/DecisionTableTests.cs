using System.Text.Json;

namespace ContactGroup.Classification.Tests.Cases;

public sealed class DecisionTableTests
{
    private static readonly PolicyTable Table = Shipped.Table;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var file in RepositoryFiles.Names("tests/classification/cases", "decisions-*.json"))
            {
                foreach (var row in CaseFile<DecisionCase>.Read(file).Cases)
                {
                    rows.Add(file, row.Says);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decides_as_the_table_says(string file, string says)
    {
        var table = CaseFile<DecisionCase>.Read(file);
        var row = table.Cases.Single(row => string.Equals(row.Says, says, StringComparison.Ordinal));
        var expected = Expected(row);
        var immediately = Immediately(row, expected);

        Assert.Equal(Table.Document.Name, table.Policy);
        foreach (var question in CaseQuestions.Of(row))
        {
            Assert.True(expected == Table.Decide(question), $"{question}: expected {expected}, decided {Table.Decide(question)}");
            Assert.True(immediately == Table.Immediate(question), $"{question}: at once expected {immediately}, decided {Table.Immediate(question)}");
        }
    }

    private static Disclosure Expected(DecisionCase row) =>
        string.Equals(row.Gate, "withheld", StringComparison.Ordinal) ? Disclosure.Withheld : Shown(Codes.Gates.Parse(row.Gate), row.Shows!);

    private static Disclosure Immediately(DecisionCase row, Disclosure expected) => row.Immediately switch
    {
        null => expected,
        { ValueKind: JsonValueKind.String } => Disclosure.Withheld,
        { } classes => Shown(Gate.Automatic, classes.Deserialize<Dictionary<string, string>>()!),
    };

    private static Disclosure Shown(Gate gate, Dictionary<string, string> classes)
    {
        var rest = classes.TryGetValue("all", out var all) ? Codes.Grains.Parse(all) : Grain.None;
        return Codes.Classes.Codes.Aggregate(Disclosure.Of(gate), (shown, fieldClass) =>
            shown.With(fieldClass, classes.TryGetValue(Codes.Format(fieldClass), out var grain) ? Codes.Grains.Parse(grain) : rest));
    }
}
