using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string FrameSize = "frame size, compression, cadence";
    private const string ForeignCursors = "cursors of another person, stream or epoch";
    private const string Races = "group-join races, stale groups after a role change";

    private static IEnumerable<Leak> Live()
    {
        yield return new FrameLeak("frames-are-padded", FrameSize, "A frame grows with what the contact group holds.", (site, person, message) =>
            [message.Contains("\"entries\"", StringComparison.Ordinal) ? message + new string(' ', (int)AllOf(site, person)) : message]);
        yield return new FrameLeak("frame-for-each-hidden-item", FrameSize, "An empty frame comes for everything that is withheld.", (site, person, message) =>
            message.Contains("\"entries\"", StringComparison.Ordinal)
                ? [.. Enumerable.Repeat("""{"type":1,"target":"entries","arguments":[[]]}""", (int)AllOf(site, person)), message]
                : [message]);
        yield return new FrameLeak("beacon-tells-all-heads", FrameSize, "The beacon tells how much all streams hold.", (site, person, message) =>
        {
            if (!message.Contains("\"beacon\"", StringComparison.Ordinal))
            {
                return [message];
            }

            var beacon = JsonNode.Parse(message)!;
            beacon["arguments"]!.AsArray().Add(AllOf(site, person));
            return [beacon.ToJsonString()];
        });
        yield return new ForeignStreams();
        yield return new ForeignCursor();
        yield return new TriggerLeak(
            "removed-member-reads-on",
            Races,
            "Release does not hear that a membership ended.",
            "release",
            "BEFORE UPDATE OF member ON members WHEN NEW.member = 0 BEGIN SELECT RAISE(IGNORE); END");
    }

    private static long AllOf(LeakSite site, string person) => site.Number(
        "release", "SELECT COUNT(*) FROM items i JOIN channels c ON c.channel = i.channel WHERE c.grp = @group", new { group = site.GroupOf(person) });

    /// <summary>A stream of others can be read by its id.</summary>
    private sealed record ForeignStreams() : Leak("stream-of-another-is-readable", ForeignCursors, "Whoever knows the id of a stream reads it.")
    {
        public override byte[] After(LeakSite site, HttpContext context, byte[] body)
        {
            var answer = new LeakyAnswer(site, context, body);
            var stream = answer.IdAfter("/api/release/streams/");
            if (stream.Length == 0 || answer.Status != 404)
            {
                return body;
            }

            answer.Json!["entries"] = site.Number("release", "SELECT head FROM streams WHERE stream = @stream", new { stream });
            return answer.Bytes();
        }
    }

    /// <summary>A cursor counts whoever it was made for.</summary>
    private sealed record ForeignCursor() : Leak("cursor-of-another-is-accepted", ForeignCursors, "A cursor of another person stands where that person is.")
    {
        public override byte[] After(LeakSite site, HttpContext context, byte[] body)
        {
            if (context.Response.StatusCode != StatusCodes.Status400BadRequest || context.Request.Query["after"] is not [{ } cursor])
            {
                return body;
            }

            try
            {
                var protector = site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("ContactGroup.Release.Cursor.v1");
                var position = BinaryPrimitives.ReadInt64BigEndian(protector.Unprotect(WebEncoders.Base64UrlDecode(cursor)).AsSpan()[^sizeof(long)..]);
                context.Response.Headers["X-Position"] = Text(position);
            }
            catch (Exception garbage) when (garbage is CryptographicException or FormatException)
            {
                // A made-up cursor stands nowhere.
            }

            return body;
        }
    }
}
