using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>
/// A person of the organisation that wrote an item consents to its going further, or declines. A consent can be taken back by declining later.
/// INVARIANT: who asked never answers, even as a colleague of the author: two people.
/// </summary>
internal static class AnswerWidening
{
    public sealed record Request;

    public static void Map(IEndpointRouteBuilder release)
    {
        release.MapPost("/items/{item}/widenings/{widening}/consent", ConsentAsync)
            .WithName("ConsentToWidening").WithSummary("Consent to an item of the own organisation going further");
        release.MapPost("/items/{item}/widenings/{widening}/decline", DeclineAsync)
            .WithName("DeclineWidening").WithSummary("Decline that an item of the own organisation goes further, or take a consent back");
    }

    internal static async Task<IResult> ConsentAsync(
        string item, string widening, Participant owner, IdempotencyKey key, Request request, Answers answers, CancellationToken cancellationToken) =>
        (await answers.AnswerAsync(item, widening, WideningState.Consented, owner, key, cancellationToken)).ToResult();

    internal static async Task<IResult> DeclineAsync(
        string item, string widening, Participant owner, IdempotencyKey key, Request request, Answers answers, CancellationToken cancellationToken) =>
        (await answers.AnswerAsync(item, widening, WideningState.Declined, owner, key, cancellationToken)).ToResult();

    /// <summary>Notes an answer and does what follows from it, in one transaction.</summary>
    internal sealed class Answers(ReleaseStore store, Releaser releaser, TimeProvider clock, ILogger<Answers> log)
    {
        public async Task<Refusal> AnswerAsync(
            string item, string widening, WideningState state, Participant owner, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var receipt = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(
                    scope, owner, key, new { item, widening, state = (int)state }, () => AnswerAsync(scope, item, widening, state, owner)),
                cancellationToken);
            if (receipt.AskedBy is { } askedBy)
            {
                ReleaseLog.WideningAnswered(log, widening, askedBy, item, owner.PersonId, state.ToString());
            }

            return new Refusal(receipt.Code);
        }

        private async Task<Receipt> AnswerAsync(WriteScope scope, string id, string widening, WideningState state, Participant owner)
        {
            var own = (await Readership.OfAsync(scope.Connection, owner.Asks)).Where(stream => stream.Scope == StreamScope.Organisation).ToList();
            if (await VisibleItems.FindAsync(scope.Connection, own, id, clock.GetUtcNow()) is not { } visible
                || await ItemRows.FindAsync(scope.Connection, id) is not { } item
                || await WideningRows.FindAsync(scope.Connection, id, widening) is not { } row)
            {
                return new Receipt(ProblemCode.NotFound.Code);
            }

            if (state == WideningState.Consented && string.Equals(row.AskedBy, owner.PersonId, StringComparison.Ordinal))
            {
                return new Receipt(ProblemCode.SecondPersonNeeded.Code);
            }

            var mayFollow = row.Progress == WideningState.Asked || (row.Progress == WideningState.Consented && state == WideningState.Declined);
            if (!mayFollow || !await WideningRows.DecideAsync(scope.Connection, row, state, clock.GetUtcNow().ToMicroseconds(), owner.PersonId, Consents.SaidBy(item)))
            {
                return new Receipt(ProblemCode.WideningDecided.Code);
            }

            if (state == WideningState.Consented)
            {
                await ReleaseProposedAsync(scope, row);
            }

            await releaser.ApplyAsync(scope, own.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal)).Channel, item);
            return new Receipt(Code: null, row.AskedBy);
        }

        /// <summary>
        /// Both have looked at what was proposed when it was asked. If the item gives other bytes by now, or a coordinator once edited it for that
        /// audience, the consent stands and a coordinator looks again.
        /// </summary>
        private static async Task ReleaseProposedAsync(WriteScope scope, WideningRow row)
        {
            var releases = await ReleaseRows.OfItemAsync(scope.Connection, row.Item);
            var plain = row.Proposed.Where(proposal => releases.GetValueOrDefault(proposal.Audience)?.Redaction is null);
            await ReleaseRows.AddAsync(scope.Connection, row.Item, row.Widening, plain, edits: null);
        }

        internal sealed record Receipt(string? Code, string? AskedBy = null);
    }
}
