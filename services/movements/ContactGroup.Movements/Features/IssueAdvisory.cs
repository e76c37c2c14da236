using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Domain.Advisories;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>
/// A force, the police, an authority or coordination tells the humanitarian side of a road, a closure, a hazard or activity with civilian impact. It advises;
/// it orders nothing and decides about nobody's movement.
/// </summary>
internal static class IssueAdvisory
{
    public sealed record Request : AdvisoryFields;

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/channels/{channel}/advisories", HandleAsync)
        .WithName(nameof(IssueAdvisory))
        .WithSummary("Issue an advisory to the humanitarian side");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, NotificationBook book, IDraftGate gate,
        Boundaries boundaries, IOptions<MovementOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await access.PassAsync(who, channel, cancellationToken) is not { } pass)
        {
            return Problems.NotFound();
        }

        var command = new Command(who, key, new { channel, request }, "issue", pass.Version) { AudienceShown = shown.Value };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToAdvise(who, pass) is { } refusal)
        {
            return refusal;
        }

        var checks = new FieldChecks();
        var draft = new AdvisoryDraft(AdvisoryReading.Read(request, checks));
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        try
        {
            var advisory = draft.Issue(OriginOf(who), channel, pass.Exercise, clock.GetUtcNow());
            var fact = advisory.ToFact(clock.GetUtcNow(), pass.Version, options.Value);
            command = command with { Verdict = await gate.CheckAsync(who.PersonId, fact, shown.Value, cancellationToken), Warnings = advisory.Warnings(boundaries) };

            // Once more at the instant at which it is taken: the rules of time are those of the act and not of the question before it.
            return Amendment.Accepted(await book.AddAsync(command, now => draft.Issue(OriginOf(who), channel, pass.Exercise, now), cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    private static ItemOrigin OriginOf(Participant who) =>
        new(who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);
}
