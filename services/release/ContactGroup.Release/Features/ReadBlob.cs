using System.Data.Common;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Release.Features;

/// <summary>
/// A file by the name that one of the reader's streams has for it, whole or in part. Absent, hidden, recalled, expired, another stream's and malformed are one
/// answer, whatever part is asked for and however.
/// </summary>
internal static class ReadBlob
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder release) => release
        .MapMethods("/blobs/{name}", Methods, HandleAsync)
        .WithName(nameof(ReadBlob))
        .WithSummary("Read a file")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");

    internal static async Task<IResult> HandleAsync(
        string name,
        HttpResponse response,
        Participant reader,
        ReleaseStore store,
        Exposures exposures,
        TimeProvider clock,
        [FromKeyedServices(BlobAreas.Attachments)] IBlobStore blobs,
        CancellationToken cancellationToken)
    {
        var held = await exposures.GiveAsync(
            reader.Asks,
            FindAsync,
            read => read is { IsOwn: false } ? [new Given(read.Item, read.HeldBy, read.Revision, Opened: true)] : [],
            async (connection, read) => await FindAsync(connection) == read,
            cancellationToken);
        if (held is not { } found || blobs.OpenRead(found.Blob) is not { } bytes)
        {
            return Problems.NotFound();
        }

        // Nothing in a file may run, be shown in place of a page, or be taken for another type.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return TypedResults.Stream(
            new WatchedBlob(bytes, async token => await store.Store.ReadAsync(FindAsync, token) is not null),
            TypeOf(found.MediaType),
            found.Name,
            lastModified: null,
            new EntityTagHeaderValue($"\"{name}\""),
            enableRangeProcessing: true);

        async Task<NamedBlob?> FindAsync(DbConnection connection)
        {
            var mine = await Readership.OfAsync(connection, reader.Asks);
            var file = await BlobNames.FindAsync(connection, [.. mine.Where(stream => !stream.Closed)], name, clock.GetUtcNow());
            if (file is null)
            {
                VisibleItems.RequireOpen(mine); // Not found in what is open says nothing while something is closed, whatever the name.
            }

            return file;
        }
    }

    private static string TypeOf(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{mediaType}; charset=utf-8" : mediaType;
}
