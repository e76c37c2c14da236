using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>A new version of an existing report, with the refusals that all of them share.</summary>
internal static class Amendment
{
    public static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WriteAsync(
        IncidentBook book, Command command, string item, int? ifVersion, Func<Incident, DateTimeOffset, Incident> amend, CancellationToken cancellationToken)
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

    /// <summary>
    /// The same for an amendment that says something: asked before whether it may be stored. An amendment that does not fit is refused in the command
    /// itself, so that a repeat of one that did gets its receipt.
    /// </summary>
    public static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> WriteAsync(
        IncidentBook book, DraftCheck check, Command command, Incident present, int? ifVersion, Func<Incident, DateTimeOffset, Incident> amend,
        CancellationToken cancellationToken)
    {
        var verdict = await check.AskAsync(command.Who, present, amend, cancellationToken);
        return await WriteAsync(
            book, command with { Verdict = verdict, AudienceShown = check.Shown.Value }, present.Item, ifVersion, amend, cancellationToken);
    }

    /// <summary>The next version by a draft; refused when old and new together contradict each other.</summary>
    public static Incident Over(this Draft draft, Incident before, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        var next = draft.Over(before, now, checks);
        return checks.Failed ? throw new ActRefusedException(Problems.Invalid(checks)) : next;
    }

    private static Incident Expected(Incident before, int? ifVersion)
    {
        if (before.Status == ItemStatus.Withdrawn)
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The report was withdrawn; report again instead."));
        }

        return ifVersion is null || ifVersion == before.Version ? before : throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged));
    }
}
