namespace ContactGroup.Cli.Import.Records;

/// <summary>One record of a file, not yet understood.</summary>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Number">Which record it is, from 1.</param>
/// <param name="Cells">Column to text; null where there was nothing.</param>
/// <param name="Unreadable">Why it could not be read at all; null when it could.</param>
internal sealed record SourceRecord(long Line, int Number, IReadOnlyDictionary<string, string?> Cells, string? Unreadable = null);

/// <summary>A file that cannot be read further.</summary>
internal sealed class UnreadableFileException(long line, string sentence, string remedy) : Exception(sentence)
{
    public long Line { get; } = line;

    public string Remedy { get; } = remedy;
}
