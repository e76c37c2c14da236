using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>The owner takes a notification back, in any posture: release recalls it from everybody who held it.</summary>
internal static class WithdrawNotification
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPost("/items/{item}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawNotification))
        .WithSummary("Take back a notification of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, Amendment amendment, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToOwnAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WithdrawAsync(
                new Command(who, key, new { item, request }, "withdraw", known.Pass.Version, reason), item, request.IfVersion, cancellationToken);
    }
}
