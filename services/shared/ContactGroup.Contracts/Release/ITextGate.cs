namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: looks over words before they are kept, where they are no field of an item: a file of text, and the name of a file. Implemented by
/// <c>release</c>, by the rules for free text. Needs no store and does not fail.
/// </summary>
public interface ITextGate
{
    /// <summary>Looks over a text of any length, a piece at a time; its work grows with the length and not faster.</summary>
    /// <param name="utf8">The text in UTF-8, without a byte order mark.</param>
    TextVerdict Check(ReadOnlySpan<byte> utf8);
}

/// <summary>What was found in a text. Never repeats any of it.</summary>
/// <param name="Marked">Whether it carries a marking above unclassified. Then nothing of it may be kept, and the rest was not looked at.</param>
/// <param name="Findings">What else it holds, each once: <c>coordinate</c>, <c>grid-reference</c>, <c>road-marker</c>, <c>phone</c>, <c>email</c>, <c>plate</c> or <c>handling</c>.</param>
public sealed record TextVerdict(bool Marked, IReadOnlyList<string> Findings);
