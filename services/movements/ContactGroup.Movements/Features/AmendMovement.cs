using System.Text.Json.Nodes;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>The owner says what is different now. Whoever is left out of the recipients has the movement no longer: release recalls it there.</summary>
internal static class AmendMovement
{
    private const int LongestReason = 1_000;

    public sealed record Request : MovementFields
    {
        public string? Reason { get; init; }

        /// <summary>The version this change was made on; refused when there is a later one.</summary>
        public int? IfVersion { get; init; }
    }

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/items/{item}/amend", HandleAsync)
        .WithName(nameof(AmendMovement))
        .WithSummary("Amend a movement of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Request request, Participant who, IdempotencyKey key, AudienceFingerprint shown, Access access, MovementBook book, IDraftGate gate,
        IOptions<MovementOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToAmendAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var said = FieldReading.Read(request, checks);
        var named = request.Recipients is null ? null : NamedForces.Read(request.Recipients, known.Pass, checks);
        var reason = checks.OptionalText("reason", request.Reason, LongestReason);
        checks.That(said.Count > 0 || named is not null, "reason", "Nothing to amend: give the fields that are different now.");
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var verdict = await AskAsync(gate, who, known.Movement, Amended, shown, clock.GetUtcNow(), cancellationToken);
        var command = new Command(who, key, new { item, request }, "amend", known.Pass.Version, reason) { Verdict = verdict, AudienceShown = shown.Value };
        return await Amendment.WriteAsync(book, command, item, request.IfVersion, Amended, cancellationToken);

        Movement Amended(Movement before, DateTimeOffset now) => Over(before, said, named, options.Value, now);
    }

    private static Movement Over(Movement before, JsonObject said, IReadOnlyList<string>? named, MovementOptions options, DateTimeOffset now)
    {
        if (States.IsOver(before.State))
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The movement is over; notify another instead."));
        }

        var next = before.Next() with { Recipients = named ?? before.Recipients };
        foreach (var (name, value) in said)
        {
            next.Content[name] = value?.DeepClone();
        }

        next.Content[ContentNames.Recipients] = NotifyMovement.Listed(next.Recipients);
        var checks = new FieldChecks();
        ContentRules.Check(next.Content, said, options, now, checks);
        return checks.Failed ? throw new ActRefusedException(Problems.Invalid(checks)) : next;
    }

    // An amendment that does not fit is refused in the command itself, so that a repeat of one that did gets its receipt.
    private static async Task<DraftVerdict?> AskAsync(
        IDraftGate gate, Participant who, Movement present, Func<Movement, DateTimeOffset, Movement> amend, AudienceFingerprint shown, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        try
        {
            return await gate.CheckAsync(who.PersonId, amend(present, now).ToFact(now, channelVersion: 0), shown.Value, cancellationToken);
        }
        catch (ActRefusedException)
        {
            return null;
        }
    }
}
