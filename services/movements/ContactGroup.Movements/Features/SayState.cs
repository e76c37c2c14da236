using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Movements;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>The owner says how the movement goes on: under way, postponed, completed, cancelled, aborted. Possible in any posture: it names nobody anew.</summary>
internal static class SayState
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? State = null, string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/items/{item}/state", HandleAsync)
        .WithName(nameof(SayState))
        .WithSummary("Say how a movement of your own organisation goes on");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, Amendment amendment,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, MovementKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        // The audience is the one that the movement has, so that there is none to have been shown.
        var command = new Command(who, key, new { item, request }, "state", known.Pass.Version, request.Reason) { Reached = known.Pass.MayNotify ? known.Pass.Forces : null };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToSpeak(known.Pass) is { } unread)
        {
            return unread;
        }

        var checks = new FieldChecks();
        var state = checks.Code(ContentNames.State, request.State, CodeLists.Get("movement-state").Values);
        var reason = checks.OptionalText("reason", request.Reason, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notification, new Precondition(request.IfVersion), (present, now) => Reachable(present, state, reason, who, now), cancellationToken);
    }

    private static Notification Reachable(Notification before, string state, string? reason, Participant who, DateTimeOffset now) => States.From(before.State) switch
    {
        var possible when possible.Contains(state, StringComparer.Ordinal) => Next(before, state, reason, who, now),
        [] => throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The movement is over; notify another instead.")),
        var possible => throw new ActRefusedException(Problems.Refused(
            ProblemCode.ItemChanged, $"The movement is {before.State}; say {string.Join(" or ", possible)}.")),
    };

    private static Notification Next(Notification before, string state, string? reason, Participant who, DateTimeOffset now)
    {
        var next = before.Next();
        StageTimes.Enter(next, state, now);
        next.Content.Remove(ContentNames.StateReason);
        if (reason is not null)
        {
            next.Content[ContentNames.StateReason] = reason;
        }

        if (state == States.UnderWay)
        {
            CheckIns.Add(next, stop: 0, note: null, who, now);
        }

        return next;
    }
}
