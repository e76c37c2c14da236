using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>A coordinator releases what a review proposes, as it is or with fields left out, coarsened or reworded, or returns it to its author with a reason.</summary>
internal static class DecideReview
{
    private const int LongestNote = 1_000;
    private const int LongestShown = 100;

    /// <param name="Note">Why, for the record and for the owner.</param>
    /// <param name="Shown">The value of <c>shown</c> that came with the review the coordinator looked at. Required: nobody releases what they have not seen.</param>
    /// <param name="Fields">What to change, by field; what is not named goes as proposed.</param>
    public sealed record ReleaseRequest(string? Note = null, string? Shown = null, Dictionary<string, FieldChange>? Fields = null);

    public sealed record ReturnRequest(string Reason);

    public static void Map(IEndpointRouteBuilder release)
    {
        release.MapPost("/reviews/{review}/release", ReleaseAsync).WithName("ReleaseReview").WithSummary("Release what a review proposes");
        release.MapPost("/reviews/{review}/return", ReturnAsync).WithName("ReturnReview").WithSummary("Return an item to its author with a reason");
    }

    internal static Task<IResult> ReleaseAsync(
        string review, Participant coordinator, IdempotencyKey key, ReleaseRequest request, ReviewDecisions decisions, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var note = checks.OptionalText("note", request.Note, LongestNote);
        Quarantine.Refuse("note", note, checks);
        checks.That(request.Shown is { Length: > 0 and <= LongestShown }, "shown", "Give the value that came with the review you looked at.");
        return Decide(new Decided(review, ReviewState.Released, note, request.Shown, request.Fields), checks, coordinator, key, decisions, cancellationToken);
    }

    internal static Task<IResult> ReturnAsync(
        string review, Participant coordinator, IdempotencyKey key, ReturnRequest request, ReviewDecisions decisions, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestNote);
        Quarantine.Refuse("reason", reason, checks);
        return Decide(new Decided(review, ReviewState.Returned, reason), checks, coordinator, key, decisions, cancellationToken);
    }

    private static async Task<IResult> Decide(
        Decided decided, FieldChecks checks, Participant coordinator, IdempotencyKey key, ReviewDecisions decisions, CancellationToken cancellationToken)
    {
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        return coordinator.IsCoordinator
            ? (await decisions.DecideAsync(decided, coordinator, key, cancellationToken)).ToResult()
            : Problems.Refused(ProblemCode.RoleNotAllowed);
    }
}
