using System.Data.Common;
using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Channels.Uploading;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>
/// An author writes a new version of a message. Earlier versions stay in the store; label parts and attachments that are not given stay as they were.
/// </summary>
internal static class EditMessage
{
    public sealed record Request(string Text, string? Sensitivity, IReadOnlyList<string>? ReleaseTo, IReadOnlyList<string>? Attachments);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/items/{item}/edit", HandleAsync)
        .WithName(nameof(EditMessage))
        .WithSummary("Edit your message");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        IUploads uploads, IHeldItems held, IDraftGate gate, TimeProvider clock, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var label = Label.Check(checks, request.Sensitivity, request.ReleaseTo, caveats: null, expiresAt: null);
        var text = checks.Text("text", request.Text, 1, Label.LongestText);
        var attached = Attaching.Check(checks, request.Attachments, await uploads.MostFilesAsync(cancellationToken));
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (await AuthorsMessage.RefuseOthersAsync(store, held, who, item, cancellationToken) is { } refusal)
        {
            return Problems.Refused(refusal);
        }

        var draft = await store.ReadAsync(connection => DraftAsync(connection, who, item, text, label, clock.GetUtcNow()), cancellationToken);
        if (attached is not null)
        {
            AttachedFile.Write(draft.Content, await Attaching.PlanAsync(uploads, who, draft.Channel, attached, AttachedFile.Of(draft.Content), cancellationToken));
        }

        var verdict = await gate.CheckAsync(who.PersonId, draft, shown.Value, cancellationToken);
        var receipt = await store.WriteAsync(
            async scope =>
            {
                var own = await AuthorsMessage.RequireAsync(scope.Connection, who, item);
                return await Idempotency.RunOnceAsync(
                    scope, who, key, new { item, verb = "edit", request }, () => WriteAsync(scope, own, text, label, attached, verdict, shown));
            },
            cancellationToken);
        Log.MessageAccepted(log, receipt.Item, receipt.Version);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    private static async Task<Receipt> WriteAsync(
        WriteScope scope, AuthorsMessage own, string text, Label label, IReadOnlyList<string>? attached, DraftVerdict verdict,
        AudienceFingerprint shown)
    {
        PostingRules.Require(own.Pass);
        label.RequireWithin(own.Pass, scope.Now);
        var latest = await Messages.LatestAsync(scope.Connection, own.Message.Item);
        if (latest.Status != ItemStatus.Current)
        {
            throw new RefusedException(ProblemCode.NotFound);
        }

        verdict.Require();
        var files = attached is null ? latest.Files
            : await Attaching.TakeAsync(scope, own.Message.Author, own.Message.Channel, attached, latest.Files, own.Message.Item);
        var edited = Edit(latest, text, label, scope.Now) with { Attachments = MessageVersion.Write(files) };
        await Messages.AppendAsync(scope, own.Message, edited, own.Pass.Version, shown.Value);
        return new Receipt(own.Message.Item, own.Message.Reference, edited.Version);
    }

    private static async Task<ItemVersioned> DraftAsync(
        DbConnection connection, Participant who, string item, string text, Label label, DateTimeOffset now)
    {
        var own = await AuthorsMessage.RequireAsync(connection, who, item);
        return own.Message.ToFact(Edit(await Messages.LatestAsync(connection, item), text, label, now), own.Pass.Version);
    }

    private static MessageVersion Edit(MessageVersion latest, string text, Label label, DateTimeOffset now) => latest with
    {
        Version = latest.Version + 1,
        Text = text,
        Sensitivity = label.Sensitivity ?? latest.Sensitivity,
        ReleaseTo = label.ReleaseTo is null ? latest.ReleaseTo : string.Join(' ', label.ReleaseTo),
        WrittenAt = now.ToMicroseconds(),
    };
}
