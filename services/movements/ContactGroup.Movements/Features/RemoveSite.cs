using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Sites;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// The owner takes a site off the list, in any posture. Whoever was told of the site is told that it was removed and has it no longer some days later; why stays
/// with the own side. It removes no protection.
/// </summary>
internal static class RemoveSite
{
    public sealed record Request(string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder sites) => sites
        .MapPost("/items/{item}/remove", HandleAsync)
        .WithName(nameof(RemoveSite))
        .WithSummary("Take a site of your own organisation off the list");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, Amendment amendment,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, SiteKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        // The audience is the one that the site has, so that there is none to have been shown.
        var command = new Command(who, key, new { item, request }, "remove", known.Pass.Version, request.Reason) { Reached = known.Pass.MayNotify ? known.Pass.Forces : null };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToSpeak(known.Pass) is { } unread)
        {
            return unread;
        }

        var checks = new FieldChecks();
        var reason = checks.Code("reason", request.Reason, CodeLists.Get("site-removal-reason").Values);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notification, new Precondition(request.IfVersion), (present, _) => Removed(present, reason), cancellationToken);
    }

    private static Notification Removed(Notification before, string reason)
    {
        var next = SiteStates.Listed(before).Next();
        next.Content[ContentNames.State] = SiteStates.Removed;
        next.Content[SiteNames.RemovalReason] = reason;
        return next;
    }
}
