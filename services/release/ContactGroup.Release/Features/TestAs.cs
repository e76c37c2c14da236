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
/// What an audience sees of an item and why, for a coordinator, now or in another posture. INVARIANT: shows a coordinator never more than their own
/// view does; an item they do not hold is absent. Nothing is stored.
/// </summary>
internal static class TestAs
{
    /// <param name="Audience">As whom: <c>military:northern-force</c>, <c>ingo</c>.</param>
    /// <param name="Item">Of what; or else a draft.</param>
    /// <param name="Draft">Of a draft of the coordinator's own, as for a preview.</param>
    /// <param name="Posture">In which posture; absent for the present one.</param>
    public sealed record Request(string Audience, string? Item = null, PreviewItem.Request? Draft = null, Posture? Posture = null);

    /// <param name="Audience">As whom.</param>
    /// <param name="Label">In words.</param>
    /// <param name="Posture">In which posture.</param>
    /// <param name="Outcome"><c>shown</c>, <c>review</c> (something waits or would wait) or <c>withheld</c>.</param>
    /// <param name="Sentence">Why.</param>
    /// <param name="Code">Code of the sentence.</param>
    /// <param name="Parameters">What the sentence names.</param>
    /// <param name="Now">The fields they hold, or would hold at once; absent when none.</param>
    /// <param name="AfterReview">The fields they would hold once a coordinator has released the rest; absent when nothing waits.</param>
    /// <param name="Because">Every rule that takes part.</param>
    public sealed record Response(
        string Audience,
        string Label,
        Posture Posture,
        string Outcome,
        string Sentence,
        string Code,
        IReadOnlyDictionary<string, string>? Parameters,
        JsonNode? Now,
        JsonNode? AfterReview,
        IReadOnlyList<ExplainItem.Because> Because);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/test-as", HandleAsync)
        .WithName(nameof(TestAs))
        .WithSummary("See what an audience gets of an item and why (coordinators)")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Request request,
        Participant coordinator,
        ReleaseStore store,
        Rulings rulings,
        IEnumerable<IDraftReader> readers,
        IUploads uploads,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!coordinator.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        if (!Audience.TryParse(request.Audience, out var audience))
        {
            return Problems.Invalid("audience", "Give a constituency, or a force as military:northern-force.");
        }

        if (request.Draft is { } draft && request.Item is null)
        {
            var (refusal, room, item, _) = await PreviewItem.ReadAsync(draft, coordinator, store, readers, uploads, clock, cancellationToken);
            return item is null ? refusal! : TypedResults.Ok(TestDraft(item, room! with { Posture = request.Posture ?? room.Posture }, audience, rulings));
        }

        if (request.Item is null || request.Draft is not null)
        {
            return Problems.Invalid("item", "Give the id of an item, or a draft.");
        }

