using System.Text.Json;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>What a change of policy does, as a coordinator reads it before it is made.</summary>
public sealed class DifferenceSentencesTests
{
    private static readonly string[] Everything = ["all"];

    [Fact]
    public void What_shrinks_is_told_before_what_grows_and_each_in_the_order_of_its_words()
    {
        string[] before = [Grant("a", "site", """{"category":"full"}"""), Grant("b", "incident", """{"category":"full"}"""), Grant("c", "advisory", """{"area":"coarse"}""")];
        string[] after = [Grant("a", "site", """{"category":"coarse"}"""), Grant("b", "incident", """{"category":"coarse"}"""), Grant("c", "advisory", """{"area":"full"}""")];

        var sentences = Sentences(before, after);

        Assert.Equal(
            [
                "Shrinks: incident or site of the humanitarian side for donor (other), posture any, sensitivity any: category full → coarse.",
                "Grows: advisory of the humanitarian side for donor (other), posture any, sensitivity any: area coarse → full.",
            ],
            sentences);
    }

    [Fact]
    public void Different_moves_are_told_apart_and_sorted()
    {
        var sentences = Sentences(
            [Grant("a", "incident", """{"severity":"full"}"""), Grant("b", "advisory", """{"category":"full"}""")],
            [Grant("a", "incident", """{"severity":"none"}"""), Grant("b", "advisory", """{"category":"coarse","area":"none"}""")]);

        Assert.Equal(
            [
                "Shrinks: advisory of the humanitarian side for donor (other), posture any, sensitivity any: category full → coarse.",
                "Shrinks: incident of the humanitarian side for donor (other), posture any, sensitivity any: severity full → none.",
            ],
            sentences);
    }

    [Fact]
    public void Some_of_a_dimension_are_listed_and_all_of_it_is_any()
    {
        var some = Grant("a", "incident", """{"category":"full"}""", postures: ["cooperation", "coexistence"], sensitivity: "moderate");
        var all = Grant("a", "incident", """{"category":"full"}""", origins: Everything, audiences: ["side:political"], relations: ["named", "other"]);

        Assert.Equal(
            ["Grows: incident of the humanitarian side for donor (other), posture cooperation or coexistence, sensitivity low or moderate: the item withheld → visible, category none → full."],
            Sentences([], [some]));
        Assert.Equal(
            ["Grows: incident of the any side for donor or host-authority or political or observer (named or other), posture any, sensitivity any: the item withheld → visible, category none → full."],
            Sentences([], [all]));
    }

    [Fact]
    public void Every_constituency_is_any()
    {
        Assert.Equal(
            ["Grows: notice-message of the political side for any (other), posture any, sensitivity any: the item withheld → visible, message none → full."],
            Sentences([], [Grant("a", "notice-message", """{"message":"full"}""", origins: ["political"], audiences: Everything)]));
    }

    [Fact]
    public void Existence_that_ends_is_told_with_what_was_shown()
    {
        Assert.Equal(
            ["Shrinks: incident of the humanitarian side for donor (other), posture any, sensitivity any: the item visible → withheld, category full → none."],
            Sentences([Grant("a", "incident", """{"category":"full"}""")], []));
        Assert.Equal(
            ["Grows: incident of the humanitarian side for donor (other), posture any, sensitivity any: the item withheld → visible."],
            Sentences([], [Grant("a", "incident", "{}")]));
    }

    [Fact]
    public void What_waits_for_review_now_is_told_class_by_class()
    {
        string[] atOnce = [Grant("a", "incident", """{"category":"full","area":"coarse"}""")];
        string[] partly = [Grant("a", "incident", """{"area":"coarse"}"""), Grant("b", "incident", """{"category":"full"}""", gate: "review")];
        string[] reviewed = [Grant("a", "incident", """{"category":"full","area":"coarse"}""", gate: "review")];

        Assert.Equal(
            ["Shrinks: incident of the humanitarian side for donor (other), posture any, sensitivity any: category at once full → none."],
            Sentences(atOnce, partly));
        Assert.Equal(
            ["Grows: incident of the humanitarian side for donor (other), posture any, sensitivity any: category at once none → full, area at once none → coarse, the item after review → at once."],
            Sentences(reviewed, atOnce));
    }

    [Fact]
    public void One_policy_can_take_and_give_in_one_cell()
    {
        var changes = Changes([Grant("a", "incident", """{"category":"full"}""")], [Grant("a", "incident", """{"area":"full"}""")]);

        Assert.All(changes, change => Assert.Equal(RuleShift.Shrinks | RuleShift.Grows, change.Shift));
        Assert.StartsWith("Shrinks: ", Assert.Single(DifferenceSentences.Of(changes)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Sentences(string[] before, string[] after) => DifferenceSentences.Of(Changes(before, after));

    private static IReadOnlyList<CellChange> Changes(string[] before, string[] after) => PolicyDifference.Between(Table(before), Table(after));

    private static PolicyTable Table(string[] grants) =>
        PolicyTable.Compile(PolicyDocument.Parse($$"""{"name":"difference","version":1,"grants":[{{string.Join(',', grants)}}]}"""));

    private static string Grant(
        string id, string kind, string disclose, string gate = "automatic", string[]? postures = null, string sensitivity = "severe", string[]? origins = null, string[]? audiences = null, string[]? relations = null) => $$"""
        {"id":"{{id}}","sentence":"A grant for a test.","postures":{{List(postures ?? Everything)}},"kinds":["{{kind}}"],"origins":{{List(origins ?? ["humanitarian"])}},
         "maxSensitivity":"{{sensitivity}}","audiences":{{List(audiences ?? ["donor"])}},"relations":{{List(relations ?? ["other"])}},"gate":"{{gate}}","disclose":{{disclose}}}
        """;

    private static string List(string[] words) => JsonSerializer.Serialize(words);
}
