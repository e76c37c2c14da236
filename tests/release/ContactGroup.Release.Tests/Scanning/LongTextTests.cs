using System.Text;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Tests.Scanning;

/// <summary>A file of text is scanned as a field is, wherever in it something stands.</summary>
public sealed class LongTextTests
{
    private static readonly string Line = "The road to the mill is open, and the clinic asks for blankets.\n";

    [Theory]
    [InlineData("33.5138, 36.2765", "coordinate")]
    [InlineData("+963 944 123 456", "phone")]
    [InlineData("someone@example.org", "email")]
    public void A_finding_is_found_wherever_a_window_ends(string text, string kind)
    {
        for (var shift = 0; shift < text.Length + 2; shift++)
        {
            var file = new string('x', TextScanner.MostCharacters - text.Length - shift + 1)[..^2] + " " + text + " " + new string('y', 40_000);

            Assert.Equal([kind], Check(file).Findings);
        }
    }

    [Fact]
    public void A_marking_is_found_in_the_last_line_of_a_long_file_whatever_the_script_before_it()
    {
        foreach (var line in (string[])[Line, "الطريق إلى الطاحونة مفتوح والعيادة تطلب بطانيات.\n", "😀\r\n"])
        {
            Assert.True(Check(Repeat(line, 100_000) + "NATO SECRET\n").Marked);
            Assert.False(Check(Repeat(line, 100_000) + "the secret police\n").Marked);
        }
    }

    [Fact]
    public void Half_of_a_line_is_no_line_of_its_own()
    {
        for (var shift = 0; shift < 20; shift++)
        {
            var line = string.Concat(Enumerable.Repeat("it is no SECRET (S) that nobody came by ", 2_000));

            Assert.False(Check(new string('z', shift) + line).Marked);
        }
    }

    [Theory]
    [InlineData("SECRET,,,\r\nroad,state,since,\r\nmill,open,Monday,\r\n")]
    [InlineData("road;state\nCONFIDENTIAL;;\nmill;open\n")]
    [InlineData("road\tstate\n\tTOP SECRET\t\t\nmill\topen\n")]
    [InlineData("Classification,SECRET\nroad,open\n")]
    [InlineData("\"Classification\";\"Confidential\"\n\"mill\";\"open\"\n")]
    public void A_marking_in_a_row_of_a_table_is_seen(string table) => Assert.True(Check(table).Marked);

    [Theory]
    [InlineData("road,state,access\nmill,open,restricted\n")]
    [InlineData("name;state\nclassification, secret ballots and marking;open\n")]
    public void A_table_that_only_uses_such_words_is_not_marked(string table) => Assert.False(Check(table).Marked);

    private static Contracts.Release.TextVerdict Check(string text) => new TextGate().Check(Encoding.UTF8.GetBytes(text));

    private static string Repeat(string line, int length) => string.Concat(Enumerable.Repeat(line, length / line.Length));
}
