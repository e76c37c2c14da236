using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>
/// Its owner says what is different now; another severity shows whether the constraint eases. Coordination may say who follows up a humanitarian notice and until
/// when, and nothing else.
/// </summary>
internal static class UpdateNotice
{
    private const int LongestReason = 1_000;

    public sealed record Request : NoticeFields
    {
        /// <summary>Names of fields to empty; a field that is absent stays as it was.</summary>
        public IReadOnlyList<string>? Clear { get; init; }

        public string? Sensitivity { get; init; }

        public IReadOnlyList<string>? ReleaseTo { get; init; }

        public IReadOnlyList<string>? Caveats { get; init; }

        public string? Reason { get; init; }

        /// <summary>The version this change was made on; refused when there is a later one.</summary>
        public int? IfVersion { get; init; }

        public Draft Read(FieldChecks checks)
        {
            var said = FieldReading.Read(this, checks);
            var cleared = checks.Codes("clear", Clear, Clearable, Clearable.Count);
            foreach (var name in cleared.Where(name => name is not null && said.ContainsKey(name)))
            {
                checks.Add(name, "Either give a value or clear the field.");
            }

            return new Draft(said, [.. cleared], LabelReading.Read(Sensitivity, ReleaseTo, Caveats, checks));
        }

        private static IReadOnlyCollection<string> Clearable { get; } =
            [.. FieldReading.Names.Where(name => !ContentNames.Required.Contains(name, StringComparer.Ordinal))];
    }

    public static void Map(IEndpointRouteBuilder access) => access
        .MapPost("/items/{item}/update", HandleAsync)
        .WithName(nameof(UpdateNotice))
        .WithSummary("Update a notice of your own organisation, or its follow-up as coordination");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Rights rights, NoticeBook book, Amendment amendment,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await rights.ToChangeAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var command = new Command(who, key, new { item, request }, "update", known.Pass.Version, request.Reason)
        {
            // A follow-up by coordination says nothing anew to anybody: what waits because its author was shown less goes on waiting.
            AudienceShown = known.IsOwn ? shown.Value : null,
        };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if ((known.IsOwn ? Rights.RefuseToRaise(known.Pass) : Rights.RefuseToFollowUp(known.Pass)) is { } closed)
        {
            return closed;
        }

        var checks = new FieldChecks();
        var draft = request.Read(checks);
        checks.OptionalText("reason", request.Reason, LongestReason);
        checks.That(!draft.SaysNothing || checks.Failed, "reason", "Nothing to update: give the fields that are different now.");
        if (!known.IsOwn && !draft.IsFollowUp)
        {
            return Problems.Refused(ProblemCode.NotTheAuthor, "Coordination says who follows a notice up, until when, and how it goes on; the rest is for who raised it.");
        }

        await rights.CheckLinksAsync(who, draft, checks, cancellationToken);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notice, request.IfVersion, (present, now) => Over(draft, present, now), cancellationToken);
    }

    private static Notice Over(Draft draft, Notice before, DateTimeOffset now)
    {
        if (States.IsOver(before.State))
        {
            throw ActRefusedException.Changed("The constraint is over; raise another notice instead.");
        }

        var checks = new FieldChecks();
        var next = draft.Over(before, now, checks);
        return checks.Failed ? throw new ActRefusedException(Problems.Invalid(checks)) : next;
    }
}
