using ContactGroup.Client;

namespace ContactGroup.Load.Restoring;

/// <summary>What one person reads in all their streams, with a cursor for where each of them ended.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, (List<Entry> Entries, string Cursor)> streams = new(StringComparer.Ordinal);

    /// <summary>Ids of all items in it.</summary>
    public HashSet<string> Items => [.. streams.Values.SelectMany(stream => stream.Entries).Select(entry => entry.Item)];

    /// <summary>Entries of all streams.</summary>
    public int Count => streams.Values.Sum(stream => stream.Entries.Count);

    /// <summary>Reads all streams from their beginning.</summary>
    public static async Task<Shelf> ReadAsync(ContactGroupClient client)
    {
        var shelf = new Shelf();
        foreach (var stream in await client.GetStreamsAsync())
        {
            shelf.streams[stream.Id] = await FromAsync(client, stream.Id, stream.Start);
        }

        return shelf;
    }

    /// <summary>How many entries of this one the other does not have under the same number.</summary>
    public int LostIn(Shelf later) => streams.Sum(stream => later.streams.TryGetValue(stream.Key, out var found)
        ? stream.Value.Entries.Count(entry => !found.Entries.Exists(other => Same(entry, other)))
        : stream.Value.Entries.Count);

    /// <summary>Goes on from the cursors of this one; how many entries came that are not exactly those which the other has beyond it.</summary>
    public async Task<(int Resumed, int Wrong)> ResumeAsync(ContactGroupClient client, Shelf later)
    {
        var (resumed, wrong) = (0, 0);
        foreach (var (stream, (had, cursor)) in streams)
        {
            var (came, _) = await FromAsync(client, stream, cursor);
            var due = later.streams[stream].Entries.Skip(had.Count).ToList();
            resumed += came.Count;
            wrong += Math.Abs(due.Count - came.Count) + due.Zip(came).Count(pair => !Same(pair.First, pair.Second));
        }

        return (resumed, wrong);
    }

    private static bool Same(Entry one, Entry other) =>
        (one.Seq, one.PrevSeq, one.Op, one.Item) == (other.Seq, other.PrevSeq, other.Op, other.Item);

    private static async Task<(List<Entry> Entries, string Cursor)> FromAsync(ContactGroupClient client, string stream, string cursor)
    {
        var entries = new List<Entry>();
        for (var more = true; more;)
        {
            var page = await client.GetEntriesAsync(stream, cursor);
            entries.AddRange(page.Entries);
            (cursor, more) = (page.Cursor, page.More);
        }

        return (entries, cursor);
    }
}
