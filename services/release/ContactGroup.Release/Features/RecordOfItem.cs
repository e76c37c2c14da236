using System.Data.Common;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain.Records;

namespace ContactGroup.Release.Features;

/// <summary>
/// The record of a notification as a file whose hashes can be checked without the server: for the organisation that notified, as of now, or as it was kept for an
/// incident that the reader holds and that is shown to be linked, or that one of them was told of. To everybody else, coordinators included, there is none, as
/// with the exposure report. INVARIANT: that it is taken out is on record before it leaves.
/// </summary>
internal static class RecordOfItem
{
    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/record", HandleAsync)
        .WithName(nameof(RecordOfItem))
        .WithSummary("Read the record of a notification of the own organisation")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    internal static async Task<IResult> HandleAsync(
        string item,
        string? incident,
        Participant reader,
        ReleaseStore store,
        NotificationRecord records,
        TimeProvider clock,
        ILogger<NotificationRecord> log,
        CancellationToken cancellationToken)
    {
        var taken = await store.Store.ReadAsync(
            connection => FindAsync(connection, reader.Asks, item, incident, records, clock.GetUtcNow()), cancellationToken);
        if (taken is null)
        {
            return Problems.NotFound();
        }

        await store.Store.WriteAsync(scope => NoteAsync(scope, reader.Asks, taken.Notification, incident), cancellationToken);
        ReleaseLog.RecordTaken(log, reader.PersonId, item, incident);
        return TypedResults.Bytes(taken.File, "application/json; charset=utf-8");
    }

    private static async Task<Taken?> FindAsync(
        DbConnection connection, WhoAsks who, string item, string? incident, NotificationRecord records, DateTimeOffset now)
    {
        var mine = await Readership.OfAsync(connection, who);
        if (await RecordOwner.FindAsync(connection, who, mine, item) is not { } notification)
        {
            return null;
        }

        var file = incident is null
            ? (await records.WriteAsync(connection, notification))?.Bytes
            : await KeptAsync(connection, who, mine, item, incident, now);
        return file is null ? null : new Taken(notification, file);
    }

    private static async Task<byte[]?> KeptAsync(
        DbConnection connection, WhoAsks who, IReadOnlyList<ReadableStream> mine, string item, string incident, DateTimeOffset now) =>
        await EvidenceRows.WasToldAsync(connection, item, incident)
        || (await ShownLink.FindAsync(connection, who, mine, incident, now) is { } link && string.Equals(link.Affected.Item, item, StringComparison.Ordinal))
            ? await EvidenceRows.FileAsync(connection, item, incident)
            : null;

    private static async Task NoteAsync(WriteScope scope, WhoAsks who, ItemVersioned notification, string? incident)
    {
        var now = scope.Now.ToMicroseconds();
        await ExportRows.NoteRecordAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), notification, now);
        if (incident is not null)
        {
            await EvidenceRows.TellAsync(scope.Connection, notification.Item, incident, now);
        }
    }

    private sealed record Taken(ItemVersioned Notification, byte[] File);
}
