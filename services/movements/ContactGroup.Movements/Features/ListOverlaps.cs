using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Concerns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// Which movements and sites that a force holds come into its concerns, for that force alone. INVARIANT: reckoned when the force asks, from what it holds in
/// release and from its own concerns, and from nothing else: nobody who notifies has a part in it, and nothing that waits for a coordinator, was taken back
/// or is shown coarsely can be found out by drawing areas. What is held is asked for whether there are concerns or not, so that the record of who read what
/// does not tell whether there are any.
/// </summary>
internal static class ListOverlaps
{
    private const int Most = 1_000;

    /// <param name="Overlaps">Each notification once for each concern that it comes into.</param>
    /// <param name="Complete">False when there is more than could be looked at or listed.</param>
    public sealed record Response(IReadOnlyList<Overlap> Overlaps, bool Complete);

    /// <summary>A notification that is held, and a concern of one's own.</summary>
    /// <param name="Item">Id of the notification; read it in release.</param>
    /// <param name="Reference">What people call it.</param>
    /// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
    /// <param name="Concern">Id of the concern.</param>
    /// <param name="Note">What the concern says.</param>
    /// <param name="From">From when the concern counts.</param>
    /// <param name="Until">Until when it counts.</param>
    public sealed record Overlap(string Item, string Reference, string Kind, string Concern, string Note, DateTimeOffset From, DateTimeOffset Until);

    public static void Map(IEndpointRouteBuilder concerns) => concerns
        .MapGet("/overlaps", HandleAsync)
        .WithName(nameof(ListOverlaps))
        .WithSummary("List the notifications you hold that come into a concern of your own organisation");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Participant who, ConcernBook book, IHeldNotifications held, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Access.RefuseConcerns(who) is { } refusal)
        {
            return refusal;
        }

        var movements = await held.ListAsync(who.Asks, MovementSchema.Schema.Kind, Notified.OfMovements, cancellationToken);
        var sites = await held.ListAsync(who.Asks, SiteSchema.Schema.Kind, Notified.OfSites, cancellationToken);
        var concerns = (await book.OfAsync(who, cancellationToken)).Select(concern => (Concern: concern, concern.Area)).ToList();
        var now = clock.GetUtcNow();
        var effort = new Effort(cancellationToken);

        // Sites first: they are cheap to look at, and one who draws long roads must not keep them from being looked at.
        var found = Between(concerns, sites, SiteSchema.Schema.Kind, Notified.OfSite, now, effort)
            .Concat(Between(concerns, movements, MovementSchema.Schema.Kind, Notified.OfMovement, now, effort))
            .Take(Most + 1)
            .ToList();
        return TypedResults.Ok(new Response([.. found.Take(Most)], movements.IsWhole && sites.IsWhole && found.Count <= Most && !effort.IsSpent));
    }

    private static IEnumerable<Overlap> Between(
        IReadOnlyList<(Concern Concern, Area Area)> concerns, HeldNotificationList list, string kind, Func<HeldNotification, Notified?> read, DateTimeOffset now,
        Effort effort) =>
        from held in list.Notifications
        let notified = concerns.Count == 0 ? null : read(held)
        where notified is not null
        from one in concerns
        where notified.IsNear(one.Concern, one.Area, now)
            && effort.Spend(notified.Stretches)
        let near = notified.LegsNear(one.Area)
        where effort.Spend((long)near.Count * one.Area.Lines) && Notified.Overlaps(near, one.Area)
        select new Overlap(held.Item, held.Reference, kind, one.Concern.Id, one.Concern.Note, one.Concern.From, one.Concern.Until);
}
