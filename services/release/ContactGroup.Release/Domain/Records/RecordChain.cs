using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Entries of a record, each hashed with the hash of the one before it: SHA-256 over that hash as 64 lower-case hexadecimal digits and the entry as
/// <see cref="CanonicalJson"/> writes it, in UTF-8. Before the first entry stand 64 zeros. INVARIANT: each part of a record has room of its own, so that
/// nobody who can add to one of them takes anything out of another.
/// </summary>
internal sealed class RecordChain
{
    /// <summary>Name of the format, as files carry it.</summary>
    public const string Format = "contactgroup-record-1";

    private readonly List<(string Entry, string Hash)> entries = [];
    private string head = new('0', 64);
    private int room;
    private int left;

    /// <summary>Begins a part that has room for this many characters. What is beyond it is counted and left out.</summary>
    public void Begin(int most) => room = most;

    /// <summary>Adds an entry; false when there is no room for it.</summary>
    public bool Add(JsonObject entry)
    {
        var text = CanonicalJson.Write(entry);
        if (text.Length > room)
        {
            LeaveOut();
            return false;
        }

        room -= text.Length;
        Append(text);
        return true;
    }

    /// <summary>Counts an entry that is not there.</summary>
    public void LeaveOut() => left++;

    /// <summary>The whole as a file; nothing can be added after it.</summary>
    public RecordFile Close()
    {
        if (left > 0)
        {
            Append(CanonicalJson.Write(new JsonObject { ["kind"] = "left-out", ["entries"] = left }));
        }

        var file = new StringBuilder($$"""{"format":"{{Format}}","entries":[""");
        for (var at = 0; at < entries.Count; at++)
        {
            file.Append(at == 0 ? "\n" : ",\n").Append(RecordFile.Part(entries[at].Entry, entries[at].Hash));
        }

        return new RecordFile(Encoding.UTF8.GetBytes(file.Append(RecordFile.End(head)).ToString()), head);
    }

    private void Append(string entry)
    {
        head = RecordFile.HashOf(head, entry);
        entries.Add((entry, head));
    }
}
