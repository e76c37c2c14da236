using System.Diagnostics;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Tests.Scanning;

/// <summary>No text makes the scanner slow: time grows with its length and not faster.</summary>
public sealed class BoundedTimeTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("0 ")]
    [InlineData("1.")]
    [InlineData("33.5138, ")]
    [InlineData("a@")]
    [InlineData("A B ")]
    [InlineData("plate A 1 ")]
    [InlineData("SECRET//")]
    [InlineData("(S)\n")]
    [InlineData("+963 ")]
    [InlineData("\u200B")]
    [InlineData("\u0660")]
    public void A_text_made_to_be_slow_is_scanned_within_seconds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, TextScanner.MostCharacters / piece.Length));
        TextScanner.Scan(text[..1_000]);

        var watch = Stopwatch.StartNew();
        TextScanner.Scan(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5)); // 32,000 characters; a pattern that backtracks would take minutes
    }
}
