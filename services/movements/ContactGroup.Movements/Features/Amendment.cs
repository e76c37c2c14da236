using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Areas;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>A new version of an existing notification, with what all of them share: looked over as it would be stored, refused when another came first.</summary>
internal sealed class Amendment(NotificationBook book, IDraftGate gate, Boundaries boundaries, IOptions<MovementOptions> options, TimeProvider clock)
{
    /// <summary>
    /// Stores the next version. INVARIANT: what is stored was looked over. When another version came in between, the look was at something else, and the act is
    /// refused like one on an older version.
    /// </summary>
    public async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WriteAsync(
        Command command, Notification present, Precondition on, Func<Notification, DateTimeOffset, Notification> amend, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var next = amend(Expected(present, on), now);
            var fact = next.ToFact(now, command.ChannelVersion, options.Value);
            var looked = command with
            {
                Verdict = await gate.CheckAsync(command.Who.PersonId, fact, command.AudienceShown, cancellationToken),
                Warnings = next.Warnings(boundaries),
            };
            return Accepted(await book.AmendAsync(looked, present.Item, (before, at) => amend(Same(before, present), at), cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Takes a notification back: says nothing new, so that nothing is looked over and nothing waits.</summary>
    public async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WithdrawAsync(
        Command command, string item, int? ifVersion, CancellationToken cancellationToken)
    {
        try
        {
            return Accepted(await book.AmendAsync(
                command, item, (before, _) => Expected(before, new Precondition(ifVersion)).Next() with { Status = ItemStatus.Withdrawn }, cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>The answer to an act that was taken.</summary>
    public static Accepted<Receipt> Accepted(Receipt receipt) => TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);

    private static Notification Same(Notification before, Notification present) =>
        before.SaysTheSameAs(present) ? before : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged));

    private static Notification Expected(Notification before, Precondition on)
    {
        if (before.Status == ItemStatus.Withdrawn)
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The notification was withdrawn; notify again instead."));
        }

        return on.HoldsFor(before) ? before : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged));
    }
}
