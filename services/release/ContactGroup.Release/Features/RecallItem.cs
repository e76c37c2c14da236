using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>
/// A coordinator, or a person of the organisation that wrote it, takes an item back from one target, at once and alone: narrowing needs one person.
/// </summary>
internal static class RecallItem
{
    private const int LongestReason = 1_000;

    /// <param name="Target">A side, such as <c>side:political</c>, or one force, such as <c>audience:military:northern-force</c>.</param>
    /// <param name="Reason">Why; the owner's organisation reads it, the target does not.</param>
    public sealed record Request(string Target, string Reason);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/items/{item}/recall", HandleAsync)
        .WithName(nameof(RecallItem))
        .WithSummary("Take an item back from a side or a force")
        .Produces(StatusCodes.Status204NoContent);

    internal static async Task<IResult> HandleAsync(
        string item, Participant caller, IdempotencyKey key, Request request, Recalls recalls, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        Quarantine.Refuse("reason", reason, checks);
        checks.That(Targets.IsTarget(request.Target), "target", "Give a side or a force, such as side:political or audience:military:northern-force.");
        return checks.Failed
            ? Problems.Invalid(checks)
            : (await recalls.RecallAsync(new Order(item, request.Target, reason!), caller, key, cancellationToken)).ToResult();
    }

    /// <summary>What is to be taken back.</summary>
    internal sealed record Order(string Item, string Target, string Reason);

    /// <summary>Carries a recall out in one transaction.</summary>
    internal sealed class Recalls(ReleaseStore store, Releaser releaser, TimeProvider clock, ILogger<Recalls> log)
    {
        public async Task<Refusal> RecallAsync(Order order, Participant caller, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var refusal = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(scope, caller, key, order, () => RecallAsync(scope, order, caller)), cancellationToken);
            if (refusal.Code is null)
            {
                ReleaseLog.Recalled(log, order.Item, caller.PersonId);
            }

            return refusal;
        }

        private async Task<Refusal> RecallAsync(WriteScope scope, Order order, Participant caller)
        {
            var now = clock.GetUtcNow();
            var streams = await Readership.OfAsync(scope.Connection, caller.Asks);
            if (await VisibleItems.FindAsync(scope.Connection, streams, order.Item, now) is not { } visible
                || await ItemRows.FindAsync(scope.Connection, order.Item) is not { } item)
            {
                return Refusal.Of(ProblemCode.NotFound);
            }

            var stream = streams.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal));
            if (stream.Scope != StreamScope.Organisation && !caller.IsCoordinator)
            {
                return Refusal.Of(ProblemCode.RoleNotAllowed);
            }

            var audiences = await AudiencesAsync(scope, stream.Channel, order.Target, new Audience(caller.Constituency, caller.Force));
            if (audiences.Count == 0)
            {
                return Refusal.Of(ProblemCode.TargetNotFound);
            }

            // What was released to those of the target who are not in the room counts no more either.
            var released = (await ReleaseRows.OfItemAsync(scope.Connection, order.Item)).Values.Where(release => Targets.Means(order.Target, release.Audience)).ToList();
            var recall = new RecallRow(
                order.Target, now.ToMicroseconds(), order.Reason, Redaction.Together(released.Select(release => release.Edits).OfType<Redaction>())?.Write());
            await RecallRows.AddAsync(
                scope.Connection, order.Item, recall, [.. audiences.Union(released.Select(release => release.Audience), StringComparer.Ordinal)], caller);
            await releaser.ApplyAsync(scope, stream.Channel, item);
            return Refusal.None;
        }

        /// <summary>Those in the room that the target means. One that the caller may not know of is not there for them.</summary>
        private static async Task<IReadOnlyList<string>> AudiencesAsync(WriteScope scope, ChannelState channel, string target, Audience caller) =>
            [.. (await StreamRows.OfChannelAsync(scope.Connection, channel.Channel))
                .Where(stream => stream.Scope == (long)StreamScope.Audience)
                .Select(stream => Audience.Parse(stream.Subject))
                .Where(audience => string.Equals(Targets.Of(audience), target, StringComparison.Ordinal) && AudienceKnowledge.MayKnow(caller, audience))
                .Select(audience => audience.ToString())];
    }
}
