using System.Globalization;
using System.Text;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Domain;

/// <summary>Puts a stored view into the JSON of an item and of a stream entry, without reading it again.</summary>
internal static class Frames
{
    /// <summary>An item as its reader gets it: the stored body with item, revision and time of release in front.</summary>
    public static byte[] Item(string item, long revision, long releasedAt, byte[] body)
    {
        var head = Encoding.ASCII.GetBytes($$"""{"item":"{{item}}","revision":{{revision}},"releasedAt":"{{Instant(releasedAt)}}",""");
        return [.. head, .. body.AsSpan(1)];
    }

    /// <summary>An entry of a stream. One that was overtaken by a later entry of the same item carries no view any more.</summary>
    public static byte[] Entry(string stream, long seq, EntryOp op, string item, long at, long revision, byte[]? body)
    {
        var head = Encoding.ASCII.GetBytes(
            $$"""{"stream":"{{stream}}","seq":{{seq}},"prevSeq":{{seq - 1}},"op":"{{ViewJson.Code(op)}}","item":"{{item}}","at":"{{Instant(at)}}" """.TrimEnd());
        return body is null ? [.. head, .. "}"u8] : [.. head, .. ",\"view\":"u8, .. Item(item, revision, at, body), .. "}"u8];
    }

    /// <summary>An instant as every answer writes it.</summary>
    public static string Instant(long microseconds) =>
        Instants.FromMicroseconds(microseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
