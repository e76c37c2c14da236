using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Sites;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>
/// The owner confirms that all which was said of a site still holds. Possible in any posture: it names nobody anew. Recipients are shown when, so that it is a
/// version of its own for them.
/// </summary>
internal static class RevalidateSite
{
    public sealed record Request(int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder sites) => sites
        .MapPost("/items/{item}/revalidate", HandleAsync)
        .WithName(nameof(RevalidateSite))
        .WithSummary("Confirm that a site of your own organisation still holds");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, NotificationBook book, Amendment amendment,
        IOptions<MovementOptions> options, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, SiteKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        // The audience is the one that the site has, so that there is none to have been shown.
        var command = new Command(who, key, new { item, request }, "revalidate", known.Pass.Version) { Reached = known.Pass.MayNotify ? known.Pass.Forces : null };
        return await book.ReceiptOfAsync(command, cancellationToken) is { } before ? Amendment.Accepted(before)
            : Access.RefuseToSpeak(known.Pass) is { } unread ? unread
            : await amendment.WriteAsync(command, known.Notification, new Precondition(request.IfVersion), (present, now) => Confirmed(present, options.Value, now), cancellationToken);
    }

    private static Notification Confirmed(Notification before, MovementOptions options, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        var next = SiteStates.Listed(before).Next();
        SiteRules.Revalidate(next.Content, options, now, checks);
        return checks.Failed ? throw new ActRefusedException(checks) : next;
    }
}
