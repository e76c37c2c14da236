using System.Globalization;
using System.Text;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Puts a stored view into the JSON of an item and of a stream entry, without reading it again.</summary>
internal static class Frames
{
    /// <summary>An item as its reader gets it: the stored body with item, revision, time of release and what is different in front.</summary>
    /// <param name="item">Id of the item.</param>
    /// <param name="revision">Revision of the view in the reader's stream.</param>
    /// <param name="releasedAt">Microseconds.</param>
    /// <param name="body">The stored body.</param>
    /// <param name="changed">See <see cref="ChangedFields"/>, as the store has it. Where nothing differs the view looks like one that has nothing before it.</param>
    public static byte[] Item(string item, long revision, long releasedAt, byte[] body, string? changed)
    {
        var head = Encoding.ASCII.GetBytes($$"""{"item":"{{item}}","revision":{{revision}},"releasedAt":"{{Instant(releasedAt)}}",{{ChangedFields.Read(changed)?.Members()}}""");
        return [.. head, .. body.AsSpan(1)];
    }

    /// <summary>An entry of a stream. One that was overtaken by a later entry of the same item carries no view any more.</summary>
    public static EntryFrame Entry(string stream, EntryRow row)
    {
        var head = Encoding.ASCII.GetBytes(
            $$"""{"stream":"{{stream}}","seq":{{row.Seq}},"prevSeq":{{row.Seq - 1}},"op":"{{ViewJson.Code(row.Op)}}","item":"{{row.Item}}","at":"{{Instant(row.At)}}" """.TrimEnd());
        byte[] frame = row.Body is null ? [.. head, .. "}"u8] : [.. head, .. ",\"view\":"u8, .. Item(row.Item, row.Revision, row.At, row.Body, row.Changed), .. "}"u8];
        return new EntryFrame(
            row.Seq,
            frame,
            row.Item,
            row.Body is null ? 0 : head.Length,
            Overtakes: row.Op != EntryOp.Put,
            row.Body is null || row.Expires is null ? null : Instants.FromMicroseconds(row.Expires.Value));
    }

    /// <summary>
    /// An entry as it is told to those who serve the stream. INVARIANT: it is published with the stream as its partition. By that they know, before it is opened,
    /// whether anybody here follows it.
    /// </summary>
    public static Released Fact(string stream, EntryFrame frame) =>
        new(stream, frame.Seq - 1, frame.Seq, frame.Frame, frame.Item, frame.Bare, frame.Overtakes, frame.Expires);

    /// <summary>An instant as every answer writes it.</summary>
    public static string Instant(long microseconds) =>
        Instants.FromMicroseconds(microseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
