using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Cli.Tests.Import;

/// <summary>No text of a person is calculated by a spreadsheet, and every one is read as it was written.</summary>
public sealed class SheetTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+999 11 555 0134", "'+999 11 555 0134")]
    [InlineData("'=1", "''=1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a\n\n-b\t@c|＝d", "a\n\n'-b\t'@c|'＝d")]
    [InlineData("'Ayn Issa", "'Ayn Issa")]
    [InlineData("عين العرب", "عين العرب")]
    [InlineData("", "")]
    public void What_begins_a_formula_has_an_apostrophe_in_front_and_loses_it_again(string text, string cell)
    {
        Assert.Equal(cell, SheetText.Write(text));
        Assert.Equal(text, SheetText.Read(cell));
    }

    [Theory]
    [InlineData("+999 11 555 0134")]
    [InlineData("'Ayn Issa")]
    public void What_a_person_types_is_read_as_it_stands(string cell) => Assert.Equal(cell, SheetText.Read(cell));

    [Fact]
    public void Whatever_signs_follow_each_other_nothing_is_lost()
    {
        string[] signs = ["'", "=", "-", ";", "\n", " ", "a", "\"", "\u200F"];
        var texts = from one in signs from two in signs from three in signs from four in signs select one + two + three + four;

        Assert.All(texts, text => Assert.Equal(text, SheetText.Read(SheetText.Write(text))));
    }
}
