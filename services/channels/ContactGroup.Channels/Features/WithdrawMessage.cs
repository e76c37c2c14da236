using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>
/// An author takes a message back. Terms and posture do not stand in the way: taking back only narrows. A second time gives the receipt of the first.
/// </summary>
internal static class WithdrawMessage
{
    private const int LongestReason = 1_000;

    public sealed record Request(string? Reason);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/items/{item}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawMessage))
        .WithSummary("Withdraw your message");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        IHeldItems held, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var reason = checks.OptionalText("reason", request.Reason, LongestReason);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (await AuthorsMessage.RefuseOthersAsync(store, held, who, item, cancellationToken) is { } refusal)
        {
            return Problems.Refused(refusal);
        }

        var receipt = await store.WriteAsync(
            async scope =>
            {
                var own = await AuthorsMessage.RequireAsync(scope.Connection, who, item);
                return await Idempotency.RunOnceAsync(
                    scope, who, key, new { item, verb = "withdraw", request }, () => WriteAsync(scope, own, reason));
            },
            cancellationToken);
        Log.MessageAccepted(log, receipt.Item, receipt.Version);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    private static async Task<Receipt> WriteAsync(WriteScope scope, AuthorsMessage own, string? reason)
    {
        var message = own.Message;
        var latest = await Messages.LatestAsync(scope.Connection, message.Item);
        if (latest.Status == ItemStatus.Withdrawn)
        {
            return new Receipt(message.Item, message.Reference, latest.Version);
        }

        var withdrawn = latest with
        {
            Version = latest.Version + 1,
            Status = ItemStatus.Withdrawn,
            Reason = reason,
            WrittenAt = scope.Now.ToMicroseconds(),
        };
        await Messages.AppendAsync(scope, message, withdrawn, own.Pass.Version);
        return new Receipt(message.Item, message.Reference, withdrawn.Version);
    }
}
