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
/// An author writes a new version of a message. Earlier versions stay in the store; label parts that are not given stay as they were.
/// </summary>
internal static class EditMessage
{
    public sealed record Request(string Text, string? Sensitivity, IReadOnlyList<string>? ReleaseTo);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/items/{item}/edit", HandleAsync)
        .WithName(nameof(EditMessage))
        .WithSummary("Edit your message");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Request request, Participant who, IdempotencyKey key, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        IHeldItems held, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var label = Label.Check(checks, request.Sensitivity, request.ReleaseTo, caveats: null, expiresAt: null);
        var text = checks.Text("text", request.Text, 1, Label.LongestText);
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
                    scope, who, key, new { item, verb = "edit", request }, () => WriteAsync(scope, own, text, label));
            },
            cancellationToken);
        Log.MessageAccepted(log, receipt.Item, receipt.Version);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    private static async Task<Receipt> WriteAsync(WriteScope scope, AuthorsMessage own, string text, Label label)
    {
        PostingRules.Require(own.Pass);
        label.RequireWithin(own.Pass, scope.Now);
        var latest = await Messages.LatestAsync(scope.Connection, own.Message.Item);
        if (latest.Status != ItemStatus.Current)
        {
            throw new RefusedException(ProblemCode.NotFound);
        }

        var edited = latest with
        {
            Version = latest.Version + 1,
            Text = text,
            Sensitivity = label.Sensitivity ?? latest.Sensitivity,
            ReleaseTo = label.ReleaseTo is null ? latest.ReleaseTo : string.Join(' ', label.ReleaseTo),
            WrittenAt = scope.Now.ToMicroseconds(),
        };
        await Messages.AppendAsync(scope, own.Message, edited, own.Pass.Version);
        return new Receipt(own.Message.Item, own.Message.Reference, edited.Version);
    }
}
