using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>What a coordinator decided about a review.</summary>
/// <param name="Review">Id of the review.</param>
/// <param name="State">Released or returned.</param>
/// <param name="Note">Why.</param>
/// <param name="Shown">Hash of what they had before them; null for a return, which sends nothing on.</param>
/// <param name="Fields">What they change of it.</param>
internal sealed record Decided(
    string Review, ReviewState State, string? Note, string? Shown = null, IReadOnlyDictionary<string, FieldChange>? Fields = null);

/// <summary>Carries a coordinator's decision out in one transaction: the record, what may go, the queue and the item with it.</summary>
internal sealed class ReviewDecisions(ReleaseStore store, Releaser releaser, Rulings rulings, TimeProvider clock, ILogger<ReviewDecisions> log)
{
    public async Task<Refusal> DecideAsync(Decided decided, Participant coordinator, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var refusal = await store.Store.WriteAsync(
            scope => Idempotency.RunOnceAsync(scope, coordinator, key, decided, () => DecideAsync(scope, decided, coordinator)), cancellationToken);
        if (refusal.Code is null)
        {
            ReleaseLog.ReviewDecided(log, decided.Review, coordinator.PersonId, decided.State.ToString());
        }

        return refusal;
    }

    private async Task<Refusal> DecideAsync(WriteScope scope, Decided decided, Participant coordinator)
    {
        var streams = await Readership.OfAsync(scope.Connection, coordinator.Asks);
        var row = await ReviewRows.FindAsync(scope.Connection, decided.Review);
        var desk = streams.FirstOrDefault(stream =>
            stream.Scope == StreamScope.Review && string.Equals(stream.Channel.Channel, row?.Channel, StringComparison.Ordinal));
        if (row is null || desk is null || await ItemRows.FindAsync(scope.Connection, row.Item) is not { } item)
        {
            return Refusal.Of(ProblemCode.NotFound);
        }

        var refusal = row.Progress != ReviewState.Open ? Refusal.Of(ProblemCode.ReviewDecided)
            : decided.State == ReviewState.Released ? await ReleaseAsync(scope, decided, row, item, coordinator)
            : await CloseAsync(scope, decided, row, new ReviewRecord(coordinator.DisplayName, []), coordinator);
        if (refusal.Code is null)
        {
            var held = await HeldRows.OfItemAsync(scope.Connection, decided.Review);
            await ReviewDesk.TakeOffAsync(new StreamAppender(scope, Now), desk.Stream, held.GetValueOrDefault(desk.Stream), decided.Review);
        }

        if (refusal.Code is null || string.Equals(refusal.Code, ProblemCode.ReviewChanged.Code, StringComparison.Ordinal))
        {
            await releaser.ApplyAsync(scope, desk.Channel, item); // What changed comes back as a review of its own.
        }

        return refusal;
    }

    private long Now => clock.GetUtcNow().ToMicroseconds();

    private async Task<Refusal> ReleaseAsync(WriteScope scope, Decided decided, ReviewRow row, ItemVersioned item, Participant coordinator)
    {
        if (await NeedsAnotherAsync(scope, item, row, coordinator))
        {
            return Refusal.Of(ProblemCode.SecondPersonNeeded);
        }

        var proposed = ProposedViews.Build(row, item, rulings.Policy);
        if (proposed.Count != row.Proposed.Count || !string.Equals(decided.Shown, row.Hash, StringComparison.Ordinal))
        {
            return Refusal.Of(ProblemCode.ReviewChanged);
        }

        var checks = new FieldChecks();
        var edits = new RedactionReading(ItemSchemas.Find(item.Kind)!, proposed, checks).Read(decided.Fields);
        var views = ProposedViews.Build(row, item, rulings.Policy, edits);
        checks.That(views.All(view => ProposedView.FieldsOf(view.Edited).Count > 0), "fields", "Leave something, or return it to its author instead.");
        if (checks.Failed)
        {
            return Refusal.Of(checks);
        }

        await ReleaseRows.AddAsync(scope.Connection, row.Item, row.Review, views.Select(view => view.Proposal), edits);
        return await CloseAsync(scope, decided, row, RecordOf(coordinator, views), coordinator);
    }

    private async Task<Refusal> CloseAsync(WriteScope scope, Decided decided, ReviewRow row, ReviewRecord record, Participant coordinator) =>
        await ReviewRows.CloseAsync(scope.Connection, row.Review, decided.State, Now, coordinator.PersonId, decided.Note, record)
            ? Refusal.None
            : Refusal.Of(ProblemCode.ReviewDecided);

    private static ReviewRecord RecordOf(Participant coordinator, IReadOnlyList<ProposedView> views) => new(
        coordinator.DisplayName,
        [.. views.GroupBy(view => view.View.Hash, StringComparer.Ordinal).Select(same => new ReviewedView(
            [.. same.Select(view => view.Proposal.Audience)],
            ProposedView.FieldsOf(same.First().View),
            string.Equals(same.First().Edited.Hash, same.Key, StringComparison.Ordinal) ? null : ProposedView.FieldsOf(same.First().Edited)))]);

    /// <summary>
    /// Nobody releases to a force or the police what they wrote themselves, and from High upwards to nobody at all. What goes further than it once did
    /// is never released by who wrote it or said that it may. Whoever corrected somebody else's words wrote them too.
    /// </summary>
    private static async Task<bool> NeedsAnotherAsync(WriteScope scope, ItemVersioned item, ReviewRow row, Participant coordinator)
    {
        var isOwn = await WriterRows.WroteAsync(scope.Connection, item, coordinator);
        if (row.Widening == 0)
        {
            return isOwn && (item.Sensitivity >= Sensitivity.High || !Targets.IsSide(row.Target));
        }

        var labels = await LabelRows.OfItemAsync(scope.Connection, row.Item);
        return isOwn || labels.Any(label => string.Equals(label.Person, coordinator.PersonId, StringComparison.Ordinal));
    }
}
