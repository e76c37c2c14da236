using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Advisories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>Who issued an advisory says what is different now.</summary>
internal static class AmendAdvisory
{
    private const int LongestReason = 1_000;

    public sealed record Request : AdvisoryFields
    {
        /// <summary>Fields to empty, of those that an advisory can be without.</summary>
        public IReadOnlyList<string>? Clear { get; init; }

        public string? Reason { get; init; }

        /// <summary>The version this change was made on; refused when there is a later one.</summary>
        public int? IfVersion { get; init; }

        /// <summary>Fields of this change as they stood when it was made, null for what was absent; refused when one of them is another now.</summary>
        public JsonObject? Before { get; init; }
    }

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/items/{item}/amend-advisory", HandleAsync)
        .WithName(nameof(AmendAdvisory))
        .WithSummary("Amend an advisory of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, NotificationBook book, Amendment amendment,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, AdvisoryKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        var command = new Command(who, key, new { item, request }, "amend", known.Pass.Version, request.Reason) { AudienceShown = shown.Value };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToAdvise(who, known.Pass) is { } closed)
        {
            return closed;
        }

        var checks = new FieldChecks();
        var said = AdvisoryReading.Read(request, checks);
        var cleared = AdvisoryReading.Cleared(request.Clear, said, checks);
        var on = new Precondition(request.IfVersion, request.Before);
        on.Check(said, cleared, checks);
        checks.OptionalText("reason", request.Reason, LongestReason);
        checks.That(said.Count > 0 || cleared.Count > 0, "reason", "Nothing to amend: give the fields that are different now.");
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notification, on, (present, now) => Over(present, said, cleared, now), cancellationToken);
    }

    private static Notification Over(Notification before, JsonObject said, IReadOnlyList<string> cleared, DateTimeOffset now)
    {
        var next = AdvisoryStates.StillInForce(before, now).Next();
        foreach (var (name, value) in said)
        {
            next.Content[name] = value?.DeepClone();
        }

        foreach (var name in cleared)
        {
            next.Content.Remove(name);
        }

        var checks = new FieldChecks();
        AdvisoryRules.Check(next.Content, said, next.Origin, now, checks);
        return checks.Failed ? throw new ActRefusedException(checks) : next;
    }
}
