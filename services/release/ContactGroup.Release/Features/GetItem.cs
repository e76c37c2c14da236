using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Features;

/// <summary>One item as its reader holds it.</summary>
internal static class GetItem
{
    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}", HandleAsync)
        .WithName(nameof(GetItem))
        .WithSummary("Read an item")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    internal static async Task<IResult> HandleAsync(
        string item, Participant reader, HttpRequest request, HttpResponse response, ReleaseStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await store.Store.ReadAsync(
            async connection => await VisibleItems.FindAsync(connection, await Readership.OfAsync(connection, reader.Asks), item, clock.GetUtcNow()), cancellationToken);
        if (found is null)
        {
            return Problems.NotFound(); // Absent and not visible are one answer: existence is information.
        }

        response.Headers.ETag = found.ETag;
        return request.Headers.IfNoneMatch.Contains(found.ETag, StringComparer.Ordinal)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(found.Json, "application/json; charset=utf-8");
    }
}
