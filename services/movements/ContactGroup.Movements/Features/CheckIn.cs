using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Domain.Movements;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// The owner says that those who move are heard of: at a stop of the route, or on the way. Never where they are beyond that: live positions are not taken. Nobody outside the
/// own side learns of it.
/// </summary>
internal static class CheckIn
{
    private const int LongestNote = 500;

    public sealed record Request(int? Stop = null, string? Note = null);

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/items/{item}/check-ins", HandleAsync)
        .WithName(nameof(CheckIn))
        .WithSummary("Say that a movement of your own organisation is heard of");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, IDraftGate gate, Boundaries boundaries,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, MovementKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        var command = new Command(who, key, new { item, request }, "check-in", known.Pass.Version);
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToSpeak(known.Pass) is { } unread)
        {
            return unread;
        }

        var checks = new FieldChecks();
        var note = checks.OptionalText("note", request.Note, LongestNote);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        try
        {
            var verdict = note is null ? null : await gate.CheckAsync(who.PersonId, WordsOf(note, known.Notification, clock.GetUtcNow()), fingerprint: null, cancellationToken);
            verdict = verdict is { MarkedFields.Count: > 0 } ? verdict with { MarkedFields = ["note"] } : null;
            return Amendment.Accepted(await book.AmendAsync(
                command with { Verdict = verdict, Warnings = known.Notification.Warnings(boundaries) }, item, (present, now) => Noted(present, request.Stop, note, who, now), cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }
    }

    private static Notification Noted(Notification present, int? stop, string? note, Participant who, DateTimeOffset now)
    {
        if (present.Status == ItemStatus.Withdrawn)
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The notification was withdrawn; notify again instead."));
        }

        if (present.State != States.UnderWay)
        {
            throw new ActRefusedException(Problems.Refused(
                ProblemCode.ItemChanged,
                States.IsOver(present.State) ? "The movement is over; nobody waits for a check-in." : $"The movement is {present.State}; say {States.UnderWay} first."));
        }

        var stops = ((JsonArray)present.Content[ContentNames.Route]!).Count;
        var checks = new FieldChecks();
        checks.That(stop is null || (stop >= 0 && stop < stops), "stop", $"Give a stop of the route, 0 to {stops - 1}, or leave it out on the way between two.");
        if (checks.Failed)
        {
            throw new ActRefusedException(checks);
        }

        var next = present.Next();
        CheckIns.Add(next, stop, note, who, now);
        return next;
    }

    // Nothing but what is said now: the rest was looked over when it was said.
    private static ItemVersioned WordsOf(string note, Notification notification, DateTimeOffset now) =>
        notification.ToFact(now, channelVersion: 0, new MovementOptions()) with
        {
            Recipients = [],
            Content = new JsonObject { [ContentNames.CheckIns] = new JsonArray(new JsonObject { ["note"] = note }) },
        };
}
