using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 3: an unknown constituency, kind, field, posture or policy version yields withheld.</summary>
public sealed class TheEngineFailsClosedTests
{
    private const int BeyondAnything = 250;
    private static readonly PolicyTable Policy = PolicyTable.Load(ShippedPolicies.HumanitarianSpace);

    private static readonly Question Answered = new(
        Posture.Cooperation, ItemKind.Incident, Side.Humanitarian, Sensitivity.Low, Constituency.Ingo, Relation.OwnSide);

    public static TheoryData<string> Unreadable => [.. Questions.Keys];

    private static Dictionary<string, Question> Questions { get; } = new(StringComparer.Ordinal)
    {
        ["no posture"] = Answered with { Posture = default },
        ["a posture of another version"] = Answered with { Posture = (Posture)BeyondAnything },
        ["no kind"] = Answered with { Kind = default },
        ["a kind of another version"] = Answered with { Kind = (ItemKind)BeyondAnything },
        ["no origin"] = Answered with { Origin = default },
        ["an origin of another version"] = Answered with { Origin = (Side)BeyondAnything },
        ["no sensitivity"] = Answered with { Sensitivity = default },
        ["a sensitivity of another version"] = Answered with { Sensitivity = (Sensitivity)BeyondAnything },
        ["no constituency"] = Answered with { Audience = default },
        ["a constituency of another version"] = Answered with { Audience = (Constituency)BeyondAnything },
        ["no relation"] = Answered with { Relation = default },
        ["a relation of another version"] = Answered with { Relation = (Relation)BeyondAnything },
    };

    [Fact]
    public void A_question_that_can_be_read_is_answered() => Assert.True(Policy.Decide(Answered).IsVisible);

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_question_that_cannot_be_read_is_withheld_even_when_everything_was_released(string what)
    {
        var question = Questions[what];

        Assert.Equal(Disclosure.Withheld, Policy.Decide(question));
        Assert.Equal(Disclosure.Withheld, Policy.Immediate(question));
        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Policy, question, ReleaseReach.Full, Disclosure.Everything));
    }

    [Fact]
    public void A_military_audience_without_a_force_is_nobody() =>
        Assert.Equal(Relation.Unknown, Relations.Between(new Origin(new Audience(Constituency.Ingo), "one"), Recipients.None, new Audience(Constituency.Military)));

    [Fact]
    public void A_field_class_of_another_version_has_no_grain() => Assert.Equal(Grain.None, Disclosure.Everything[(FieldClass)BeyondAnything]);

    [Fact]
    public void A_kind_without_a_schema_has_no_fields() => Assert.Null(ItemSchemas.Find("minutes"));

    [Fact]
    public void A_policy_of_another_form_is_refused() =>
        Assert.ThrowsAny<Exception>(() => PolicyDocument.Parse("""{ "name": "later", "version": 1, "form": 2, "grants": [] }"""u8.ToArray()));
}
