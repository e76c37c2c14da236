using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>What waits for a coordinator, oldest first: beside what they may see of the item, exactly what the other side would get.</summary>
internal static class ListReviews
{
    private const int MostReviews = 200;

    public sealed record Response(IReadOnlyList<Line> Reviews);

    public sealed record Line(
        string Review,
        string Item,
        string Reference,
        string Kind,
        string Channel,
        string Audience,
        string Label,
        Sensitivity Sensitivity,
        string From,
        string Reason,
        DateTimeOffset OpenedAt,
        JsonNode Original,
        JsonNode Proposed);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/reviews", HandleAsync)
        .WithName(nameof(ListReviews))
        .WithSummary("List what waits for a coordinator")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Participant coordinator, ReleaseStore store, Rulings rulings, CancellationToken cancellationToken, string? group = null)
    {
        if (!coordinator.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        return TypedResults.Ok(await store.Store.ReadAsync(connection => ListAsync(connection, coordinator, group, rulings), cancellationToken));
    }

    private static async Task<Response> ListAsync(DbConnection connection, Participant coordinator, string? group, Rulings rulings)
    {
        var streams = await Readership.OfAsync(connection, coordinator.Asks);
        var channels = streams
            .Where(stream => stream.Scope == StreamScope.Review && (group is null || string.Equals(stream.Channel.Group, group, StringComparison.Ordinal)))
            .Select(stream => stream.Channel.Channel)
            .ToList();
        var lines = new List<Line>();
        foreach (var review in await ReviewRows.OpenAsync(connection, channels, MostReviews))
        {
            if (await DescribeAsync(connection, review, streams, rulings) is { } line)
            {
                lines.Add(line);
            }
        }

        return new Response(lines);
    }

    private static async Task<Line?> DescribeAsync(
        DbConnection connection, ReviewRow review, IReadOnlyList<ReadableStream> streams, Rulings rulings)
    {
        if (await ItemRows.FindAsync(connection, review.Item) is not { } item
            || await ProposedViews.BuildAsync(connection, review, item, rulings.Policy) is not [var first, ..])
        {
            return null;
        }

        var own = await VisibleItems.FindAsync(connection, streams, review.Item);
        var proposed = Fields(first.View.Body);
        return new Line(
            review.Review,
            review.Item,
            item.Reference,
            item.Kind,
            review.Channel,
            review.Target,
            AudienceLabels.Of(review.Target),
            item.Sensitivity,
            new Audience(item.Origin.Constituency, item.Origin.Force).ToString(),
            $"It would cross to {AudienceLabels.Of(review.Target)}.",
            Instants.FromMicroseconds(review.OpenedAt),
            own is null ? proposed.DeepClone() : Fields(own.Body),
            proposed);
    }

    private static JsonNode Fields(byte[] body) => JsonNode.Parse(body)!["fields"]!.DeepClone();
}
