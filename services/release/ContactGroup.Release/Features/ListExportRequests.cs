using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Features;

/// <summary>Exports that take two people: those the caller asked for, and those the caller may be the second person of.</summary>
internal static class ListExportRequests
{
    public sealed record Response(IReadOnlyList<Line> Own, IReadOnlyList<Line> Waiting);

    /// <param name="Person">Name of who asked; null for one's own.</param>
    /// <param name="Organisation">Their organisation; null for one's own.</param>
    /// <param name="State"><c>waiting</c>, <c>ready</c>, <c>used</c> or <c>over</c>.</param>
    public sealed record Line(
        string Request,
        string Format,
        string? Channel,
        string? Kind,
        string? From,
        string? To,
        string? Status,
        string? Person,
        string? Organisation,
        DateTimeOffset AskedAt,
        string State);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/exports/requests", HandleAsync)
        .WithName(nameof(ListExportRequests))
        .WithSummary("List exports that take two people")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(Participant reader, ReleaseStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (own, waiting) = await store.Store.ReadAsync(
            async connection =>
            {
                var streams = await Readership.OfAsync(connection, reader.Asks);
                return (
                    await ExportRequestRows.OwnAsync(connection, reader.PersonId),
                    streams.Count == 0 ? [] : await ExportRequestRows.WaitingForAsync(connection, reader.Asks, streams, now));
            },
            cancellationToken);
        return TypedResults.Ok(new Response([.. own.Select(row => Show(row, now, isOwn: true))], [.. waiting.Select(row => Show(row, now, isOwn: false))]));
    }

    private static Line Show(ExportRequestRow row, DateTimeOffset now, bool isOwn)
    {
        var asked = RequestExport.Asked(row);
        return new Line(
            row.Request,
            row.Format,
            row.Channel,
            asked.Kind,
            asked.From,
            asked.To,
            asked.Status,
            isOwn ? null : row.PersonName,
            isOwn ? null : row.OrganisationName,
            Instants.FromMicroseconds(row.AskedAt),
            StateOf(row, now));
    }

    private static string StateOf(ExportRequestRow row, DateTimeOffset now) => row switch
    {
        { UsedAt: not null } => "used",
        { ConfirmedAt: { } at } => at > (now - ExportRequestRows.Stands).ToMicroseconds() ? "ready" : "over",
        _ => row.AskedAt > (now - ExportRequestRows.Waits).ToMicroseconds() ? "waiting" : "over",
    };
}
