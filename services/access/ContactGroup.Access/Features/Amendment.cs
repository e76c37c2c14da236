using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>A new version of an existing notice, with what all of them share: looked over as it would be stored, refused when another came first.</summary>
internal sealed class Amendment(NoticeBook book, IDraftGate gate, TimeProvider clock)
{
    /// <summary>
    /// Stores the next version. INVARIANT: what is stored was looked over. When another version came in between, the look was at something else, and the act is
    /// refused like one on an older version.
    /// </summary>
    public async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WriteAsync(
        Command command, Notice present, int? ifVersion, Func<Notice, DateTimeOffset, Notice> amend, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var next = amend(Expected(present, ifVersion), now).ToFact(now, command.ChannelVersion);
            var looked = command with { Verdict = await gate.CheckAsync(command.Who.PersonId, next, command.AudienceShown, cancellationToken) };
            return Accepted(await book.AmendAsync(looked, present.Item, (before, at) => amend(Expected(before, present.Version), at), cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Takes a notice back: says nothing new, so that nothing is looked over and nothing waits.</summary>
    public async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WithdrawAsync(
        Command command, string item, int? ifVersion, CancellationToken cancellationToken)
    {
        try
        {
            return Accepted(await book.AmendAsync(
                command, item, (before, _) => Expected(before, ifVersion).Next() with { Status = ItemStatus.Withdrawn }, cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>The answer to an act that was taken.</summary>
    public static Accepted<Receipt> Accepted(Receipt receipt) => TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);

    private static Notice Expected(Notice before, int? ifVersion)
    {
        if (before.Status == ItemStatus.Withdrawn)
        {
            throw ActRefusedException.Changed("The notice was withdrawn; raise another instead.");
        }

        return ifVersion is null || ifVersion == before.Version ? before : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged));
    }
}
