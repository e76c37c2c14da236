using System.Data.Common;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Microsoft.Extensions.Options;

namespace ContactGroup.Release.Features;

/// <summary>
/// Who had an item, when, and how much of it: for the organisation that wrote it, also after it was withdrawn, taken back or over. To everybody else,
/// coordinators included, the report is absent.
/// </summary>
internal static class ExposureOfItem
{
    public sealed record Response(string Item, int KeptDays, IReadOnlyList<Line> Audiences);

    public sealed record Line(
        string Audience,
        string Label,
        bool HoldsNow,
        DateTimeOffset? Received,
        DateTimeOffset? Opened,
        IReadOnlyList<Held> Held,
        IReadOnlyList<Edition>? Versions,
        IReadOnlyList<Person>? People);

    /// <summary>A version of a notification: since when it could be read, when the first was given it, and when the first asked for it by itself.</summary>
    public sealed record Edition(long Version, DateTimeOffset Sent, DateTimeOffset? Delivered, DateTimeOffset? Opened);

    /// <param name="Ended"><c>replaced</c> or <c>recalled</c>; null while it is held.</param>
    public sealed record Held(DateTimeOffset From, DateTimeOffset? Until, string? Ended, IReadOnlyList<ShownClass> Shown);

    public sealed record Person(string Name, string Organisation, DateTimeOffset Received, DateTimeOffset? Opened);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/exposure", HandleAsync)
        .WithName(nameof(ExposureOfItem))
        .WithSummary("Read who had an item of the own organisation")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        string item, Participant reader, ReleaseStore store, IOptions<ReleaseOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var report = await store.Store.ReadAsync(connection => ReportAsync(connection, item, reader, clock.GetUtcNow()), cancellationToken);
        return report is null
            ? Problems.NotFound()
            : TypedResults.Ok(new Response(item, options.Value.ExposureDays, [.. report.Select(Show)]));
    }

    private static async Task<IReadOnlyList<AudienceExposure>?> ReportAsync(DbConnection connection, string item, Participant reader, DateTimeOffset now)
    {
        var own = (await Readership.OfAsync(connection, reader.Asks)).Where(stream => stream.Scope == StreamScope.Organisation).ToList();
        if (await VisibleItems.FindAsync(connection, own, item, now) is null || await ItemRows.FindAsync(connection, item) is not { } source)
        {
            return null;
        }

        return ExposureReport.For(
            Rulings.OriginOf(source),
            await SpanRows.OfItemAsync(connection, item),
            await ReceiptRows.OfItemAsync(connection, item),
            await EditionRows.OfItemAsync(connection, item, now.ToMicroseconds()),
            isOver: source.Expires <= now);
    }

    private static Line Show(AudienceExposure exposure) => new(
        exposure.Audience,
        AudienceLabels.Of(exposure.Audience),
        exposure.HoldsNow,
        Instant(exposure.ReceivedAt),
        Instant(exposure.OpenedAt),
        [.. exposure.Held.Select(held => new Held(
            Instants.FromMicroseconds(held.From), Instant(held.Until), Ended(held.EndedBy), ReleaseSentences.Classes(held.Shown)))],
        exposure.Editions.Count == 0 ? null : [.. exposure.Editions.Select(one => new Edition(
            one.Version, Instants.FromMicroseconds(one.ShownAt), Instant(one.ReceivedAt), Instant(one.OpenedAt)))],
        exposure.People is null ? null : [.. exposure.People.Select(person => new Person(
            person.Name, person.OrganisationName, Instants.FromMicroseconds(person.ReceivedAt), Instant(person.OpenedAt)))]);

    private static string? Ended(EntryOp? op) => op switch
    {
        null => null,
        EntryOp.Replace => "replaced",
        _ => "recalled",
    };

    private static DateTimeOffset? Instant(long? microseconds) => microseconds is { } value ? Instants.FromMicroseconds(value) : null;
}
