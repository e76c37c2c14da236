using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Sites;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>
/// The owner says what is different now of a site. It confirms nothing: the state stays until the owner says that the whole still holds. Whoever is left out of
/// the recipients has the site no longer. Nobody is named anew, see <see cref="Change"/>.
/// </summary>
internal static class AmendSite
{
    private const int LongestReason = 1_000;

    public sealed record Request : SiteFields
    {
        /// <summary>Fields to empty, of those that a notification can be without.</summary>
        public IReadOnlyList<string>? Clear { get; init; }

        public string? Reason { get; init; }

        /// <summary>The version this change was made on; refused when there is a later one.</summary>
        public int? IfVersion { get; init; }

        /// <summary>Fields of this change as they stood when it was made, null for what was absent; refused when one of them is another now.</summary>
        public JsonObject? Before { get; init; }
    }

    public static void Map(IEndpointRouteBuilder sites) => sites
        .MapPost("/items/{item}/amend-site", HandleAsync)
        .WithName(nameof(AmendSite))
        .WithSummary("Amend a site of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, NotificationBook book, Amendment amendment,
        IOptions<MovementOptions> options, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken, SiteKind.Kind);
        if (known is null)
        {
            return refusal!;
        }

        var (site, pass) = (known.Notification, known.Pass);
        var command = new Command(who, key, new { item, request }, "amend", pass.Version, request.Reason) { Reached = pass.Forces, AudienceShown = shown.Value };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Access.RefuseToNotify(who, pass) is { } closed)
        {
            return closed;
        }

        var checks = new FieldChecks();
        var change = Change.Read(SiteReading.Read(request, checks), request.Clear, SiteReading.Optional, request.Recipients, checks);
        var on = new Precondition(request.IfVersion, request.Before);
        on.Check(change.Said, change.Cleared, checks);
        checks.OptionalText("reason", request.Reason, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, site, on, (present, now) => Over(present, change, options.Value, now), cancellationToken);
    }

    private static Notification Over(Notification before, Change change, MovementOptions options, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        var next = change.Over(SiteStates.Listed(before), checks);
        SiteRules.Check(next.Content, change.Said, options, now, checks);
        return checks.Failed ? throw new ActRefusedException(checks) : next;
    }
}
