using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain.Records;

/// <summary>A record as a file.</summary>
/// <param name="Bytes">UTF-8 JSON.</param>
/// <param name="Head">The last hash of its chain: who knows it knows that nothing in the file was changed.</param>
internal sealed record RecordFile(byte[] Bytes, string Head)
{
    /// <summary>The same file with one more entry at its end.</summary>
    public RecordFile With(JsonObject entry)
    {
        var text = CanonicalJson.Write(entry);
        var head = HashOf(Head, text);
        var before = Bytes.AsSpan(0, Bytes.Length - Encoding.UTF8.GetByteCount(End(Head)));
        return new RecordFile([.. before, .. Encoding.UTF8.GetBytes(",\n" + Part(text, head) + End(head))], head);
    }

    internal static string HashOf(string head, string entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + entry)));

    internal static string Part(string entry, string hash) => "{\"entry\":" + entry + ",\"hash\":\"" + hash + "\"}";

    internal static string End(string head) => "\n],\"head\":\"" + head + "\"}\n";
}