        var response = await store.Store.ReadAsync(
            async connection => await TestAsync(connection, request, request.Item, audience, coordinator, rulings, clock.GetUtcNow()), cancellationToken);
        return response is null ? Problems.NotFound() : TypedResults.Ok(response);
    }

    private static async Task<Response?> TestAsync(
        DbConnection connection, Request request, string id, Audience audience, Participant coordinator, Rulings rulings, DateTimeOffset at)
    {
        var streams = await Readership.OfAsync(connection, coordinator.Asks);
        if (await VisibleItems.FindAsync(connection, streams, id, at) is not { } own || await ItemRows.FindAsync(connection, id) is not { } source)
        {
            return null;
        }

        var room = streams.First(stream => string.Equals(stream.Stream, own.Stream, StringComparison.Ordinal)).Channel;
        var channel = room with { Posture = request.Posture ?? room.Posture };
        var item = Consents.On(source, await WideningRows.OfItemAsync(connection, source.Item));
        var got = channel.Posture == room.Posture
            ? await HeldAsync(connection, rulings, item, channel, audience)
            : await AsIfAsync(connection, rulings, item, channel, audience);
        return Describe(audience, channel, item, got, JsonNode.Parse(own.Body)!["fields"]!.AsObject(), rulings);
    }

    /// <summary>What they hold, and what waits.</summary>
    private static async Task<Got> HeldAsync(DbConnection connection, Rulings rulings, ItemVersioned item, ChannelState channel, Audience audience)
    {
        var stream = (await StreamRows.OfChannelAsync(connection, channel.Channel))
            .FirstOrDefault(row => row.Scope == (long)StreamScope.Audience && string.Equals(row.Subject, audience.ToString(), StringComparison.Ordinal));
        if (stream is null)
        {
            return await AsIfAsync(connection, rulings, item, channel, audience); // Nobody of it is in the group yet.
        }

        var held = (await HeldRows.OfItemAsync(connection, item.Item)).GetValueOrDefault(stream.Stream);
        var body = held is null ? null : await ViewRows.BodyAsync(connection, held.ViewId);
        var review = (await ReviewRows.LatestAsync(connection, item.Item)).GetValueOrDefault(Targets.Of(audience));
        var waits = review is { Progress: ReviewState.Open }
            ? review.Proposed.FirstOrDefault(proposal => string.Equals(proposal.Audience, audience.ToString(), StringComparison.Ordinal))
            : null;
        return new Got(
            body is null ? null : JsonNode.Parse(body)!["fields"]!.AsObject(),
            waits is null ? null : Build(rulings, item, audience, Disclosure.FromBits((ulong)waits.Disclosure), edits: null));
    }

    /// <summary>What they would hold by the rules, without what a coordinator once took out.</summary>
    private static async Task<Got> AsIfAsync(DbConnection connection, Rulings rulings, ItemVersioned item, ChannelState channel, Audience audience)
    {
        if (!channel.Admits(audience) || item.Status == ItemStatus.Withdrawn)
        {
            return new Got(null, null);
        }

        return ByRule(rulings, item, channel, audience, (await ReleaseRows.OfItemAsync(connection, item.Item)).GetValueOrDefault(audience.ToString())?.Edits);
    }

    /// <summary>The coordinator's own draft: they hold all of it.</summary>
    private static Response TestDraft(ItemVersioned item, ChannelState channel, Audience audience, Rulings rulings) => Describe(
        audience,
        channel,
        item,
        channel.Admits(audience) ? ByRule(rulings, item, channel, audience, edits: null) : new Got(null, null),
        Build(rulings, item, Rulings.OriginOf(item).Audience, Disclosure.Everything, edits: null)!,
        rulings);

    private static Got ByRule(Rulings rulings, ItemVersioned item, ChannelState channel, Audience audience, Redaction? edits)
    {
        var disclosure = rulings.Decide(item, channel, audience, organisation: null);
        var immediate = rulings.Immediate(item, channel, audience);
        return new Got(
            Build(rulings, item, audience, immediate, edits),
            disclosure.Gate == Gate.Review ? Build(rulings, item, audience, disclosure, edits: null) : null);
    }

    private static JsonObject? Build(Rulings rulings, ItemVersioned item, Audience reader, Disclosure disclosure, Redaction? edits) => disclosure.IsVisible
        ? ProposedView.FieldsOf(ViewBuilder.Build(item, ItemSchemas.Find(item.Kind)!, reader, disclosure, rulings.Policy, holdsParent: false, owner: null, edits))
        : null;

    private static Response Describe(
        Audience audience, ChannelState channel, ItemVersioned item, Got got, JsonObject own, Rulings rulings)
    {
        var schema = ItemSchemas.Find(item.Kind)!;
        var decision = rulings.Rule(item, channel, audience);
        var name = audience.ToString();
        var said = got switch
        {
            { After: not null } => Explanations.InReview(name),
            { Now: not null } => Explanations.Shown(name),
            _ when item.Status == ItemStatus.Withdrawn => Explanations.Withdrawn,
            _ when !channel.Admits(audience) => Explanations.NotInTheRoom(name),
            _ => Explanations.Withheld(name, decision),
        };
        return new Response(
            name,
            AudienceLabels.Of(audience),
            channel.Posture,
            got.After is not null ? ReleaseSentences.Review : got.Now is not null ? ReleaseSentences.Shown : ReleaseSentences.Withheld,
            said.Sentence,
            said.Code,
            said.Parameters,
            got.Now is null ? null : CommonPart.Of(got.Now, own, schema),
            got.After is null ? null : CommonPart.Of(got.After, own, schema),
            [.. decision.Reasons.Select(reason => new ExplainItem.Because(reason.Id, reason.Sentence, Explanations.OfRule(reason).Code))]);
    }

    /// <summary>The fields of what is held now and of what would be after a review.</summary>
    private sealed record Got(JsonObject? Now, JsonObject? After);
}
