using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// A named force says that one of its cells has received and understood a version, or asks about it. A receipt, never consent: it changes nothing about the
/// notification and decides nothing.
/// </summary>
internal static class AcknowledgeNotification
{
    private const int LongestCell = 120;
    private const int LongestQuery = 1_000;

    public sealed record Request(int? Version = null, string? Cell = null, string? Query = null);

    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPost("/items/{item}/acknowledge", HandleAsync)
        .WithName(nameof(AcknowledgeNotification))
        .WithSummary("Say that your force has received a notification, or ask about it");

    internal static async Task<Results<Accepted<Confirmation>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, IDraftGate gate, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await access.ToAcknowledgeAsync(who, item, cancellationToken) is not { } known)
        {
            return Problems.NotFound();
        }

        var command = new Command(who, key, new { item, request }, "acknowledge", known.Pass.Version, request.Query);
        if (await book.ConfirmationOfAsync(command, cancellationToken) is { } before)
        {
            return TypedResults.Accepted((string?)null, before);
        }

        var recipient = new Audience(who.Constituency, who.Force).ToString();
        if (!known.Notification.Recipients.Contains(recipient, StringComparer.Ordinal))
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed, "Who was named in the notification acknowledges it.");
        }

        if (Access.RefuseToSpeak(known.Pass) is { } unread)
        {
            return unread;
        }

        var checks = new FieldChecks();
        checks.Required("version", request.Version);
        var cell = checks.Line("cell", request.Cell, 1, LongestCell);
        var query = checks.OptionalText("query", request.Query, LongestQuery)?.ReplaceLineEndings(" ");
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var said = new Acknowledgement(recipient, known.Held, cell, query);
        try
        {
            var words = WordsOf(said, known.Notification, clock.GetUtcNow());
            var verdict = await gate.CheckAsync(who.PersonId, words, fingerprint: null, cancellationToken);
            return TypedResults.Accepted(
                (string?)null,
                await book.AcknowledgeAsync(command with { Verdict = Named(verdict) }, item, known.Held.Version!.Value, Noted, cancellationToken));
        }
        catch (ActRefusedException refused)
        {
            return refused.Problem;
        }

        Notification? Noted(Notification present, DateTimeOffset now)
        {
            // INVARIANT: what is acknowledged is what the recipient holds, and nothing is said of what it does not.
            if (known.Held.Version != request.Version || present.Status == ItemStatus.Withdrawn || !present.Recipients.Contains(recipient, StringComparer.Ordinal))
            {
                throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "You have another version of the notification now; read that and acknowledge it."));
            }

            var noted = present.Next();
            return said.Note(noted, now) ? noted : null;
        }
    }

    // Nothing but what is said now: what else is in the notification is not the sender's to hear of.
    private static ItemVersioned WordsOf(Acknowledgement said, Notification notification, DateTimeOffset now)
    {
        var line = new JsonObject { ["cell"] = said.Cell, ["query"] = said.Query };
        return notification.ToFact(now, channelVersion: 0, new MovementOptions()) with
        {
            Recipients = [],
            Content = new JsonObject { [ContentNames.Dispatch] = new JsonArray(line) },
        };
    }

    private static DraftVerdict Named(DraftVerdict verdict) => verdict.MarkedFields.Count == 0 ? verdict : verdict with { MarkedFields = ["query"] };
}
