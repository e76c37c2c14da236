using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>
/// What each audience would get of a draft, by the same rules and the same builder as the real thing. Nothing is stored. An author learns only of
/// audiences whose existence is no secret to them.
/// </summary>
internal static class PreviewItem
{
    private const int MostAtoms = 64;

    public sealed record Request(
        string Channel, string Kind, JsonObject Content, Sensitivity? Sensitivity = null, string[]? ReleaseTo = null, string[]? Caveats = null);

    public sealed record Response(IReadOnlyList<AudiencePreview> Views, IReadOnlyList<TextFinding> Findings, IReadOnlyList<DraftWarning> Warnings, string Fingerprint);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/preview", HandleAsync)
        .WithName(nameof(PreviewItem))
        .WithSummary("Preview what each audience would get of a draft")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Request request,
        Participant author,
        ReleaseStore store,
        Forecasts forecasts,
        Fingerprints fingerprints,
        IEnumerable<IDraftReader> readers,
        IUploads uploads,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (refusal, channel, item, warnings) = await ReadAsync(request, author, store, readers, uploads, clock, cancellationToken);
        return item is null
            ? refusal!
            : TypedResults.Ok(await store.Store.ReadAsync(
                connection => PreviewAsync(connection, channel!, item, warnings, forecasts, fingerprints), cancellationToken));
    }

    /// <summary>The item that the draft would become in its channel, or why it would not.</summary>
    internal static async Task<(IResult? Refusal, ChannelState? Channel, ItemVersioned? Item, IReadOnlyList<DraftWarning> Warnings)> ReadAsync(
        Request request,
        Participant author,
        ReleaseStore store,
        IEnumerable<IDraftReader> readers,
        IUploads uploads,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        checks.Code("kind", request.Kind, ItemSchemas.All.Select(schema => schema.Kind));
        checks.List("releaseTo", request.ReleaseTo, 0, MostAtoms);
        if (!ReleaseSet.TryParse(request.ReleaseTo, out _, out var errors))
        {
            checks.Add("releaseTo", errors[0]);
        }

        foreach (var caveat in request.Caveats ?? [])
        {
            checks.Code("caveats", caveat, ViewJson.AllCaveats);
        }

        var reader = readers.FirstOrDefault(reader => string.Equals(reader.Kind, request.Kind, StringComparison.Ordinal));
        var channel = author.OrganisationId is null ? null : await ChannelAsync(store, author, request.Channel, cancellationToken);
        if (checks.Failed || channel is null || reader is null)
        {
            return (checks.Failed ? Problems.Invalid(checks) : Problems.NotFound(), null, null, []);
        }

        if (!RoomKinds.Takes(channel.Kind, request.Kind))
        {
            return (Problems.Refused(ProblemCode.NotificationsOnly), null, null, []);
        }

        var now = clock.GetUtcNow();
        var origin = OriginOf(author);
        var draft = reader.Read(origin, channel.Channel, request.Content, now);
        foreach (var (field, remedies) in draft.Faults)
        {
            checks.Add(field, remedies[0]);
        }

        await AttachAsync(uploads, author, channel.Channel, request.Content, draft, checks, cancellationToken);
        return checks.Failed
            ? (Problems.Invalid(checks), null, null, [])
            : (null, channel, ItemOf(request, origin, channel, draft, now), draft.Warnings);
    }

    /// <summary>The author's own uploads as the item would carry them. They stay free: nothing is taken by a preview.</summary>
    private static async Task AttachAsync(
        IUploads uploads, Participant author, string channel, JsonObject posted, DraftContent draft, FieldChecks checks, CancellationToken cancellationToken)
    {
        if (posted[AttachedFile.Field] is not JsonArray asked || checks.Failed)
        {
            return;
        }

        var ids = asked.Select(id => id is JsonValue text && text.TryGetValue<string>(out var upload) ? upload : string.Empty).ToList();
        var files = ids.Count > await uploads.MostFilesAsync(cancellationToken) ? null : await uploads.FindAsync(author.Asks, channel, ids, cancellationToken);
        checks.That(files is not null, $"content.{AttachedFile.Field}", "Give ids of uploads of yours for this channel that are complete and not in use.");
        AttachedFile.Write(draft.Content, files ?? []);
    }

    private static Task<ChannelState?> ChannelAsync(ReleaseStore store, Participant author, string channel, CancellationToken cancellationToken) =>
        store.Store.ReadAsync(
            async connection => (await Readership.OfAsync(connection, author.Asks))
                .FirstOrDefault(stream => string.Equals(stream.Channel.Channel, channel, StringComparison.Ordinal))?.Channel,
            cancellationToken);

    private static async Task<Response> PreviewAsync(
        DbConnection connection, ChannelState channel, ItemVersioned item, IReadOnlyList<DraftWarning> warnings, Forecasts forecasts, Fingerprints fingerprints)
    {
        var outcomes = await forecasts.OfAsync(new Rooms(connection), channel, item);
        return new Response(
            AudiencePreviews.Of(item, outcomes),
            TextFinding.In(item, outcomes),
            warnings,
            fingerprints.Seal(item.Origin.Person, channel.Channel, forecasts.Policy, outcomes));
    }

    private static ItemOrigin OriginOf(Participant author) => new(
        author.PersonId, author.DisplayName, author.OrganisationId!, author.OrganisationName ?? string.Empty, author.Constituency, author.Force);

    private static ItemVersioned ItemOf(Request request, ItemOrigin origin, ChannelState channel, DraftContent draft, DateTimeOffset now) => new(
        "preview",
        channel.Channel,
        request.Kind,
        1,
        "PREVIEW",
        origin,
        Strictest(request.Sensitivity ?? Sensitivity.Moderate, draft.Sensitivity),
        draft.ReleaseTo ?? (draft.Recipients is { } named ? ["own-side", .. Atoms(named)] : request.ReleaseTo ?? DefaultRelease(request.Kind, channel.Kind)),
        [.. Atoms(draft.Recipients ?? [])],
        ViewJson.ReadCaveats(request.Caveats),
        ItemStatus.Current,
        now,
        Expires: null,
        draft.Content,
        channel.Exercise,
        draft.Protection);

    private static IEnumerable<string> Atoms(IReadOnlyList<string> audiences) => audiences.Select(audience => $"audience:{audience}");

    private static Sensitivity Strictest(Sensitivity said, Sensitivity? decided) => decided > said ? decided.Value : said;

    private static string[] DefaultRelease(string kind, ChannelKind channel) =>
        string.Equals(kind, "message", StringComparison.Ordinal) && channel is ChannelKind.Desk or ChannelKind.Notice or ChannelKind.Caucus
            ? ["all"]
            : ["own-side"];
}
