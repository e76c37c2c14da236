using System.Globalization;
using ContactGroup.Client;

namespace ContactGroup.Load;

/// <summary>What every account can read, looked through for gaps and repeats.</summary>
internal sealed class StreamAudit(int kills, long before, long after, string story)
{
    private int streams;
    private long entries;
    private int gaps;
    private int repeats;

    public async Task ReadAsync(ContactGroupClient client)
    {
        foreach (var stream in await client.GetStreamsAsync())
        {
            streams++;
            await ReadAsync(client, stream);
        }
    }

    public bool Holds(int expected) => gaps == 0 && repeats == 0 && after - before == expected;

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"kills {kills}; reports {after - before}; streams {streams}, entries {entries}, gaps {gaps}, repeats {repeats}\n{story}");

    private async Task ReadAsync(ContactGroupClient client, StreamInfo stream)
    {
        var put = new HashSet<string>(StringComparer.Ordinal);
        var cursor = stream.Start;
        long last = 0;
        bool more;
        do
        {
            var page = await client.GetEntriesAsync(stream.Id, cursor);
            foreach (var entry in page.Entries)
            {
                entries++;
                gaps += entry.Seq == last + 1 && entry.PrevSeq == last ? 0 : 1;
                repeats += entry.Op == "put" && !put.Add(entry.Item) ? 1 : 0;
                if (entry.Op == "recall")
                {
                    put.Remove(entry.Item); // What was taken back may come again.
                }

                last = entry.Seq;
            }

            cursor = page.Cursor;
            more = page.More;
        }
        while (more);

        gaps += last == stream.Head ? 0 : 1;
    }
}
