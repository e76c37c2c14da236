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
/// with the exposure report. INVARIANT: that it is taken out is on record before it leaves, and what was read beside the writer leaves only when whoever asked may still
/// have it, and have it so, in the moment in which that is recorded: a removal that was confirmed before is not outlived by a file that was being made.
/// </summary>
internal static class RecordOfItem
{
    private const int MostTries = 3;

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
        var question = new Question(reader.Asks, item, incident);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var taken = await store.Store.ReadAsync(connection => FindAsync(connection, question, records, clock.GetUtcNow()), cancellationToken);
            if (taken is null)
            {
                return Problems.NotFound();
            }

            if (await store.Store.WriteAsync(scope => NoteAsync(scope, question, taken.Right), cancellationToken))
            {
                ReleaseLog.RecordTaken(log, reader.PersonId, item, incident);
                return TypedResults.Bytes(taken.File, "application/json; charset=utf-8");
            }
        }

        return Problems.Refused(ProblemCode.Unavailable);
    }

    private static async Task<Taken?> FindAsync(DbConnection connection, Question asked, NotificationRecord records, DateTimeOffset now)
    {
        if (await RightAsync(connection, asked, now) is not { } right)
        {
            return null;
        }

        var file = asked.Incident is null
            ? (await records.WriteAsync(connection, right.Notification))?.Bytes
            : await EvidenceRows.FileAsync(connection, asked.Item, asked.Incident);
        return file is null ? null : new Taken(right, file);
    }

    private static async Task<Right?> RightAsync(DbConnection connection, Question asked, DateTimeOffset now)
    {
        var mine = await Readership.OfAsync(connection, asked.Who);
        return await RecordOwner.FindAsync(connection, asked.Who, mine, asked.Item) is { } notification
            && (asked.Incident is null || await IsForAsync(connection, asked, asked.Incident, mine, now))
            ? new Right(notification, await RecordOwner.IsInRoomAsync(connection, notification))
            : null;
    }

    private static async Task<bool> IsForAsync(DbConnection connection, Question asked, string incident, IReadOnlyList<ReadableStream> mine, DateTimeOffset now) =>
        await EvidenceRows.WasToldAsync(connection, asked.Item, incident)
        || (await ShownLink.FindAsync(connection, asked.Who, mine, incident, now) is { } link && string.Equals(link.Affected.Item, asked.Item, StringComparison.Ordinal));

    // False when the right is another than that by which it was read; nothing is noted then.
    private static async Task<bool> NoteAsync(WriteScope scope, Question asked, Right read)
    {
        if (await RightAsync(scope.Connection, asked, scope.Now) is not { } right || right.IsInRoom != read.IsInRoom)
        {
            return false;
        }

        var now = scope.Now.ToMicroseconds();
        await ExportRows.NoteRecordAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, asked.Who), read.Notification, now);
        if (asked.Incident is not null)
        {
            await EvidenceRows.TellAsync(scope.Connection, asked.Item, asked.Incident, now);
        }

        return true;
    }

    private sealed record Question(WhoAsks Who, string Item, string? Incident);

    private sealed record Right(ItemVersioned Notification, bool IsInRoom);

    private sealed record Taken(Right Right, byte[] File);
}
