namespace ContactGroup.Cli.Import.Records;

/// <summary>Records of a file, read as they are needed: CSV, or a JSON array of objects, told apart by the first character.</summary>
internal static class RecordFile
{
    private const string Bom = "\u00EF\u00BB\u00BF";

    public static async IAsyncEnumerable<SourceRecord> ReadAsync(
        Stream file, HxlTags? hxl, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var records = await BeginsWithBracketAsync(file, cancellationToken)
            ? JsonRecords.ReadAsync(file, cancellationToken)
            : CsvRecords.ReadAsync(file, hxl, cancellationToken);
        await foreach (var record in records)
        {
            yield return record;
        }
    }

    private static async Task<bool> BeginsWithBracketAsync(Stream file, CancellationToken cancellationToken)
    {
        var head = new byte[64];
        var got = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        var first = head.Take(got).Select(b => (char)b).SkipWhile(c => char.IsWhiteSpace(c) || Bom.Contains(c, StringComparison.Ordinal)).FirstOrDefault();
        if (first is '{')
        {
            throw new UnreadableFileException(1, "The file holds one JSON object, not an array of records.", "Put the records into an array: [ {…}, {…} ]");
        }

        return first is '[';
    }
}
