namespace ContactGroup.Classification.Tests.Release;

public sealed class RecipientsTests
{
    private static readonly Audience North = Audience.Parse("military:northern-force");

    [Fact]
    public void Nobody_is_named_when_nothing_is_said()
    {
        Assert.True(Recipients.TryParse(null, out var recipients, out _));

        Assert.Empty(recipients.Atoms);
        Assert.False(recipients.Names(North, "org-a"));
        Assert.False(Recipients.None.Names(North, null));
    }

    [Fact]
    public void Audiences_and_organisations_are_named()
    {
        Assert.True(Recipients.TryParse(["organisation:org-b", "audience:military:northern-force"], out var recipients, out _));

        Assert.Equal(["audience:military:northern-force", "organisation:org-b"], recipients.Atoms);
        Assert.True(recipients.Names(North, null));
        Assert.True(recipients.Names(Audience.Parse("police"), "org-b"));
        Assert.False(recipients.Names(Audience.Parse("police"), null));
        Assert.False(recipients.Names(Audience.Parse("military:southern-force"), "org-a"));
    }

    [Fact]
    public void An_unknown_audience_is_never_named()
    {
        Assert.True(Recipients.TryParse(["organisation:org-b"], out var recipients, out _));

        Assert.False(recipients.Names(default, "org-b"));
    }

    [Fact]
    public void More_than_sixty_four_recipients_are_refused_and_then_nobody_is_named()
    {
        var atoms = Enumerable.Range(0, 65).Select(number => $"organisation:o{number}").ToArray();

        Assert.True(Recipients.TryParse(atoms.Take(64), out _, out _));
        Assert.False(Recipients.TryParse(atoms, out var recipients, out var errors));
        Assert.Equal("There are more than 64 entries; use fewer.", Assert.Single(errors));
        Assert.Empty(recipients.Atoms);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("own-side")]
    [InlineData("side:security")]
    [InlineData("northern-force")]
    public void A_side_is_not_a_recipient(string atom)
    {
        Assert.False(Recipients.TryParse(["audience:police", atom], out var recipients, out var errors));

        Assert.Equal($"`{atom}` cannot be read. Name a recipient as `audience:<audience>` or `organisation:<id>`.", Assert.Single(errors));
        Assert.Empty(recipients.Atoms);
    }
}
