using ContactGroup.Access.Data;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>The organisation that raised a notice takes it back, in any posture: release recalls it from everybody who held it.</summary>
internal static class WithdrawNotice
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? Reason = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder access) => access
        .MapPost("/items/{item}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawNotice))
        .WithSummary("Take back a notice of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Rights rights, Amendment amendment, CancellationToken cancellationToken)
    {
        var (known, refusal) = await rights.ToChangeAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        if (!known.IsOwn)
        {
            return Problems.Refused(ProblemCode.NotTheAuthor);
        }

        var checks = new FieldChecks();
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WithdrawAsync(
                new Command(who, key, new { item, request }, "withdraw", known.Pass.Version, reason), item, request.IfVersion, cancellationToken);
    }
}
