using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Microsoft.AspNetCore.WebUtilities;

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

    public sealed record Response(IReadOnlyList<AudiencePreview> Views, string Fingerprint);

    public sealed record AudiencePreview(string Audience, string Label, string Outcome, string Sentence, JsonNode? View);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/preview", HandleAsync)
        .WithName(nameof(PreviewItem))
        .WithSummary("Preview what each audience would get of a draft")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Request request,
        Participant author,
        ReleaseStore store,
        Rulings rulings,
        IEnumerable<IDraftReader> readers,
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
            return checks.Failed ? Problems.Invalid(checks) : Problems.NotFound();
        }

        var now = clock.GetUtcNow();
        var origin = OriginOf(author);
        var draft = reader.Read(origin, channel.Channel, request.Content, now);
        foreach (var (field, remedies) in draft.Faults)
        {
            checks.Add(field, remedies[0]);
        }

        return checks.Failed
            ? Problems.Invalid(checks)
            : TypedResults.Ok(await store.Store.ReadAsync(
                connection => PreviewAsync(connection, channel, ItemOf(request, origin, channel, draft, now), rulings), cancellationToken));
    }

    private static Task<ChannelState?> ChannelAsync(ReleaseStore store, Participant author, string channel, CancellationToken cancellationToken) =>
        store.Store.ReadAsync(
            async connection => (await Readership.OfAsync(connection, author.Asks))
                .FirstOrDefault(stream => string.Equals(stream.Channel.Channel, channel, StringComparison.Ordinal))?.Channel,
            cancellationToken);

    private static async Task<Response> PreviewAsync(DbConnection connection, ChannelState channel, ItemVersioned item, Rulings rulings)
    {
        var audiences = await AudiencesAsync(connection, channel, new Audience(item.Origin.Constituency, item.Origin.Force));
        var views = audiences
            .Select(audience => OutcomeFor(rulings, item, channel, audience))
            .GroupBy(outcome => Targets.Of(outcome.Audience), StringComparer.Ordinal)
            .SelectMany(Describe)
            .ToList();
        return new Response(views, Fingerprint(rulings.Policy, views));
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
        request.ReleaseTo ?? DefaultRelease(request.Kind, channel.Kind),
        [],
        ViewJson.ReadCaveats(request.Caveats),
        ItemStatus.Current,
        now,
        Expires: null,
        draft.Content,
        channel.Exercise,
        draft.Protection);

    private static Sensitivity Strictest(Sensitivity said, Sensitivity? decided) => decided > said ? decided.Value : said;

    private static string[] DefaultRelease(string kind, ChannelKind channel) =>
        string.Equals(kind, "message", StringComparison.Ordinal) && channel is ChannelKind.Desk or ChannelKind.Notice or ChannelKind.Caucus
            ? ["all"]
            : ["own-side"];

    /// <summary>Audiences the author may know of. For those who may not know who is present, presence is not looked at.</summary>
    private static async Task<IReadOnlyList<Audience>> AudiencesAsync(DbConnection connection, ChannelState channel, Audience author)
    {
        if (author.Side == Side.Humanitarian)
        {
            var rows = await StreamRows.OfChannelAsync(connection, channel.Channel);
            return [.. rows.Where(row => row.Scope == (long)StreamScope.Audience).Select(row => Audience.Parse(row.Subject)).Where(channel.Admits)];
        }

        return [.. Enum.GetValues<Constituency>()
            .Where(constituency => ConstituencyNames.SideOf(constituency) == Side.Humanitarian)
            .Select(constituency => new Audience(constituency))
            .Append(author)
            .Where(channel.Admits)];
    }

    private static AudienceOutcome OutcomeFor(Rulings rulings, ItemVersioned item, ChannelState channel, Audience audience)
    {
        var schema = ItemSchemas.Find(item.Kind)!;
        var disclosure = rulings.Decide(item, channel, audience, organisation: null);
        var view = disclosure.IsVisible ? ViewBuilder.Build(item, schema, disclosure, rulings.Policy, holdsParent: false, owner: null) : null;
        var immediate = rulings.Immediate(item, channel, audience);
        var atOnce = immediate.IsVisible ? ViewBuilder.Build(item, schema, immediate, rulings.Policy, holdsParent: false, owner: null) : null;
        return new AudienceOutcome(
            audience, disclosure, view, immediate, atOnce, Rulings.ReachOf(item, audience, organisation: null) == ReleaseReach.Full);
    }

    /// <summary>One line for a whole side when all of it gets the same, otherwise one per audience.</summary>
    private static IEnumerable<AudiencePreview> Describe(IGrouping<string, AudienceOutcome> target)
    {
        var outcomes = target.ToList();
        var same = outcomes.TrueForAll(outcome =>
            string.Equals(outcome.View?.Hash, outcomes[0].View?.Hash, StringComparison.Ordinal) && outcome.NeedsReview == outcomes[0].NeedsReview);
        return same
            ? [Describe(target.Key, outcomes[0])]
            : outcomes.Select(outcome => Describe($"audience:{outcome.Audience}", outcome));
    }

    private static AudiencePreview Describe(string target, AudienceOutcome outcome)
    {
        var label = AudienceLabels.Of(target);
        var result = ReleaseSentences.Outcome(outcome);
        return new AudiencePreview(
            target,
            label,
            result,
            ReleaseSentences.Forecast(label, result, outcome.Allowed),
            outcome.View is { } view ? JsonNode.Parse(view.Body)!["fields"]!.DeepClone() : null);
    }

    private static string Fingerprint(string policy, List<AudiencePreview> views)
    {
        var text = string.Join('\n', views.Select(view => $"{view.Audience} {view.Outcome}").Order(StringComparer.Ordinal).Prepend(policy));
        return WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16).ToArray());
    }
}
