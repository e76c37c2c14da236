using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Advisories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>Who issued an advisory says before its time that it is over, in any posture. Everyone who was told of it is told.</summary>
internal static class EndAdvisory
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder advisories) => advisories
        .MapPost("/items/{item}/end", HandleAsync)
        .WithName(nameof(EndAdvisory))
        .WithSummary("Say that an advisory of your own organisation is over");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, Amendment amendment,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, AdvisoryKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        var command = new Command(who, key, new { item, request }, "end", known.Pass.Version, request.Reason);
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToSpeak(known.Pass) is { } unread)
        {
            return unread;
        }

        var checks = new FieldChecks();
        checks.OptionalText("reason", request.Reason, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notification, new Precondition(request.IfVersion), Ended, cancellationToken);
    }

    private static Notification Ended(Notification before, DateTimeOffset now)
    {
        var next = AdvisoryStates.StillInForce(before, now).Next();
        next.Content[ContentNames.State] = AdvisoryStates.Ended;
        return next;
    }
}
