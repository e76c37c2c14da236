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
        string stream, Participant reader, ReleaseStore store, Cursors cursors, TimeProvider clock, CancellationToken cancellationToken, string? after = null, int? limit = null)
    {
        var checks = new FieldChecks();
        checks.Range("limit", limit, 1, MostEntries);
        checks.Required("after", after);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        return await store.Store.ReadAsync(
            async connection =>
            {
                var readable = (await Readership.OfAsync(connection, reader.Asks))
                    .FirstOrDefault(mine => string.Equals(mine.Stream, stream, StringComparison.Ordinal));
                if (readable is null)
                {
                    return Problems.NotFound();
                }

                if (cursors.Open(after!, reader.PersonId, stream, readable.Epoch) is not { } position)
                {
                    return Problems.Refused(ProblemCode.CursorNotUsable);
                }

                var page = await EntryRows.ReadAsync(connection, stream, position, limit ?? MostEntries, clock.GetUtcNow().ToMicroseconds());
                var last = page.Count == 0 ? position : page[^1].Seq;
                return RawJson.Page("entries", [.. page.Select(entry => entry.Frame)], json =>
                {
                    json.WriteString("cursor", cursors.Seal(reader.PersonId, stream, readable.Epoch, last));
                    json.WriteBoolean("more", last < readable.Head);
                });
            },
            cancellationToken);
    }
}
