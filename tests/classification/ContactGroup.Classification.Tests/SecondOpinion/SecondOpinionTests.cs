using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>The engine against a slow and simple reading of the specification that shares no code with it.</summary>
public sealed class SecondOpinionTests
{
    private static readonly (SlowQuestion Words, Question Question)[] Questions = [.. SlowQuestion.All.Select(words => (words, new Question(
        Codes.Postures.Parse(words.Posture),
        Codes.Kinds.Parse(words.Kind),
        Codes.Sides.Parse(words.Origin),
        Codes.Sensitivities.Parse(words.Sensitivity),
        ConstituencyNames.Parse(words.Audience),
        Codes.Relations.Parse(words.Relation))))];

    private static readonly SlowPolicy SlowShipped = new(RandomPolicies.Unchanged);

    [Fact]
    public void Every_cell_of_the_shipped_policy_is_what_the_specification_says() => AssertSame(SlowShipped, Shipped.Table);

    [Fact]
    public void Every_cell_of_a_changed_policy_is_what_the_specification_says() =>
        Prop.ForAll(RandomPolicies.Some.ToArbitrary(), policy => AssertSame(new SlowPolicy(policy), PolicyTable.Compile(Parse(policy))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    [Fact]
    public void A_changed_policy_is_refused_for_the_rules_it_breaks() =>
        Prop.ForAll(RandomPolicies.Some.ToArbitrary(), policy => Assert.Equal(
                SlowCheck.Broken(new SlowPolicy(policy)).Order(), PolicyCheck.Run(Parse(policy)).Select(violation => violation.Rule).Distinct().Order()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void The_shipped_policy_breaks_no_rule() => Assert.Empty(SlowCheck.Broken(SlowShipped));

    [Fact]
    public void An_item_and_who_asks_are_judged_as_the_specification_says()
    {
        var worlds =
            from posture in Gen.Elements(SlowWords.Postures)
            from kind in Gen.Elements(SlowWords.Kinds)
            from sensitivity in Gen.Elements(SlowWords.Sensitivities)
            from origin in Worlds.Asker
            from asker in Worlds.Asker
            from set in Worlds.ListsOf(Worlds.Atoms, 4)
            from named in Worlds.ListsOf(Worlds.Recipients, 3)
            select (posture, kind, sensitivity, origin, asker, set, named);

        worlds.Hold(
            x =>
            {
                var item = new SlowItem(x.origin.Audience, x.origin.Organisation, [.. x.set], [.. x.named]);
                var origin = new Origin(Audience.Parse(x.origin.Audience), x.origin.Organisation);
                var asked = Audience.Parse(x.asker.Audience);
                Assert.True(Recipients.TryParse(x.named, out var recipients, out _));

                var question = Question.About(
                    Codes.Postures.Parse(x.posture), Codes.Kinds.Parse(x.kind), Codes.Sensitivities.Parse(x.sensitivity), origin, recipients, asked, x.asker.Organisation);
                var reach = Worlds.Set(x.set).Reach(asked, x.asker.Organisation, origin);

                Assert.Equal(item.Relation(x.asker.Audience, x.asker.Organisation), Codes.Format(question.Relation));
                Assert.Equal(item.Reach(x.asker.Audience, x.asker.Organisation), reach.ToString());
                Assert.Equal(Expected(x.posture, x.kind, x.sensitivity, item, x.asker), Ruling.Decide(Shipped.Table, question, reach).ToString());
                return true;
            },
            2_000);
    }

    private static string Expected(string posture, string kind, string sensitivity, SlowItem item, (string Audience, string? Organisation) asker)
    {
        var relation = item.Relation(asker.Audience, asker.Organisation);
        if (relation == "unknown")
        {
            return "withheld";
        }

        var cell = SlowShipped.Decide(new SlowQuestion(posture, kind, item.Origin, sensitivity, asker.Audience.Split(':')[0], relation));
        return item.Reach(asker.Audience, asker.Organisation) switch
        {
            "Full" => cell.ToString(),
            "Existence" when cell.Visible => cell.Automatic ? "automatic: existence only" : "review: existence only",
            _ => "withheld",
        };
    }

    private static void AssertSame(SlowPolicy slow, PolicyTable table)
    {
        foreach (var (words, question) in Questions)
        {
            var (slowly, atOnce) = (slow.Decide(words), slow.Immediate(words));
            if (!Agrees(slowly, table.Decide(question)) || !Agrees(atOnce, table.Immediate(question)))
            {
                Assert.Fail($"{words}: {slowly} and at once {atOnce}, but the engine {table.Decide(question)} and at once {table.Immediate(question)}");
            }
        }
    }

    private static bool Agrees(SlowCell slow, Disclosure quick) =>
        slow.Visible == quick.IsVisible
        && (slow.Visible && slow.Automatic) == (quick.Gate == Gate.Automatic)
        && Codes.Classes.Codes.All(fieldClass => slow[Codes.Format(fieldClass)] == (int)quick[fieldClass]);

    private static PolicyDocument Parse(JsonNode policy) => PolicyDocument.Parse(policy.ToJsonString());
}
