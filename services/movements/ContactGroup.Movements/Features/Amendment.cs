using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>A new version of an existing movement, with the refusals that all of them share.</summary>
internal static class Amendment
{
    public static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WriteAsync(
        MovementBook book, Command command, string item, int? ifVersion, Func<Movement, DateTimeOffset, Movement> amend, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await book.AmendAsync(command, item, (before, now) => amend(Expected(before, ifVersion), now), cancellationToken);
            return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    private static Movement Expected(Movement before, int? ifVersion)
    {
        if (before.Status == ItemStatus.Withdrawn)
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The notification was withdrawn; notify again instead."));
        }

        return ifVersion is null || ifVersion == before.Version ? before : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged));
    }
}
