namespace ContactGroup.Classification.Tests.Decisions;

public sealed class DisclosureTests
{
    private static readonly Disclosure Some = Disclosure.Of(Gate.Review).With(FieldClass.Category, Grain.Full).With(FieldClass.Area, Grain.Coarse);

    [Fact]
    public void The_default_is_withheld()
    {
        Assert.Equal(Disclosure.Withheld, default);
        Assert.False(Disclosure.Withheld.IsVisible);
        Assert.Equal(Gate.Review, Disclosure.Withheld.Gate);
        Assert.Equal(0UL, Disclosure.Withheld.Bits);
    }

    [Fact]
    public void Existence_shows_that_and_nothing_else()
    {
        Assert.True(Disclosure.Existence.IsVisible);
        Assert.Equal(Gate.Automatic, Disclosure.Existence.Gate);
        Assert.All(Enum.GetValues<FieldClass>(), fieldClass => Assert.Equal(Grain.None, Disclosure.Existence[fieldClass]));
    }

    [Fact]
    public void Everything_shows_every_class_in_full_at_once()
    {
        Assert.Equal(Gate.Automatic, Disclosure.Everything.Gate);
        Assert.All(Enum.GetValues<FieldClass>(), fieldClass => Assert.Equal(Grain.Full, Disclosure.Everything[fieldClass]));
    }

    [Fact]
    public void One_class_changes_and_no_other()
    {
        foreach (var changed in Enum.GetValues<FieldClass>())
        {
            var less = Disclosure.Everything.With(changed, Grain.Coarse);

            Assert.All(Enum.GetValues<FieldClass>(), fieldClass => Assert.Equal(fieldClass == changed ? Grain.Coarse : Grain.Full, less[fieldClass]));
            Assert.Equal(Disclosure.Everything, less.With(changed, Grain.Full));
            Assert.Equal(Grain.None, less.With(changed, Grain.None)[changed]);
        }
    }

    [Fact]
    public void What_is_withheld_stays_withheld()
    {
        Assert.Equal(Disclosure.Withheld, Disclosure.Withheld.With(FieldClass.Category, Grain.Full));
        Assert.Equal(Disclosure.Withheld, Disclosure.Withheld.With(Gate.Automatic));
    }

    [Fact]
    public void A_gate_changes_without_the_classes()
    {
        Assert.Equal(Gate.Automatic, Some.With(Gate.Automatic).Gate);
        Assert.Equal(Some, Some.With(Gate.Automatic).With(Gate.Review));
        Assert.Equal(Some, Some.With((Gate)7));
    }

    [Fact]
    public void A_class_or_grain_that_does_not_exist_shows_nothing_more()
    {
        Assert.Equal(Grain.None, Disclosure.Everything[(FieldClass)Disclosure.ClassCount]);
        Assert.Equal(Grain.None, Disclosure.Everything[(FieldClass)31]);
        Assert.Equal(Grain.None, Disclosure.Everything[(FieldClass)255]);
        Assert.Equal(Some, Some.With((FieldClass)Disclosure.ClassCount, Grain.Full));
        Assert.Equal(Some, Some.With((FieldClass)31, Grain.Full));
        Assert.Equal(Grain.None, Some.With(FieldClass.Category, (Grain)3)[FieldClass.Category]);
    }

    [Theory]
    [InlineData(1UL << 62 | 0b10)]
    [InlineData(1UL << 62 | 0b10UL << 40)]
    [InlineData(1UL << 62 | 1UL << 42)]
    [InlineData(1UL << 62 | 1UL << 61)]
    [InlineData(1UL << 63)]
    [InlineData(0b11)]
    [InlineData(ulong.MaxValue)]
    public void A_word_that_no_disclosure_can_have_is_withheld(ulong bits)
    {
        Assert.Equal(Disclosure.Withheld, Disclosure.FromBits(bits));
    }

    [Fact]
    public void It_reads_as_words()
    {
        Assert.Equal("withheld", Disclosure.Withheld.ToString());
        Assert.Equal("automatic: existence only", Disclosure.Existence.ToString());
        Assert.Equal("review: category full, area coarse", Some.ToString());
        Assert.Equal("automatic: armed-actor full", Disclosure.Of(Gate.Automatic).With(FieldClass.ArmedActor, Grain.Full).ToString());
    }
}
