using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>The reporting organisation takes its report back, in any posture: release recalls it from everybody who held it.</summary>
internal static class WithdrawIncident
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/items/{item}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawIncident))
        .WithSummary("Take back a report of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, IncidentBook book, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToRetractAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await Amendment.WriteAsync(
                book,
                new Command(who, key, new { item, request }, "withdraw", known.ChannelVersion, reason),
                item,
                request.IfVersion,
                (before, _) => before.Next(before.Content) with { Status = ItemStatus.Withdrawn },
                cancellationToken);
    }
}
