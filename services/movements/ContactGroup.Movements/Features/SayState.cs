using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
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
        string item, Request request, Participant who, IdempotencyKey key, Access access, MovementBook book, IDraftGate gate, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToRetractAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var state = checks.Code(ContentNames.State, request.State, CodeLists.Get("movement-state").Values);
        var reason = checks.OptionalText("reason", request.Reason, LongestReason);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        // Words of a reason are looked over like all others; the audience is the one that the movement has.
        var now = clock.GetUtcNow();
        var verdict = await gate.CheckAsync(who.PersonId, Next(known.Movement, state, reason).ToFact(now, channelVersion: 0), fingerprint: null, cancellationToken);
        var command = new Command(who, key, new { item, request }, "state", known.Pass.Version, reason) { Verdict = verdict };
        return await Amendment.WriteAsync(book, command, item, request.IfVersion, (before, _) => Reachable(before, state, reason), cancellationToken);
    }

    private static Movement Reachable(Movement before, string state, string? reason) => States.From(before.State) switch
    {
        var possible when possible.Contains(state, StringComparer.Ordinal) => Next(before, state, reason),
        [] => throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The movement is over; notify another instead.")),
        var possible => throw new ActRefusedException(Problems.Refused(
            ProblemCode.ItemChanged, $"The movement is {before.State}; say {string.Join(" or ", possible)}.")),
    };

    private static Movement Next(Movement before, string state, string? reason)
    {
        var next = before.Next();
        next.Content[ContentNames.State] = state;
        next.Content.Remove(ContentNames.StateReason);
        if (reason is not null)
        {
            next.Content[ContentNames.StateReason] = reason;
        }

        return next;
    }
}
