using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
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
        JsonNode Proposed,
        string Shown,
        IReadOnlyList<View> Views,
        IReadOnlyDictionary<string, FieldRoom> Fields,
        IReadOnlyList<TextFinding> Findings,
        IReadOnlyDictionary<string, FieldChange>? Suggested);

    /// <summary>One distinct view and who would get it.</summary>
    public sealed record View(IReadOnlyList<string> Audiences, JsonNode Fields);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/reviews", HandleAsync)
        .WithName(nameof(ListReviews))
        .WithSummary("List what waits for a coordinator")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Participant coordinator,
        Rulings rulings,
        Exposures exposures,
        TimeProvider clock,
        CancellationToken cancellationToken,
        string? group = null)
    {
        if (!coordinator.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        var desk = await exposures.GiveAsync(
            coordinator.Asks,
            connection => ListAsync(connection, coordinator, group, rulings, clock.GetUtcNow()),
            shown => [.. shown.Lines.Select(line => new Given(line.Item, line.Review, 0, Opened: true))],
            (connection, shown) => IsStillAsync(connection, coordinator.Asks, shown, clock.GetUtcNow()),
            cancellationToken);
        return TypedResults.Ok(new Response(desk.Lines));
    }

    // Both what would cross and what the coordinator holds of it themselves.
    private static async Task<bool> IsStillAsync(DbConnection connection, WhoAsks who, Desk shown, DateTimeOffset at)
    {
        var channels = ChannelsOf(await Readership.OfAsync(connection, who), group: null);
        var open = await ReviewRows.StillOpenAsync(connection, [.. shown.Lines.Select(line => line.Review)]);
        return shown.Lines.All(line => channels.Contains(line.Channel) && open.Contains((line.Review, line.Shown))) && await shown.Originals.AreHeldAsync(connection, who, at);
    }

    private static HashSet<string> ChannelsOf(IReadOnlyList<ReadableStream> streams, string? group) => streams
        .Where(stream => stream.Scope == StreamScope.Review && (group is null || string.Equals(stream.Channel.Group, group, StringComparison.Ordinal)))
        .Select(stream => stream.Channel.Channel)
        .ToHashSet(StringComparer.Ordinal);

    private static async Task<Desk> ListAsync(DbConnection connection, Participant coordinator, string? group, Rulings rulings, DateTimeOffset at)
    {
        var streams = await Readership.OfAsync(connection, coordinator.Asks);
        var lines = new List<Line>();
        var originals = new List<VisibleItem>();
        foreach (var review in await ReviewRows.OpenAsync(connection, ChannelsOf(streams, group), MostReviews))
        {
            if (await DescribeAsync(connection, review, streams, rulings, at) is var (line, own))
            {
                lines.Add(line);
                originals.AddRange(own is null ? [] : [own]);
            }
        }

        return new Desk(lines, new GivenViews(streams, originals));
    }

    private static async Task<(Line Line, VisibleItem? Own)?> DescribeAsync(
        DbConnection connection, ReviewRow review, IReadOnlyList<ReadableStream> streams, Rulings rulings, DateTimeOffset at)
    {
        if (await ItemRows.FindAsync(connection, review.Item) is not { } item
            || item.Expires <= at
            || ProposedViews.Build(review, item, rulings.Policy) is not [var first, ..] views)
        {
            return null;
        }

        var own = await VisibleItems.FindAsync(connection, streams, review.Item, at);
        var recalled = (await RecallRows.OfItemAsync(connection, review.Item)).GetValueOrDefault(review.Target);
        var desk = streams.First(stream => stream.Scope == StreamScope.Review && string.Equals(stream.Channel.Channel, review.Channel, StringComparison.Ordinal));
        var names = await BlobNames.OfAsync(connection, desk.Stream, review.Review);
        var proposed = Fields(first.View.Body, names);
        var rooms = RoomIn(ItemSchemas.Find(item.Kind)!, views);
        var line = new Line(
            review.Review,
            review.Item,
            item.Reference,
            item.Kind,
            review.Channel,
            review.Target,
            AudienceLabels.Of(review.Target),
            item.Sensitivity,
            new Audience(item.Origin.Constituency, item.Origin.Force).ToString(),
            WhyItWaits(review, recalled),
            Instants.FromMicroseconds(review.OpenedAt),
            own is null ? proposed.DeepClone() : Fields(own.Body),
            proposed,
            review.Hash,
            [.. views.GroupBy(view => view.View.Hash, StringComparer.Ordinal).Select(same =>
                new View([.. same.Select(view => view.Proposal.Audience)], Fields(same.First().View.Body, names)))],
            rooms,
            [
                .. FreeText.FindingsIn(ItemSchemas.Find(item.Kind)!, ProposedView.FieldsOf(first.View)).Select(TextFinding.Of),
                .. TextFinding.InFiles(item, first.View),
            ],
            await Suggestion.ForAsync(connection, review, ItemSchemas.Find(item.Kind)!, rooms, recalled));
        return (line, own);
    }

    private static string WhyItWaits(ReviewRow review, RecallRow? recalled) => (recalled, review.Widening) switch
    {
        ({ } recall, _) => $"It was taken back from {AudienceLabels.Of(review.Target)}: {recall.Reason}",
        (_, 1) => $"Its owner lets it go further than before: it would cross to {AudienceLabels.Of(review.Target)}.",
        _ => $"It would cross to {AudienceLabels.Of(review.Target)}.",
    };

    private static Dictionary<string, FieldRoom> RoomIn(ItemSchema schema, IReadOnlyList<ProposedView> views) => schema.Fields
        .Select(field => (field.Name, Room: views.Select(view => RoomIn(field, view)).FirstOrDefault(room => room is not null)))
        .Where(field => field.Room is not null)
        .ToDictionary(field => field.Name, field => field.Room!, StringComparer.Ordinal);

    private static FieldRoom? RoomIn(FieldSpec field, ProposedView view)
    {
        if (ProposedView.FieldsOf(view.View)[field.Name] is not { } value)
        {
            return null;
        }

        var isFull = view.Given[field.Class] == Grain.Full;
        var coarse = isFull ? Coarsening.Apply(field, value) : null;
        return new FieldRoom(coarse is null || JsonNode.DeepEquals(coarse, value) ? null : coarse, isFull ? field.Longest : null);
    }

    private static JsonNode Fields(byte[] body) => JsonNode.Parse(body)!["fields"]!.DeepClone();

    /// <summary>Fields that no stream shows yet, with the names by which coordinators open the files in them.</summary>
    private static JsonNode Fields(byte[] body, IReadOnlyDictionary<string, string> names)
    {
        var fields = Fields(body);
        ShownFile.Rename(fields, names);
        return fields;
    }

    private sealed record Desk(IReadOnlyList<Line> Lines, GivenViews Originals);
}
