using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>A coordinator releases what a review proposes, or returns it to its author with a reason.</summary>
internal static class DecideReview
{
    private const int LongestNote = 1_000;

    public sealed record ReleaseRequest(string? Note = null);

    public sealed record ReturnRequest(string Reason);

    public static void Map(IEndpointRouteBuilder release)
    {
        release.MapPost("/reviews/{review}/release", ReleaseAsync).WithName("ReleaseReview").WithSummary("Release what a review proposes");
        release.MapPost("/reviews/{review}/return", ReturnAsync).WithName("ReturnReview").WithSummary("Return an item to its author with a reason");
    }

    internal static Task<IResult> ReleaseAsync(
        string review, ReleaseRequest request, Participant coordinator, IdempotencyKey key, Decisions decisions, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var note = checks.OptionalText("note", request.Note, LongestNote);
        return checks.Failed
            ? Task.FromResult<IResult>(Problems.Invalid(checks))
            : decisions.DecideAsync(review, ReviewState.Released, note, coordinator, key, cancellationToken);
    }

    internal static Task<IResult> ReturnAsync(
        string review, ReturnRequest request, Participant coordinator, IdempotencyKey key, Decisions decisions, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestNote);
        return checks.Failed
            ? Task.FromResult<IResult>(Problems.Invalid(checks))
            : decisions.DecideAsync(review, ReviewState.Returned, reason, coordinator, key, cancellationToken);
    }

    /// <summary>Carries a coordinator's decision out in one transaction.</summary>
    internal sealed class Decisions(ReleaseStore store, Releaser releaser, Rulings rulings, TimeProvider clock, ILogger<Decisions> log)
    {
        public async Task<IResult> DecideAsync(
            string review, ReviewState state, string? note, Participant coordinator, IdempotencyKey key, CancellationToken cancellationToken)
        {
            if (!coordinator.IsCoordinator)
            {
                return Problems.Refused(ProblemCode.RoleNotAllowed);
            }

            var refusal = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(
                    scope, coordinator, key, new { review, state = (int)state, note }, () => DecideAsync(scope, review, state, note, coordinator)),
                cancellationToken);
            if (refusal.Code is null)
            {
                ReleaseLog.ReviewDecided(log, review, coordinator.PersonId, state.ToString());
            }

            return refusal.Code is { } code ? Problems.Refused(ProblemCode.All.First(known => string.Equals(known.Code, code, StringComparison.Ordinal))) : TypedResults.NoContent();
        }

        private async Task<Refusal> DecideAsync(WriteScope scope, string review, ReviewState state, string? note, Participant coordinator)
        {
            var streams = await Readership.OfAsync(scope.Connection, coordinator.Asks);
            var row = await ReviewRows.FindAsync(scope.Connection, review);
            var desk = streams.FirstOrDefault(stream =>
                stream.Scope == StreamScope.Review && string.Equals(stream.Channel.Channel, row?.Channel, StringComparison.Ordinal));
            if (row is null || desk is null || await ItemRows.FindAsync(scope.Connection, row.Item) is not { } item)
            {
                return new Refusal(ProblemCode.NotFound.Code);
            }

            if (state == ReviewState.Released && IsOwnGraveItem(item, coordinator))
            {
                return new Refusal(ProblemCode.RoleNotAllowed.Code);
            }

            var at = clock.GetUtcNow().ToMicroseconds();
            if (!await ReviewRows.CloseAsync(scope.Connection, review, state, at, coordinator.PersonId, note))
            {
                return new Refusal(ProblemCode.ReviewDecided.Code);
            }

            if (state == ReviewState.Released)
            {
                // What the queue shows is the first view. Audiences of the side that would get another one come back as a review of their own.
                var shown = await ProposedViews.BuildAsync(scope.Connection, row, item, rulings.Policy);
                await ReviewRows.ReleaseAsync(scope.Connection, row, shown.Count == 0 ? string.Empty : shown[0].View.Hash);
            }

            var held = await HeldRows.OfItemAsync(scope.Connection, review);
            await ReviewDesk.TakeOffAsync(new StreamAppender(scope, at), desk.Stream, held.GetValueOrDefault(desk.Stream), review);
            await releaser.ApplyAsync(scope, desk.Channel, item);
            return new Refusal(Code: null);
        }

        /// <summary>From High upwards nobody releases what they wrote themselves.</summary>
        private static bool IsOwnGraveItem(ItemVersioned item, Participant coordinator) =>
            item.Sensitivity >= Sensitivity.High && string.Equals(item.Origin.Person, coordinator.PersonId, StringComparison.Ordinal);

        internal sealed record Refusal(string? Code);
    }
}
