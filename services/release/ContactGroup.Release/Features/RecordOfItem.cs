using System.Data.Common;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Records;

namespace ContactGroup.Release.Features;

/// <summary>
/// The record of a notification as a file whose hashes can be checked without the server: for the organisation that notified, as of now, or as it was kept for an
/// incident that the reader holds and that is shown to be linked. To everybody else, coordinators included, there is none, as with the exposure report.
/// </summary>
internal static class RecordOfItem
{
    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/record", HandleAsync)
        .WithName(nameof(RecordOfItem))
        .WithSummary("Read the record of a notification of the own organisation")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    internal static async Task<IResult> HandleAsync(
        string item, string? incident, Participant reader, ReleaseStore store, NotificationRecord records, TimeProvider clock, CancellationToken cancellationToken)
    {
        var file = await store.Store.ReadAsync(
            async connection =>
            {
                var mine = await Readership.OfAsync(connection, reader.Asks);
                var own = mine.Where(stream => stream.Scope == StreamScope.Organisation).ToList();
                if (await VisibleItems.FindAsync(connection, own, item, clock.GetUtcNow()) is null)
                {
                    return null;
                }

                return incident is null
                    ? await PresentAsync(connection, records, item)
                    : await KeptAsync(connection, reader.Asks, mine, item, incident, clock.GetUtcNow());
            },
            cancellationToken);
        return file is null ? Problems.NotFound() : TypedResults.Bytes(file, "application/json; charset=utf-8");
    }

    private static async Task<byte[]?> PresentAsync(DbConnection connection, NotificationRecord records, string item) =>
        await ItemRows.FindAsync(connection, item) is { } notification ? (await records.WriteAsync(connection, notification))?.Bytes : null;

    private static async Task<byte[]?> KeptAsync(
        DbConnection connection, WhoAsks who, IReadOnlyList<ReadableStream> mine, string item, string incident, DateTimeOffset now) =>
        await ShownLink.FindAsync(connection, who, mine, incident, now) is { } link && string.Equals(link.Affected.Item, item, StringComparison.Ordinal)
            ? await EvidenceRows.FileAsync(connection, item, incident)
            : null;
}
