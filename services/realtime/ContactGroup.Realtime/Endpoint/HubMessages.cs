using System.Text.Json;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Endpoint;

/// <summary>
/// Messages to clients as bytes of the JSON hub protocol, made once however many connections get them. The only place that knows the names of the
/// client's methods.
/// </summary>
internal static class HubMessages
{
    /// <summary>The one protocol that is spoken.</summary>
    public const string Protocol = "json";

    private const byte EndOfMessage = 0x1e;

    private static ReadOnlySpan<byte> EntriesHead => "{\"type\":1,\"target\":\"entries\",\"arguments\":[["u8;

    private static ReadOnlySpan<byte> EntriesTail => "]]}\u001e"u8;

    /// <summary>Entries of one stream, in order, from frames that release made.</summary>
    public static SerializedHubMessage Entries(ReadOnlySpan<EntryFrame> frames)
    {
        var length = EntriesHead.Length + EntriesTail.Length + frames.Length - 1;
        foreach (var frame in frames)
        {
            length += frame.Frame.Length;
        }

        var bytes = new byte[length];
        var rest = Append(bytes, EntriesHead);
        for (var index = 0; index < frames.Length; index++)
        {
            if (index > 0)
            {
                rest = Append(rest, ","u8);
            }

            rest = Append(rest, frames[index].Frame);
        }

        Append(rest, EntriesTail);
        return Wrap(bytes);
    }

    /// <summary>Where streams end now, with cursors of the person who gets it.</summary>
    public static SerializedHubMessage Beacon(IReadOnlyList<StreamHead> heads) => Invocation("beacon", heads);

    /// <summary>Why the connection is about to close.</summary>
    public static SerializedHubMessage Ended(string reason) => Invocation("ended", reason);

    private static SerializedHubMessage Invocation(string target, object argument)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { type = 1, target, arguments = new[] { argument } }, Wire.Json);
        return Wrap([.. json, EndOfMessage]);
    }

    private static SerializedHubMessage Wrap(byte[] bytes) => new([new SerializedMessage(Protocol, bytes)]);

    private static Span<byte> Append(Span<byte> target, ReadOnlySpan<byte> part)
    {
        part.CopyTo(target);
        return target[part.Length..];
    }
}
