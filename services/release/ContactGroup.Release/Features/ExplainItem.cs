using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Who can see an item and why, as far as the asker may know: their own view for everybody, the others for its owner and coordinators.</summary>
internal static class ExplainItem
{
    public sealed record Response(
        string Item, string Audience, string Sentence, IReadOnlyList<ShownClass> Shown, IReadOnlyList<Because> Because, IReadOnlyList<Other>? Others);

    public sealed record Because(string Rule, string Sentence);

    public sealed record Other(string Audience, string State, string Sentence);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/explanation", HandleAsync)
        .WithName(nameof(ExplainItem))
        .WithSummary("Explain who can see an item and why")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        string item, Participant reader, ReleaseStore store, Rulings rulings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var response = await store.Store.ReadAsync(connection => ExplainAsync(connection, item, reader, rulings, clock.GetUtcNow()), cancellationToken);
        return response is null ? Problems.NotFound() : TypedResults.Ok(response);
    }

    private static async Task<Response?> ExplainAsync(DbConnection connection, string item, Participant reader, Rulings rulings, DateTimeOffset at)
    {
        var streams = await Readership.OfAsync(connection, reader.Asks);
        var visible = await VisibleItems.FindAsync(connection, streams, item, at);
        if (visible is null || await ItemRows.FindAsync(connection, item) is not { } source)
        {
            return null;
        }

        var stream = streams.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal));
        var channel = stream.Channel;
        var audience = new Audience(reader.Constituency, reader.Force);
        var owns = stream.Scope == StreamScope.Organisation;
        var held = (await HeldRows.OfItemAsync(connection, item))[visible.Stream];
        var decision = rulings.Explain(source, channel, audience, owns ? reader.OrganisationId : null);
        return new Response(
            item,
            audience.ToString(),
            source.Status == ItemStatus.Quarantined ? Floors.QuarantineReason.Sentence
                : owns ? "You see all of it because your organisation wrote it." : $"You see what {AudienceLabels.Of(audience)} may see in this channel.",
            ReleaseSentences.Classes(Disclosure.FromBits((ulong)held.Disclosure)),
            [.. decision.Reasons.Where(reason => reason.Kind == ReasonKind.Grant).Select(reason => new Because(reason.Id, reason.Sentence))],
            owns || reader.IsCoordinator ? await OthersAsync(connection, source, channel, audience, rulings) : null);
    }

    private static async Task<IReadOnlyList<Other>> OthersAsync(
        DbConnection connection, ItemVersioned item, ChannelState channel, Audience asker, Rulings rulings)
    {
        var held = await HeldRows.OfItemAsync(connection, item.Item);
        var reviews = await ReviewRows.LatestAsync(connection, item.Item);
        var known = (await StreamRows.OfChannelAsync(connection, channel.Channel))
            .Where(stream => stream.Scope == (long)StreamScope.Audience)
            .Select(stream => (Audience: Audience.Parse(stream.Subject), Holds: held.ContainsKey(stream.Stream)))
            .Where(other => other.Audience != asker && AudienceKnowledge.MayKnow(asker, other.Audience));

        // Across sides one line for all of a side: who exactly is in the room is not for the other side to know.
        var isHumanitarian = ConstituencyNames.SideOf(asker.Constituency) == Side.Humanitarian;
        return [.. known
            .GroupBy(other => isHumanitarian ? other.Audience.ToString() : AudienceKnowledge.NameOf(other.Audience), StringComparer.Ordinal)
            .Select(named => Describe(
                named.Key,
                named.First().Audience,
                named.Any(other => other.Holds),
                reviews.GetValueOrDefault(Targets.Of(named.First().Audience)),
                item,
                channel,
                rulings))];
    }

    private static Other Describe(
        string code, Audience audience, bool holds, ReviewRow? review, ItemVersioned item, ChannelState channel, Rulings rulings)
    {
        var label = AudienceLabels.Of(code);
        if (review is { Progress: ReviewState.Open })
        {
            return new Other(code, "in-review", $"Waits for a coordinator before it goes to {label}.");
        }

        if (holds)
        {
            return new Other(code, "shown", $"Shown to {label}, as far as the rules allow.");
        }

        if (review is { Progress: ReviewState.Returned })
        {
            return new Other(code, "returned", $"A coordinator returned it instead of releasing it to {label}.");
        }

        var decision = rulings.Explain(item, channel, audience, organisation: null);
        var why = Rulings.ReachOf(item, audience, organisation: null) == ReleaseReach.None
            ? $"Its author did not release it to {label}."
            : decision.Reasons.FirstOrDefault(reason => reason.Kind != ReasonKind.Grant)?.Sentence ?? $"The rules give {label} nothing of it.";
        return new Other(code, "withheld", why);
    }
}
