using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>
/// A coordinator settles a notice of the quarantine: it stays there, or its author is asked for other words. Nobody lifts it. Its words are kept nowhere
/// and no coordinator goes beyond a floor; what its author writes without the marking stands for itself.
/// </summary>
internal static class SettleQuarantine
{
    private const int LongestReason = 1_000;

    /// <param name="Reason">Why; the organisation that wrote it reads it.</param>
    public sealed record Request(string Reason);

    public static void Map(IEndpointRouteBuilder release)
    {
        release.MapPost("/quarantine/{item}/uphold", UpholdAsync)
            .WithName("UpholdQuarantine").WithSummary("Say that what is quarantined is marked and stays there")
            .Produces(StatusCodes.Status204NoContent);
        release.MapPost("/quarantine/{item}/return", ReturnAsync)
            .WithName("ReturnQuarantined").WithSummary("Return what is quarantined to its author, to be written in other words")
            .Produces(StatusCodes.Status204NoContent);
    }

    internal static Task<IResult> UpholdAsync(
        string item, Participant coordinator, IdempotencyKey key, Request request, Settlements settlements, CancellationToken cancellationToken) =>
        SettleAsync(item, QuarantineState.Upheld, coordinator, key, request, settlements, cancellationToken);

    internal static Task<IResult> ReturnAsync(
        string item, Participant coordinator, IdempotencyKey key, Request request, Settlements settlements, CancellationToken cancellationToken) =>
        SettleAsync(item, QuarantineState.Returned, coordinator, key, request, settlements, cancellationToken);

    private static async Task<IResult> SettleAsync(
        string item, QuarantineState state, Participant coordinator, IdempotencyKey key, Request request, Settlements settlements, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        Quarantine.Refuse("reason", reason, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        return coordinator.IsCoordinator
            ? (await settlements.SettleAsync(new Order(item, state, reason!), coordinator, key, cancellationToken)).ToResult()
            : Problems.Refused(ProblemCode.RoleNotAllowed);
    }

    /// <summary>What is to be settled.</summary>
    internal sealed record Order(string Item, QuarantineState State, string Reason);

    /// <summary>Notes a decision, takes the notice off the list and tells the owner, in one transaction.</summary>
    internal sealed class Settlements(ReleaseStore store, Releaser releaser, TimeProvider clock, ILogger<Settlements> log)
    {
        public async Task<Refusal> SettleAsync(Order order, Participant coordinator, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var refusal = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(scope, coordinator, key, order, () => SettleAsync(scope, order, coordinator)), cancellationToken);
            if (refusal.Code is null)
            {
                ReleaseLog.QuarantineSettled(log, order.Item, coordinator.PersonId, order.State.ToString());
            }

            return refusal;
        }

        private async Task<Refusal> SettleAsync(WriteScope scope, Order order, Participant coordinator)
        {
            var item = await ItemRows.FindAsync(scope.Connection, order.Item);
            var desk = (await Readership.OfAsync(scope.Connection, coordinator.Asks)).FirstOrDefault(stream =>
                stream.Scope == StreamScope.Review && string.Equals(stream.Channel.Channel, item?.Channel, StringComparison.Ordinal));
            if (item is null || desk is null || item.Status != ItemStatus.Quarantined)
            {
                return Refusal.Of(ProblemCode.NotFound);
            }

            if (await QuarantineRows.FindAsync(scope.Connection, item.Item, item.Version) is not null)
            {
                return Refusal.Of(ProblemCode.ReviewDecided);
            }

            if (await WriterRows.WroteAsync(scope.Connection, item, coordinator))
            {
                return Refusal.Of(ProblemCode.SecondPersonNeeded);
            }

            await QuarantineRows.AddAsync(
                scope.Connection,
                new QuarantineRow(
                    item.Item, item.Version, (long)order.State, order.Reason, clock.GetUtcNow().ToMicroseconds(), coordinator.PersonId, coordinator.DisplayName));
            await releaser.ApplyAsync(scope, desk.Channel, item);
            return Refusal.None;
        }
    }
}
