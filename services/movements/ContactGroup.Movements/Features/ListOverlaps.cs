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
    private const int MostUnreckoned = 100;

    /// <param name="Overlaps">Each notification once for each concern that it comes into.</param>
    /// <param name="Unreckoned">Each notification that may come into a concern and was not compared with it, for its reader to look at.</param>
    /// <param name="Unnamed">Whether there is more that was not compared than is named.</param>
    /// <param name="Complete">False when something was not compared, named or not.</param>
    public sealed record Response(IReadOnlyList<Overlap> Overlaps, IReadOnlyList<Unreckoned> Unreckoned, bool Unnamed, bool Complete);

    /// <summary>A notification that is held, and a concern of one's own.</summary>
    /// <param name="Item">Id of the notification; read it in release.</param>
    /// <param name="Reference">What people call it.</param>
    /// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
    /// <param name="Concern">Id of the concern.</param>
    /// <param name="Note">What the concern says.</param>
    /// <param name="From">From when the concern counts.</param>
    /// <param name="Until">Until when it counts.</param>
    public sealed record Overlap(string Item, string Reference, string Kind, string Concern, string Note, DateTimeOffset From, DateTimeOffset Until);

    /// <summary>A notification that is held, and was not compared with every concern of one's own that is near it.</summary>
    /// <param name="Item">Id of the notification; read it in release.</param>
    /// <param name="Reference">What people call it.</param>
    /// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
    public sealed record Unreckoned(string Item, string Reference, string Kind);

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
        var reckoning = new Reckoning(concerns, clock.GetUtcNow(), new Effort(cancellationToken));

        // Sites first: they are cheap to look at, and one who draws long roads must not keep them from being looked at.
        reckoning.Look(sites, SiteSchema.Schema.Kind, Notified.OfSite);
        reckoning.Look(movements, MovementSchema.Schema.Kind, Notified.OfMovement);
        return TypedResults.Ok(reckoning.Tell(isAllHeld: movements.IsWhole && sites.IsWhole));
    }

    /// <summary>What is found out for one question. INVARIANT: what was not compared is named or counted as unnamed, and never taken for what comes into no concern.</summary>
    private sealed class Reckoning(IReadOnlyList<(Concern Concern, Area Area)> concerns, DateTimeOffset now, Effort effort)
    {
        private readonly List<Overlap> overlaps = [];
        private readonly List<Unreckoned> unreckoned = [];

        public void Look(HeldNotificationList list, string kind, Func<HeldNotification, Notified?> read)
        {
            foreach (var held in list.Notifications)
            {
                if (concerns.Count > 0 && read(held) is { } notified && !IsCompared(held, kind, notified))
                {
                    unreckoned.Add(new Unreckoned(held.Item, held.Reference, kind));
                }
            }
        }

        public Response Tell(bool isAllHeld)
        {
            var unnamed = !isAllHeld || unreckoned.Count > MostUnreckoned;
            return new Response(overlaps, [.. unreckoned.Take(MostUnreckoned)], unnamed, Complete: !unnamed && unreckoned.Count == 0);
        }

        private bool IsCompared(HeldNotification held, string kind, Notified notified)
        {
            var isWhole = true;
            foreach (var (concern, area) in concerns.Where(one => notified.IsNear(one.Concern, one.Area, now)))
            {
                var comes = overlaps.Count < Most ? notified.ComesInto(area, effort) : null;
                isWhole &= comes is not null;
                if (comes == true)
                {
                    overlaps.Add(new Overlap(held.Item, held.Reference, kind, concern.Id, concern.Note, concern.From, concern.Until));
                }
            }

            return isWhole;
        }
    }
}
