using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>The versions of an item, for the organisation that wrote it. To everybody else the history of an item is absent, like the item they never saw.</summary>
internal static class ItemHistory
{
    public sealed record Response(string Item, IReadOnlyList<Version> Versions);

    public sealed record Version(long Number, DateTimeOffset At, string Status, JsonNode Fields);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/history", HandleAsync)
        .WithName(nameof(ItemHistory))
        .WithSummary("Read the versions of an item of the own organisation")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(string item, Participant reader, ReleaseStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var versions = await store.Store.ReadAsync(
            async connection =>
            {
                var own = (await Readership.OfAsync(connection, reader.Asks)).Where(stream => stream.Scope == StreamScope.Organisation).ToList();
                return await VisibleItems.FindAsync(connection, own, item, clock.GetUtcNow()) is null ? [] : await HistoryRows.OfItemAsync(connection, item);
            },
            cancellationToken);
        return versions.Count == 0
            ? Problems.NotFound()
            : TypedResults.Ok(new Response(
                item,
                [.. versions.Select(row => new Version(row.Version, Instants.FromMicroseconds(row.At), row.Status, JsonNode.Parse(row.Fields)!))]));
    }
}
