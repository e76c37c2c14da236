using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>One item as its reader holds it.</summary>
internal static class GetItem
{
    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}", HandleAsync)
        .WithName(nameof(GetItem))
        .WithSummary("Read an item")
        .WithDescription(
            "What the reader's audience may see. `changed` names the fields that differ from the version that this audience was shown before, where one was: "
            + "added, taken out or different; never a value of before. `changedSince` is that version. Both are absent when nothing differs.")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    internal static async Task<IResult> HandleAsync(
        string item,
        Participant reader,
        HttpRequest request,
        HttpResponse response,
        Exposures exposures,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var held = await exposures.GiveAsync(
            reader.Asks,
            async connection =>
            {
                var mine = await Readership.OfAsync(connection, reader.Asks);
                return new GivenViews(mine, await VisibleItems.FindAsync(connection, mine, item, clock.GetUtcNow()) is { } view ? [view] : []);
            },
            given => given.OfOthers(opened: true),
            (connection, given) => given.AreHeldAsync(connection, reader.Asks, clock.GetUtcNow()),
            cancellationToken);
        if (held.Items is not [var found])
        {
            return Problems.NotFound(); // Absent and not visible are one answer: existence is information.
        }

        response.Headers.ETag = found.ETag;
        return request.Headers.IfNoneMatch.Contains(found.ETag, StringComparer.Ordinal)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(found.Json, "application/json; charset=utf-8");
    }
}
