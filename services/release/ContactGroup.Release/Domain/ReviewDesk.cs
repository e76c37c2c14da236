using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Keeps the coordinators' queue in line with what waits: one review per item and target, opened when a target would get bytes nobody has looked at,
/// overtaken when those bytes change, and left alone when they do not.
/// </summary>
internal static class ReviewDesk
{
    /// <summary>Opens and overtakes reviews of an item, and says where they stand.</summary>
    public static async Task<Settlement> SettleAsync(ItemWork work, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var connection = work.Scope.Connection;
        var reviews = work.IsFirst ? [] : await ReviewRows.LatestAsync(connection, work.Item.Item);
        var stands = Stands(work);
        var settled = new Settlement(reviews, KeptBack(work));
        var needed = outcomes
            .Where(outcome => Settlement.Waits(outcome) && MayBeLookedAt(work.Item, outcome.Audience))
            .GroupBy(outcome => Targets.Of(outcome.Audience), StringComparer.Ordinal)
            .ToDictionary(target => target.Key, Propose, StringComparer.Ordinal);

        foreach (var review in reviews.Values.Where(review => review.Progress == ReviewState.Open).ToList())
        {
            if (!needed.TryGetValue(review.Target, out var proposals) || !string.Equals(HashOf(work, review.Target, proposals), review.Hash, StringComparison.Ordinal))
            {
                reviews[review.Target] = await OvertakeAsync(work, review);
            }
            else if (!string.Equals(review.Stood, stands, StringComparison.Ordinal))
            {
                await ReviewRows.StandsAsync(connection, review.Review, stands);
            }
        }

        foreach (var (target, proposals) in needed)
        {
            var latest = reviews.GetValueOrDefault(target);
            var decided = latest is not null
                && latest.Progress != ReviewState.Overtaken
                && !(latest.Progress == ReviewState.Returned && latest.Stood is { } stood && !string.Equals(stood, stands, StringComparison.Ordinal))
                && string.Equals(latest.Hash, HashOf(work, target, proposals), StringComparison.Ordinal);
            if (!decided)
            {
                var widens = outcomes.Any(outcome => outcome.Widened && string.Equals(Targets.Of(outcome.Audience), target, StringComparison.Ordinal));
                reviews[target] = await OpenAsync(work, target, proposals, widens, FilesOf(outcomes, proposals));
            }
        }

        return settled;
    }

    // Words that were given back are not asked about again because somebody was reminded; that a convoy was cancelled is.
    private static string Stands(ItemWork work) => string.Join(' ', work.Schema.LifeCycle
        .Where(field => field.Shape == FieldShape.Code)
        .Select(field => work.Item.Content[field.Name]?.ToString()));

    /// <summary>
    /// Whether a coordinator may be asked. INVARIANT: what its author lets their own side have and coordination not is shown to no coordinator, not even to
    /// decide whether that side gets it again after it was taken back from there. It stays back.
    /// </summary>
    private static bool MayBeLookedAt(ItemVersioned item, Audience audience) =>
        !Relations.IsOwnSide(Rulings.OriginOf(item).Audience, audience)
        || Rulings.ReachOf(item, new Audience(Constituency.Coordination, Force: null), organisation: null) == ReleaseReach.Full;

    /// <summary>Takes a review off the queue of every coordinator who watches.</summary>
    public static async Task TakeOffAsync(StreamAppender writer, string reviewStream, HeldRow? held, string review)
    {
        if (held is not null)
        {
            await writer.RecallAsync(reviewStream, review, held);
        }
    }

    /// <summary>Recalls after which nothing was released again.</summary>
    private static Dictionary<string, RecallRow> KeptBack(ItemWork work)
    {
        var again = work.Releases.Keys.Select(audience => Targets.Of(Audience.Parse(audience))).ToHashSet(StringComparer.Ordinal);
        return work.Recalls.Where(recall => !again.Contains(recall.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static Proposal[] Propose(IEnumerable<AudienceOutcome> outcomes) =>
        [.. outcomes
            .OrderBy(outcome => outcome.Audience.ToString(), StringComparer.Ordinal)
            .Select(outcome => new Proposal(outcome.Audience.ToString(), (long)outcome.Disclosure.Bits, outcome.View!.Matter))];

    /// <summary>
    /// What a coordinator looks at. INVARIANT: that it was taken back is part of it. A review from before a recall is overtaken by it, so that nobody who
    /// had that one before them undoes the recall without knowing of it.
    /// </summary>
    private static string HashOf(ItemWork work, string target, Proposal[] proposals)
    {
        var lines = proposals.Select(p => $"{p.Audience} {p.Disclosure} {p.Hash}");
        var looked = work.Recalls.TryGetValue(target, out var recall) ? lines.Append($"recalled {recall.At}") : lines;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', looked))));
    }

    private static async Task<ReviewRow> OvertakeAsync(ItemWork work, ReviewRow review)
    {
        await ReviewRows.CloseAsync(work.Scope.Connection, review.Review, ReviewState.Overtaken, work.At, by: null, note: null);
        var stream = work.Stream(StreamScope.Review, string.Empty);
        var held = await HeldRows.OfItemAsync(work.Scope.Connection, review.Review);
        await TakeOffAsync(work.Writer, stream, held.GetValueOrDefault(stream), review.Review);
        return review with { State = (long)ReviewState.Overtaken };
    }

    /// <summary>Files of what is proposed: a coordinator opens them as the other side would get them.</summary>
    private static IReadOnlyList<ShownFile> FilesOf(IReadOnlyList<AudienceOutcome> outcomes, Proposal[] proposals) =>
        [.. outcomes
            .Where(outcome => proposals.Any(proposal => string.Equals(proposal.Hash, outcome.View?.Matter, StringComparison.Ordinal)))
            .SelectMany(outcome => outcome.View!.Files)
            .DistinctBy(file => file.File, StringComparer.Ordinal)];

    private static async Task<ReviewRow> OpenAsync(ItemWork work, string target, Proposal[] proposals, bool widens, IReadOnlyList<ShownFile> files)
    {
        var review = new ReviewRow(
            Ids.New(),
            work.Item.Item,
            work.Channel.Channel,
            target,
            work.Item.Version,
            HashOf(work, target, proposals),
            JsonSerializer.Serialize(proposals, ViewJson.Options),
            (long)ReviewState.Open,
            work.At,
            Note: null,
            Widening: widens ? 1 : 0,
            Stood: Stands(work));
        await ReviewRows.AddAsync(work.Scope.Connection, review);
        var notice = Notice(work, review) with { Files = files };
        await work.Writer.PutFirstAsync(review.Review, new FirstView(work.Stream(StreamScope.Review, string.Empty), notice, Disclosure: 0, Expires: null));
        return review;
    }

    /// <summary>What coordinators get live: that something waits, not what. The queue itself has the rest.</summary>
    private static ItemView Notice(ItemWork work, ReviewRow review)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { kind = "review", channel = review.Channel, reference = work.Item.Reference, target = review.Target, status = "open" }, ViewJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(review.Review), .. body]));
        return new ItemView(hash, "review", "open", null, null, null, body, string.Empty, hash) { Matter = hash, Held = hash };
    }
}
