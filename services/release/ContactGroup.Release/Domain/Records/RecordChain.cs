using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Entries of a record, each hashed with the hash of the one before it: SHA-256 over that hash as 64 lower-case hexadecimal digits and the entry as
/// <see cref="CanonicalJson"/> writes it, in UTF-8. Before the first entry stand 64 zeros.
/// </summary>
internal sealed class RecordChain
{
    /// <summary>Name of the format, as files carry it.</summary>
    public const string Format = "contactgroup-record-1";

    /// <summary>Largest sum of entries, in characters. What is beyond it is counted and left out.</summary>
    public const int Most = 8 * 1024 * 1024;

    private readonly List<(string Entry, string Hash)> entries = [];
    private string head = new('0', 64);
    private long length;
    private int left;

    public void Add(JsonObject entry)
    {
        var text = CanonicalJson.Write(entry);
        if (length + text.Length > Most)
        {
            left++;
            return;
        }

        length += text.Length;
        Append(text);
    }

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
            var (entry, hash) = entries[at];
            file.Append(at == 0 ? "\n" : ",\n").Append("{\"entry\":").Append(entry).Append(",\"hash\":\"").Append(hash).Append("\"}");
        }

        file.Append("\n],\"head\":\"").Append(head).Append("\"}\n");
        return new RecordFile(Encoding.UTF8.GetBytes(file.ToString()), head);
    }

    private void Append(string entry)
    {
        head = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + entry)));
        entries.Add((entry, head));
    }
}

/// <summary>A record as a file.</summary>
/// <param name="Bytes">UTF-8 JSON.</param>
/// <param name="Head">The last hash of its chain: who knows it knows that nothing in the file was changed.</param>
internal sealed record RecordFile(byte[] Bytes, string Head);
