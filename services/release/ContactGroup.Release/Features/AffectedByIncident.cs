using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Records;

namespace ContactGroup.Release.Features;

/// <summary>
/// Which notification an incident affects, for who holds both. Decided when it is asked, from what the reader holds at that moment: the two are in different
/// rooms, and a link that was written into a view would outlive what it names. For everybody else there is no such thing.
/// </summary>
internal static class AffectedByIncident
{
    /// <param name="Item">Id of the notification.</param>
    /// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
    /// <param name="Reference">What people call it.</param>
    /// <param name="Version">The version that the reporter held.</param>
    /// <param name="Kept">When its record was kept; for the organisation that notified alone.</param>
    public sealed record Response(string Item, string Kind, string Reference, int? Version, DateTimeOffset? Kept);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/affected", HandleAsync)
        .WithName(nameof(AffectedByIncident))
        .WithSummary("Read which notification an incident affects")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        string item, Participant reader, ReleaseStore store, Exposures exposures, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (_, link, kept, untold) = await exposures.GiveAsync(
            reader.Asks,
            connection => FindAsync(connection, reader.Asks, item, clock.GetUtcNow()),
            shown => shown.Views.OfOthers(opened: false),
            async (connection, shown) => (await FindAsync(connection, reader.Asks, item, clock.GetUtcNow())).IsSameAs(shown),
            cancellationToken);
        if (link is null)
        {
            return Problems.NotFound();
        }

        if (untold)
        {
            await store.Store.WriteAsync(
                scope => EvidenceRows.TellAsync(scope.Connection, link.Affected.Item, item, scope.Now.ToMicroseconds()), cancellationToken);
        }

        return TypedResults.Ok(new Response(
            link.Affected.Item,
            link.Affected.Kind,
            (string)JsonNode.Parse(link.Affected.Body)!["reference"]!,
            link.Version,
            kept is { } at ? Instants.FromMicroseconds(at) : null));
    }

    private static async Task<Found> FindAsync(DbConnection connection, WhoAsks who, string incident, DateTimeOffset now)
    {
        var mine = await Readership.OfAsync(connection, who);
        var link = await ShownLink.FindAsync(connection, who, mine, incident, now);
        var isOwn = link is not null && mine.Any(stream => stream.Scope == StreamScope.Organisation && stream.Stream == link.Affected.Stream);
        return new Found(
            new GivenViews(mine, link is null ? [] : [link.Affected]),
            link,
            isOwn ? await EvidenceRows.AtAsync(connection, link!.Affected.Item, incident) : null,
            isOwn && await EvidenceRows.IsUntoldAsync(connection, link!.Affected.Item, incident));
    }

    private sealed record Found(GivenViews Views, ShownLink? Link, long? Kept, bool IsUntold)
    {
        public bool IsSameAs(Found other) => Link is { Affected: var mine, Version: var version } && other.Link is { Affected: var theirs } before
            && version == before.Version && (mine.Stream, mine.Seq) == (theirs.Stream, theirs.Seq);
    }
}
