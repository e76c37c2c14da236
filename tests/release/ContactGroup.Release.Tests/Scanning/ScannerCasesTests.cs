using System.Text;

namespace ContactGroup.Release.Tests.Scanning;

/// <summary>Every case file: what is found, where, and what is left alone.</summary>
public sealed class ScannerCasesTests
{
    public static TheoryData<string> Files => [.. ScannerCase.Files.Where(file => !file.StartsWith("known-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_is_found_where_its_file_says_and_nothing_else_is(string file)
    {
        var wrong = new StringBuilder();
        foreach (var given in ScannerCase.Read(file))
        {
            var found = ScannerCase.Scan(given.Text);
            if (!found.SequenceEqual(given.Finds, StringComparer.Ordinal))
            {
                wrong.AppendLine($"«{given.Text}»: expected [{string.Join(", ", given.Finds)}], found [{string.Join(", ", found)}]");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Theory]
    [InlineData("known-misses.json")]
    [InlineData("known-false-alarms.json")]
    public void What_the_scanner_gets_wrong_is_written_down_until_it_gets_it_right(string file)
    {
        var right = ScannerCase.Read(file).Where(given => ScannerCase.Scan(given.Text).SequenceEqual(given.Finds, StringComparer.Ordinal));

        Assert.Empty(right); // One that is right now moves to the file of its kind.
    }

    [Fact]
    public void There_are_several_hundred_cases() =>
        Assert.True(ScannerCase.Files.Sum(file => ScannerCase.Read(file).Count) > 600);
}
