using System.Data.Common;
using System.Text.Json;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Features;

/// <summary>What is quarantined in a coordinator's channels: that it is, under which reference, and nothing of what it says.</summary>
internal static class ListQuarantine
{
    private const int MostItems = 200;

    public sealed record Response(IReadOnlyList<Line> Quarantined);

    public sealed record Line(string Item, string Reference, string Channel, string At);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/quarantine", HandleAsync)
        .WithName(nameof(ListQuarantine))
        .WithSummary("List what is quarantined")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(Participant coordinator, ReleaseStore store, CancellationToken cancellationToken)
    {
        if (!coordinator.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        return TypedResults.Ok(await store.Store.ReadAsync(connection => ListAsync(connection, coordinator), cancellationToken));
    }

    private static async Task<Response> ListAsync(DbConnection connection, Participant coordinator)
    {
        var streams = (await Readership.OfAsync(connection, coordinator.Asks)).Where(stream => stream.Scope == StreamScope.Review).Select(stream => stream.Stream);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT h.item AS Item, h.released_at AS At, v.body AS Body FROM held h JOIN views v ON v.view = h.view
            WHERE h.stream IN @streams AND v.kind = @kind ORDER BY h.released_at, h.item LIMIT @MostItems
            """,
            new { streams, kind = QuarantineNotice.Kind, MostItems });
        return new Response([.. rows.Select(Read)]);
    }

    private static Line Read(Row row)
    {
        using var body = JsonDocument.Parse(row.Body);
        return new Line(
            row.Item, body.RootElement.GetProperty("reference").GetString()!, body.RootElement.GetProperty("channel").GetString()!, Frames.Instant(row.At));
    }

    private sealed record Row(string Item, long At, byte[] Body);
}
