namespace ContactGroup.Classification.Tests.Policies;

/// <summary>First of all: what is not known is denied, whatever else is asked for.</summary>
public sealed class UnknownInputTests
{
    private static readonly PolicyTable Table = Shipped.Table;
    private static readonly Question Known = new(Posture.Cooperation, ItemKind.Incident, Side.Humanitarian, Sensitivity.Low, Constituency.Ingo, Relation.Owner);

    public static TheoryData<string, Question> Unknown
    {
        get
        {
            var data = new TheoryData<string, Question>();
            foreach (var value in Enumerable.Range(0, 256).Select(value => (byte)value))
            {
                Add(data, value, Posture.Distance, Known with { Posture = (Posture)value });
                Add(data, value, ItemKind.Advisory, Known with { Kind = (ItemKind)value });
                Add(data, value, Side.Political, Known with { Origin = (Side)value });
                Add(data, value, Sensitivity.Severe, Known with { Sensitivity = (Sensitivity)value });
                Add(data, value, Constituency.Observer, Known with { Audience = (Constituency)value });
                Add(data, value, Relation.Other, Known with { Relation = (Relation)value });
            }

            return data;
        }
    }

    [Fact]
    public void The_known_question_is_answered()
    {
        Assert.Equal(Disclosure.Everything, Table.Decide(Known));
    }

    [Theory]
    [MemberData(nameof(Unknown), DisableDiscoveryEnumeration = true)]
    public void A_part_that_is_unknown_or_out_of_range_is_withheld(string part, Question question)
    {
        Assert.Equal(Disclosure.Withheld, Table.Decide(question));
        Assert.Equal(Disclosure.Withheld, Table.Immediate(question));
        Assert.Equal(Disclosure.Withheld, Floors.Ceiling(question));
        Assert.Equal(Disclosure.Withheld, Floors.For(question).Ceiling);
        Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, question, ReleaseReach.Full, Disclosure.Everything));
        Assert.Equal(Disclosure.Withheld, Ruling.Immediate(Table, question, ReleaseReach.Full, Disclosure.Everything));
        Assert.True(Table.Explain(question).Deny == DenyReason.Unknown, part);
        Assert.Equal(DenyReason.Unknown, Ruling.Explain(Table, question, ReleaseReach.Full, Disclosure.Everything).Deny);
    }

    [Fact]
    public void A_policy_without_grants_denies_everything()
    {
        var table = PolicyTable.Compile(PolicyDocument.Parse("""{"name":"empty","version":1,"grants":[]}"""));

        Assert.All(TableIndex.Questions, question => Assert.Equal(Disclosure.Withheld, table.Decide(question)));
    }

    [Fact]
    public void A_contradictory_question_is_withheld_whatever_the_policy_says()
    {
        var contradictory = TableIndex.Questions.Where(question => question.IsContradictory).ToArray();

        Assert.NotEmpty(contradictory);
        Assert.All(contradictory, question =>
        {
            Assert.Equal(Disclosure.Withheld, Ruling.Decide(Table, question, ReleaseReach.Full, Disclosure.Everything));
            Assert.Equal(DenyReason.Contradictory, Table.Explain(question).Deny);
        });
    }

    private static void Add<TPart>(TheoryData<string, Question> data, byte value, TPart last, Question question)
        where TPart : struct, Enum
    {
        if (value == 0 || value > Convert.ToByte(last, System.Globalization.CultureInfo.InvariantCulture))
        {
            data.Add($"{typeof(TPart).Name} {value}", question);
        }
    }
}
