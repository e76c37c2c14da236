using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace ContactGroup.Cli.Import.Records;

/// <summary>Records of a JSON array of objects, one at a time, however large the file; a broken record does not end the reading.</summary>
internal static class JsonRecords
{
    private const int RecordLimit = 1_000_000;
    private static readonly Dictionary<string, string?> Nothing = [];

    // Of two values under one name nobody knows which is meant.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    public static async IAsyncEnumerable<SourceRecord> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scan = new ArrayScan();
        var buffer = new byte[64 * 1024];
        var number = 0;
        int got;
        while ((got = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            for (var at = 0; at < got; at++)
            {
                if (scan.Take(buffer[at]) is { } record)
                {
                    yield return Read(record, scan.RecordLine, ++number);
                }
            }
        }

        if (!scan.Ended)
        {
            throw new UnreadableFileException(scan.Line, "The array of records does not end.", "The file looks cut off; fetch it again. What is in already is not added twice.");
        }
    }

    private static SourceRecord Read(byte[] json, long line, int number)
    {
        if (!Utf8.IsValid(json))
        {
            return new SourceRecord(line, number, Nothing, "The record is not UTF-8. Save the file as UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Once);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return new SourceRecord(line, number, Nothing, "The record is not a JSON object. Give { \"column\": value, … }.");
            }

            var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
            Flatten(cells, string.Empty, document.RootElement);
            return new SourceRecord(line, number, cells);
        }
        catch (JsonException broken)
        {
            return new SourceRecord(line, number, Nothing, "The record is not JSON: " + broken.Message.Split('.')[0] + ".");
        }
    }

    private static void Flatten(Dictionary<string, string?> cells, string prefix, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object)
            {
                Flatten(cells, prefix + member.Name + ".", member.Value);
            }
            else
            {
                cells[prefix + member.Name] = Text(member.Value);
            }
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    /// <summary>Finds where the elements of the outermost array begin and end, counting lines; leaves understanding them to the parser.</summary>
    private sealed class ArrayScan
    {
        private readonly ArrayBufferWriter<byte> record = new();
        private int depth;
        private bool inText;
        private bool escaped;

        public long Line { get; private set; } = 1;

        public long RecordLine { get; private set; }

        public bool Ended { get; private set; }

        /// <summary>The next byte; gives a whole record when it ends one.</summary>
        public byte[]? Take(byte next)
        {
            var done = Ended ? null : Place(next);
            if (next is (byte)'\n')
            {
                Line++;
            }

            return done;
        }

        private byte[]? Place(byte next)
        {
            if (inText)
            {
                Keep(next);
                inText = escaped || next is not (byte)'"';
                escaped = !escaped && next is (byte)'\\';
                return null;
            }

            switch (next)
            {
                case (byte)'[' when depth == 0:
                    depth = 1;
                    return null;
                case (byte)']' when depth == 1:
                    Ended = true;
                    return Finish();
                case (byte)',' when depth == 1:
                    return Finish();
                default:
                    return Inside(next);
            }
        }

        private byte[]? Inside(byte next)
        {
            if (depth == 0 || (record.WrittenCount == 0 && next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return null;
            }

            depth += next switch
            {
                (byte)'{' or (byte)'[' => 1,
                (byte)'}' or (byte)']' => -1,
                _ => 0,
            };
            inText = next is (byte)'"';
            Keep(next);
            return null;
        }

        private void Keep(byte next)
        {
            if (record.WrittenCount == 0)
            {
                RecordLine = Line;
            }

            record.Write([next]);
            if (record.WrittenCount > RecordLimit)
            {
                throw new UnreadableFileException(RecordLine, "A record is longer than 1,000,000 bytes.", "Look for a quote or bracket that is not closed.");
            }
        }

        private byte[]? Finish()
        {
            var whole = record.WrittenCount > 0 ? record.WrittenSpan.ToArray() : null;
            record.ResetWrittenCount();
            return whole;
        }
    }
}
