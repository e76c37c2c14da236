namespace ContactGroup.Classification.Tests.Words;

public sealed class CodesTests
{
    [Theory]
    [InlineData(Constituency.UnHumanitarian, "un-humanitarian", Side.Humanitarian)]
    [InlineData(Constituency.Ingo, "ingo", Side.Humanitarian)]
    [InlineData(Constituency.Nngo, "nngo", Side.Humanitarian)]
    [InlineData(Constituency.Rcrc, "rcrc", Side.Humanitarian)]
    [InlineData(Constituency.Development, "development", Side.Humanitarian)]
    [InlineData(Constituency.Coordination, "coordination", Side.Humanitarian)]
    [InlineData(Constituency.Military, "military", Side.Security)]
    [InlineData(Constituency.Police, "police", Side.Security)]
    [InlineData(Constituency.Donor, "donor", Side.Political)]
    [InlineData(Constituency.HostAuthority, "host-authority", Side.Political)]
    [InlineData(Constituency.Political, "political", Side.Political)]
    [InlineData(Constituency.Observer, "observer", Side.Political)]
    public void Every_constituency_has_a_text_and_a_side(Constituency constituency, string text, Side side)
    {
        Assert.Equal(text, ConstituencyNames.Format(constituency));
        Assert.Equal(constituency, ConstituencyNames.Parse(text));
        Assert.True(ConstituencyNames.TryParse(text, out var parsed));
        Assert.Equal(constituency, parsed);
        Assert.Equal(side, ConstituencyNames.SideOf(constituency));
    }

    [Fact]
    public void There_are_twelve_constituencies()
    {
        Assert.Equal(12, ConstituencyNames.All.Count);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("Ingo")]
    [InlineData("")]
    [InlineData("12")]
    [InlineData(null)]
    public void What_is_not_a_word_does_not_parse(string? text)
    {
        Assert.False(ConstituencyNames.TryParse(text, out var constituency));
        Assert.Equal(Constituency.Unknown, constituency);
        Assert.False(Codes.TryParse(text, out Posture _));
        Assert.False(Codes.TryParse(text, out Sensitivity _));
        Assert.False(Codes.TryParse(text, out ItemKind _));
        Assert.False(Codes.TryParse(text, out Side _));
        Assert.False(Codes.TryParse(text, out Relation _));
        Assert.False(Codes.TryParse(text, out FieldClass _));
    }

    [Fact]
    public void A_refusal_lists_the_words()
    {
        var refusal = Assert.Throws<FormatException>(() => ConstituencyNames.Parse("army"));

        Assert.Equal("`army` is not a constituency; use one of: un-humanitarian, ingo, nngo, rcrc, development, donor, host-authority, political, police, military, coordination, observer.", refusal.Message);
    }

    [Fact]
    public void What_is_not_a_member_is_unknown()
    {
        Assert.Equal("unknown", ConstituencyNames.Format(Constituency.Unknown));
        Assert.Equal("unknown", ConstituencyNames.Format((Constituency)99));
        Assert.Equal(Side.Unknown, ConstituencyNames.SideOf(Constituency.Unknown));
        Assert.Equal(Side.Unknown, ConstituencyNames.SideOf((Constituency)99));
        Assert.Equal("unknown", Codes.Format(Posture.Unknown));
    }

    [Fact]
    public void Every_word_is_written_as_documents_carry_it()
    {
        Assert.Equal(["cooperation", "coexistence", "distance"], Codes.Postures.Names);
        Assert.Equal(["low", "moderate", "high", "severe"], Codes.Sensitivities.Names);
        Assert.Equal(["humanitarian", "security", "political"], Codes.Sides.Names);
        Assert.Equal(["owner", "own-side", "named", "other"], Codes.Relations.Names);
        Assert.Equal(["none", "coarse", "full"], Codes.Grains.Names);
        Assert.Equal(["review", "automatic"], Codes.Gates.Names);
        Assert.Equal(
            ["plenary-message", "caucus-message", "desk-message", "notice-message", "incident", "protection-incident", "access-constraint", "movement", "site", "advisory"],
            Codes.Kinds.Names);
        Assert.Equal(
            [
                "category", "status", "severity", "area", "location", "time", "organisation", "person", "staff", "beneficiary", "asset", "contact",
                "narrative", "summary", "message", "armed-actor", "source", "negotiation", "operation", "attachment", "provenance",
            ],
            Codes.Classes.Names);
    }

    [Fact]
    public void Every_word_reads_back()
    {
        Assert.All(Codes.Postures.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out Posture read) && read == code));
        Assert.All(Codes.Sensitivities.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out Sensitivity read) && read == code));
        Assert.All(Codes.Kinds.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out ItemKind read) && read == code));
        Assert.All(Codes.Sides.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out Side read) && read == code));
        Assert.All(Codes.Relations.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out Relation read) && read == code));
        Assert.All(Codes.Classes.Codes, code => Assert.True(Codes.TryParse(Codes.Format(code), out FieldClass read) && read == code));
        Assert.Equal("coarse", Codes.Format(Grain.Coarse));
        Assert.Equal("review", Codes.Format(Gate.Review));
    }
}
