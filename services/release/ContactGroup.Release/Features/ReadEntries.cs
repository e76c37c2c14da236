using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Entries of a stream after a cursor, oldest first: how a client catches up.</summary>
internal static class ReadEntries
{
    private const int MostEntries = 200;

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/streams/{stream}/entries", HandleAsync)
        .WithName(nameof(ReadEntries))
        .WithSummary("Read entries of a stream after a cursor")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    internal static async Task<IResult> HandleAsync(
        string stream,
        Participant reader,
        Cursors cursors,
        Exposures exposures,
        TimeProvider clock,
        CancellationToken cancellationToken,
        string? after = null,
        string? limit = null)
    {
        var checks = new FieldChecks();
        var most = checks.Whole("limit", limit, 1, MostEntries) ?? MostEntries;
        checks.Required("after", after);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var read = await exposures.GivePageAsync(
            reader.Asks,
            async connection =>
            {
                var readable = (await Readership.OfAsync(connection, reader.Asks))
                    .FirstOrDefault(mine => string.Equals(mine.Stream, stream, StringComparison.Ordinal));
                var position = readable is null ? null : cursors.Open(after!, reader.PersonId, stream, readable.Epoch);
                readable?.RequireOpen();
                return position is null
                    ? new Read(readable, Position: null, [])
                    : new Read(readable, position, await EntryRows.ReadAsync(
                        connection, stream, position.Value, most, PageBytes.Entries, clock.GetUtcNow().ToMicroseconds()));
            },
            page => page.Shown,
            cancellationToken);
        if (read is not { Stream: { } source, Position: { } start })
        {
            return read.Stream is null ? Problems.NotFound() : Problems.Refused(ProblemCode.CursorNotUsable);
        }

        var last = read.Page.Count == 0 ? start : read.Page[^1].Seq;
        return RawJson.Page("entries", [.. read.Page.Select(entry => entry.Frame)], json =>
        {
            json.WriteString("cursor", cursors.Seal(reader.PersonId, stream, source.Epoch, last));
            json.WriteBoolean("more", last < source.Head);
        });
    }

    private sealed record Read(ReadableStream? Stream, long? Position, IReadOnlyList<EntryFrame> Page)
    {
        /// <summary>What is to be on record: nothing where only the own organisation's things are shown, or none.</summary>
        public (ReadingStart Start, long Through)? Shown => Stream is { Scope: StreamScope.Audience } from && Position is { } start && Page.Any(entry => entry.Bare > 0)
            ? (new ReadingStart(from.Stream, start, from.Head), Page[^1].Seq)
            : null;
    }
}
