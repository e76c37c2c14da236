using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Domain.Movements;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>A humanitarian organisation tells its own side and each force it names where and when it will move. It informs; it asks for nothing.</summary>
internal static class NotifyMovement
{
    public sealed record Request : MovementFields
    {
        /// <summary>What it is called where it was brought from; brought again, it is the movement that is there.</summary>
        public SourceReference? SourceReference { get; init; }
    }

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/channels/{channel}/movements", HandleAsync)
        .WithName(nameof(NotifyMovement))
        .WithSummary("Notify a movement to your side and to the forces you name");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, NotificationBook book, IDraftGate gate,
        Boundaries boundaries, IOptions<MovementOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await access.PassAsync(who, channel, cancellationToken) is not { } pass)
        {
            return Problems.NotFound();
        }

        var command = new Command(who, key, new { channel, request }, "notify", pass.Version) { Reached = pass.Forces, AudienceShown = shown.Value };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToNotify(who, pass) is { } refusal)
        {
            return refusal;
        }

        var checks = new FieldChecks();
        var source = Brought.Read(request.SourceReference, checks);
        if (!checks.Failed && await ThereAsync() is { } there)
        {
            return Amendment.Accepted(there);
        }

        var draft = MovementDraft.Read(request, pass.Forces, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        try
        {
            var movement = draft.Notify(Access.OriginOf(who), channel, pass.Exercise, options.Value, clock.GetUtcNow());
            var fact = movement.ToFact(clock.GetUtcNow(), pass.Version, options.Value);
            command = command with
            {
                Source = source,
                Verdict = await gate.CheckAsync(who.PersonId, fact, shown.Value, cancellationToken),
                Warnings = movement.Warnings(boundaries),
            };

            // Once more at the instant at which it is taken: the rules of time are those of the act and not of the question before it.
            return Amendment.Accepted(await book.AddAsync(command, now => draft.Notify(Access.OriginOf(who), channel, pass.Exercise, options.Value, now), cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }

        // Whoever has left the room since: what is there is there.
        async Task<Receipt?> ThereAsync()
        {
            var readable = new FieldChecks();
            var said = MovementDraft.Read(request, reached: null, readable);
            return readable.Failed ? null : await book.ReceiptOfAsync(said.Unchecked(Access.OriginOf(who), channel, pass.Exercise), source, cancellationToken);
        }
    }
}
