using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Channels.Uploading;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A member posts a labelled message to a channel; what others may see of it is decided by release.</summary>
internal static class PostMessage
{
    public sealed record Request(
        string Text,
        string? Sensitivity,
        IReadOnlyList<string>? ReleaseTo,
        string? ReplyTo,
        bool? AcknowledgementRequested,
        IReadOnlyList<string>? Caveats,
        DateTimeOffset? ExpiresAt,
        IReadOnlyList<string>? Attachments);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/channels/{channel}/messages", HandleAsync)
        .WithName(nameof(PostMessage))
        .WithSummary("Post a message to a channel");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, IUploads uploads, IHeldItems held, IDraftGate gate, TimeProvider clock, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var label = Label.Check(checks, request.Sensitivity, request.ReleaseTo, request.Caveats, request.ExpiresAt);
        var text = checks.Text("text", request.Text, 1, Label.LongestText);
        Attaching.Check(checks, request.Attachments, await uploads.MostFilesAsync(cancellationToken));
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        // Absent and hidden end here alike, before anything else is looked up.
        if (await directory.FindAsync(who.Asks, channel, cancellationToken) is not { } known)
        {
            return Problems.NotFound();
        }

        var parent = Ids.IsWellFormed(request.ReplyTo) ? await held.FindAsync(who.Asks, request.ReplyTo!, cancellationToken) : null;
        var (draft, first) = Write(Member.Of(who), known, text, label, request.ReplyTo, request.AcknowledgementRequested ?? false, clock.GetUtcNow());
        var files = await uploads.FindAsync(who.Asks, channel, request.Attachments ?? [], cancellationToken) ?? [];
        first = first with { Attachments = MessageVersion.Write(files) };
        var verdict = await gate.CheckAsync(who.PersonId, draft.ToFact(first, known.Version), shown.Value, cancellationToken);
        var receipt = await store.WriteAsync(
            async scope =>
            {
                // INVARIANT: rights are read again in the transaction that writes; nothing is judged by an older right.
                var pass = (await Standings.FindAsync(scope.Connection, who.PersonId, channel))?.PassFor(who.Asks)
                    ?? throw new RefusedException(ProblemCode.NotFound);
                return await Idempotency.RunOnceAsync(
                    scope, who, key, new { channel, request }, () => PostAsync(scope, who, pass, text, label, request, parent, verdict, shown));
            },
            cancellationToken);
        Log.MessageAccepted(log, receipt.Item, receipt.Version);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    private static async Task<Receipt> PostAsync(
        WriteScope scope, Participant who, ChannelPass pass, string text, Label label, Request request, HeldItem? parent,
        DraftVerdict verdict, AudienceFingerprint shown)
    {
        PostingRules.Require(pass);
        label.RequireWithin(pass, scope.Now);
        if (request.ReplyTo is not null)
        {
            RequireParent(parent, pass.Channel);
        }

        verdict.Require();
        var item = Ids.New();
        var files = await Attaching.TakeAsync(scope, who.PersonId, pass.Channel, request.Attachments ?? [], [], item);
        return await WriteAsync(
            scope, Member.Of(who), pass, text, label, request.ReplyTo, request.AcknowledgementRequested ?? false, shown.Value, item, files);
    }

    /// <summary>Writes a message with its first version and the fact of it.</summary>
    internal static async Task<Receipt> WriteAsync(
        WriteScope scope, Member author, ChannelPass pass, string text, Label label, string? replyTo, bool acknowledgementRequested,
        string? audienceShown = null, string? item = null, IReadOnlyList<AttachedFile>? files = null)
    {
        var (message, first) = Write(author, pass, text, label, replyTo, acknowledgementRequested, scope.Now, item, files);
        await Messages.AddAsync(scope, message, first, pass.Version, audienceShown);
        return new Receipt(message.Item, message.Reference, 1);
    }

    private static (Message Message, MessageVersion First) Write(
        Member author, ChannelPass pass, string text, Label label, string? replyTo, bool acknowledgementRequested, DateTimeOffset at,
        string? item = null, IReadOnlyList<AttachedFile>? files = null)
    {
        var now = at.ToMicroseconds();
        var message = new Message(
            item ?? Ids.New(),
            pass.Channel,
            Ids.NewReference(MessageSchema.Schema.ReferencePrefix),
            author.Person,
            author.Name,
            author.Organisation,
            author.OrganisationName,
            author.Constituency,
            author.Force,
            replyTo,
            acknowledgementRequested ? 1 : 0,
            pass.Exercise || label.Caveats.Contains("exercise", StringComparer.Ordinal) ? 1 : 0,
            now);
        var first = new MessageVersion(
            message.Item,
            1,
            text,
            label.Sensitivity ?? Label.DefaultSensitivity,
            string.Join(' ', label.ReleaseTo ?? ReleaseAtoms.Default(pass.Kind, pass.Admits)),
            string.Join(' ', label.Caveats),
            label.ExpiresAt?.ToMicroseconds(),
            ItemStatus.Current,
            Reason: null,
            now,
            MessageVersion.Write(files ?? []));
        return (message, first);
    }

    private static void RequireParent(HeldItem? parent, string channel)
    {
        if (parent is null)
        {
            throw new RefusedException(ProblemCode.NotFound);
        }

        if (parent.Channel != channel)
        {
            throw new RefusedException(ProblemCode.FieldInvalid, "replyTo", "Reply in the channel of the item that you answer.");
        }
    }
}
