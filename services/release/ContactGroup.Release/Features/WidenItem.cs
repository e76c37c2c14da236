using System.Text.Json;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>A coordinator asks the organisation that wrote an item whether it may go further. Nothing goes before a person of it consents.</summary>
internal static class WidenItem
{
    private const int LongestReason = 1_000;
    private const int LongestTarget = 80;

    /// <param name="Target"><c>side:humanitarian</c>, <c>side:political</c>, or one force or the police as <c>audience:military:northern-force</c>.</param>
    /// <param name="Reason">Why it should go there, for the owner.</param>
    public sealed record Request(string Target, string Reason);

    /// <summary>Id of the request; the one that waits already when the same was asked before.</summary>
    public sealed record Response(string Widening);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/items/{item}/widening", HandleAsync)
        .WithName(nameof(WidenItem))
        .WithSummary("Ask the owner whether an item may go further")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        string item, Participant coordinator, IdempotencyKey key, Request request, Requests requests, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        Quarantine.Refuse("reason", reason, checks);
        checks.That(
            request.Target.Length <= LongestTarget && Targets.IsTarget(request.Target), "target", "Give a side or one force, such as side:political or audience:military:northern-force.");
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (!coordinator.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        var (refusal, widening) = await requests.AskAsync(item, request.Target, reason, coordinator, key, cancellationToken);
        return widening is null ? refusal.ToResult() : TypedResults.Ok(new Response(widening));
    }

    /// <summary>Notes a request and shows it to the owner, in one transaction.</summary>
    internal sealed class Requests(ReleaseStore store, Releaser releaser, WidenedViews views, TimeProvider clock, ILogger<Requests> log)
    {
        public async Task<(Refusal Refusal, string? Widening)> AskAsync(
            string item, string target, string reason, Participant coordinator, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var receipt = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(
                    scope, coordinator, key, new { item, target, reason, verb = "widen" }, () => AskAsync(scope, item, target, reason, coordinator)),
                cancellationToken);
            if (receipt.Widening is { } widening)
            {
                ReleaseLog.WideningAsked(log, coordinator.PersonId, item, widening);
            }

            return (new Refusal(receipt.Code), receipt.Widening);
        }

        private async Task<Receipt> AskAsync(WriteScope scope, string id, string target, string reason, Participant coordinator)
        {
            var streams = await Readership.OfAsync(scope.Connection, coordinator.Asks);
            if (await VisibleItems.FindAsync(scope.Connection, streams, id, clock.GetUtcNow()) is not { } visible
                || await ItemRows.FindAsync(scope.Connection, id) is not { } item)
            {
                return new Receipt(ProblemCode.NotFound.Code, Widening: null);
            }

            var before = (await WideningRows.OfItemAsync(scope.Connection, id))
                .FirstOrDefault(row => row.Progress == WideningState.Asked && string.Equals(row.Target, target, StringComparison.Ordinal));
            if (before is not null)
            {
                return new Receipt(Code: null, before.Widening);
            }

            var channel = streams.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal)).Channel;
            var proposed = item.Status is ItemStatus.Current or ItemStatus.Closed ? await views.BuildAsync(scope.Connection, item, channel, target) : [];
            if (proposed.Count == 0)
            {
                return new Receipt(ProblemCode.NothingToWiden.Code, Widening: null);
            }

            var row = new WideningRow(
                Ids.New(),
                id,
                target,
                reason,
                JsonSerializer.Serialize(proposed.Select(view => view.Proposal), ViewJson.Options),
                ProposedView.FieldsOf(proposed[0].View).ToJsonString(ViewJson.Options),
                (long)WideningState.Asked,
                clock.GetUtcNow().ToMicroseconds(),
                coordinator.PersonId,
                coordinator.DisplayName,
                ReleaseTo: null);
            await WideningRows.AddAsync(scope.Connection, row);
            await releaser.ApplyAsync(scope, channel, item);
            return new Receipt(Code: null, row.Widening);
        }

        internal sealed record Receipt(string? Code, string? Widening);
    }
}
