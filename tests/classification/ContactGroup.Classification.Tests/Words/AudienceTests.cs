namespace ContactGroup.Classification.Tests.Words;

public sealed class AudienceTests
{
    [Theory]
    [InlineData("ingo", Constituency.Ingo, null)]
    [InlineData("un-humanitarian", Constituency.UnHumanitarian, null)]
    [InlineData("host-authority", Constituency.HostAuthority, null)]
    [InlineData("military:northern-force", Constituency.Military, "northern-force")]
    [InlineData("military:a", Constituency.Military, "a")]
    [InlineData("military:0123456789012345678901234567890123456789", Constituency.Military, "0123456789012345678901234567890123456789")]
    public void Reads_and_writes_its_text(string text, Constituency constituency, string? force)
    {
        Assert.True(Audience.TryParse(text, out var audience));
        Assert.Equal(new Audience(constituency, force), audience);
        Assert.Equal(text, audience.ToString());
        Assert.Equal(audience, Audience.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("INGO")]
    [InlineData(" ingo")]
    [InlineData("military")]
    [InlineData("military:")]
    [InlineData("military:Northern")]
    [InlineData("military:northern force")]
    [InlineData("military:ørn")]
    [InlineData("military:a:b")]
    [InlineData("military:01234567890123456789012345678901234567890")]
    [InlineData("ingo:northern-force")]
    [InlineData("police:")]
    [InlineData("humanitarian")]
    public void Refuses_anything_else(string? text)
    {
        Assert.False(Audience.TryParse(text, out var audience));
        Assert.Equal(default, audience);
    }

    [Fact]
    public void Says_what_to_write_instead()
    {
        var refusal = Assert.Throws<FormatException>(() => Audience.Parse("military"));

        Assert.Contains("`military` is not an audience", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("military:northern-force", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_unknown_when_it_is_not_well_formed()
    {
        Audience[] malformed = [default, new(Constituency.Military), new(Constituency.Military, "A"), new(Constituency.Ingo, "northern-force"), new((Constituency)77), new(Constituency.Ingo, "")];

        Assert.All(malformed, audience =>
        {
            Assert.False(audience.IsKnown);
            Assert.Equal(Side.Unknown, audience.Side);
            Assert.Equal("unknown", audience.ToString());
        });
    }

    [Fact]
    public void Shares_no_side_with_anybody_when_it_is_not_well_formed()
    {
        Audience[] others = [default, new(Constituency.Military), new(Constituency.Ingo), new(Constituency.Donor), new(Constituency.Military, "northern-force")];

        Assert.All(others, other =>
        {
            Assert.False(Relations.IsOwnSide(default, other));
            Assert.False(Relations.IsOwnSide(new Audience(Constituency.Military), other));
        });
    }

    [Fact]
    public void Stands_on_the_side_of_its_constituency()
    {
        Assert.Equal(Side.Security, new Audience(Constituency.Military, "northern-force").Side);
        Assert.Equal(Side.Humanitarian, new Audience(Constituency.Coordination).Side);
        Assert.Equal(Side.Political, new Audience(Constituency.Observer).Side);
    }
}
