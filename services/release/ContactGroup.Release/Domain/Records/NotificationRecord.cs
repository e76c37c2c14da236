using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Microsoft.Extensions.Options;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// The record of a notification: what was said in which version, who was shown which bytes and when, who received it, and how far it went. INVARIANT: made of
/// what its owner may read by other ways and of nothing else: its history, its exposure report, its own view, and bytes that were cut from its own words.
/// </summary>
internal sealed class NotificationRecord(TimeProvider clock, IOptions<ReleaseOptions> options)
{
    private const int MostVersions = 20_000;
    private const int Page = 200;

    // Room of each part, in characters. Of what is about parties, each has the same share of it.
    private const int OfSmall = 256 * 1024;
    private const int OfWords = 4 * 1024 * 1024;
    private const int OfViews = 4 * 1024 * 1024;
    private const int OfExposure = 2 * 1024 * 1024;
    private const int OfReceipts = 2 * 1024 * 1024;
    private const int OfLines = 1024 * 1024;
    private const int OfCheckIns = 1024 * 1024;

    /// <summary>Kinds of items that are notified to others and have a record.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [MovementSchema.Schema.Kind, SiteSchema.Schema.Kind];

    /// <summary>Whether there is a record of the item. Only the humanitarian side notifies: what others may know of who had their items is less, and no record of it is made.</summary>
    public static bool IsOf(ItemVersioned item) =>
        Kinds.Contains(item.Kind, StringComparer.Ordinal) && Rulings.OriginOf(item).Audience.Side == Side.Humanitarian;

    /// <summary>The record as of now; null for an item of which none is kept.</summary>
    /// <param name="connection">A snapshot, or the caller's transaction.</param>
    /// <param name="item">The notification.</param>
    public async Task<RecordFile?> WriteAsync(DbConnection connection, ItemVersioned item) =>
        IsOf(item) ? await WriteAsync(connection, item, await SourcesAsync(connection, item)) : null;

    /// <summary>What the record of now is made of.</summary>
    public Task<RecordSources> SourcesAsync(DbConnection connection, ItemVersioned item) => RecordSources.ReadAsync(connection, item, clock.GetUtcNow());

    /// <summary>The record of what was gathered.</summary>
    public async Task<RecordFile> WriteAsync(DbConnection connection, ItemVersioned item, RecordSources sources)
    {
        var chain = new RecordChain();
        chain.Begin(OfSmall);
        chain.Add(About(item));
        var versions = await VersionsAsync(connection, item.Item);
        chain.Begin(OfWords);
        versions.AddSaid(chain);
        var cut = AddShares(chain, OfExposure, [.. sources.Exposure.SelectMany(one => RecordedExposure.Of(one).Select(entry => new PartyEntry(one.Audience, entry)))]);
        AddShares(chain, OfReceipts, versions.Receipts);
        chain.Begin(OfSmall);
        Add(chain, Untold(versions, sources.Exposure, cut));
        Add(chain, sources.Releases);
        AddShares(chain, OfViews, await ViewsAsync(connection, item.Item, sources.Exposure));
        AddShares(chain, OfLines, versions.Lines);
        chain.Begin(OfCheckIns);
        Add(chain, versions.CheckIns);
        if (sources.Versions - MostVersions is > 0 and var earlier)
        {
            chain.Begin(OfSmall);
            chain.Add(new JsonObject { ["kind"] = "left-out", ["versions"] = earlier });
        }

        return chain.Close();
    }

    private JsonObject About(ItemVersioned item) => new()
    {
        ["kind"] = "record",
        ["format"] = RecordChain.Format,
        ["item"] = item.Item,
        ["itemKind"] = item.Kind,
        ["reference"] = item.Reference,
        ["channel"] = item.Channel,
        ["organisation"] = new JsonObject { ["id"] = item.Origin.Organisation, ["name"] = item.Origin.OrganisationName },
        ["exercise"] = item.Exercise,
        ["asOf"] = Frames.Instant(clock.GetUtcNow().ToMicroseconds()),
        ["exposureKeptDays"] = options.Value.ExposureDays,
    };

    private static async Task<RecordedVersions> VersionsAsync(DbConnection connection, string item)
    {
        var versions = new RecordedVersions(OfWords);
        var after = await HistoryRows.BeforeLatestAsync(connection, item, MostVersions);
        while (true)
        {
            var page = await HistoryRows.AfterAsync(connection, item, after, Page);
            foreach (var row in page)
            {
                versions.Take(row);
            }

            if (page.Count < Page)
            {
                return versions;
            }

            after = page[^1].Version;
        }
    }

    private static void Add(RecordChain chain, IEnumerable<JsonObject> entries)
    {
        foreach (var entry in entries)
        {
            chain.Add(entry);
        }
    }

    /// <summary>Adds entries party by party; says of which parties not all had room. INVARIANT: no party takes room from another.</summary>
    private static HashSet<string> AddShares(RecordChain chain, int most, IReadOnlyList<PartyEntry> entries)
    {
        var cut = new HashSet<string>(StringComparer.Ordinal);
        var parties = entries.GroupBy(entry => entry.Party, StringComparer.Ordinal).ToList();
        foreach (var party in parties)
        {
            chain.Begin(most / parties.Count);
            foreach (var entry in party)
            {
                if (!chain.Add(entry.Entry))
                {
                    cut.Add(party.Key);
                }
            }
        }

        return cut;
    }

    /// <summary>Parties of which the record does not tell all that they were shown, so that their receipts for the rest are proven by nothing in it.</summary>
    private IEnumerable<JsonObject> Untold(RecordedVersions versions, IReadOnlyList<AudienceExposure> exposure, HashSet<string> cut)
    {
        foreach (var party in cut.Order(StringComparer.Ordinal))
        {
            yield return new JsonObject { ["kind"] = "untold", ["to"] = party, ["why"] = "left-out" };
        }

        var remembered = Frames.Instant((clock.GetUtcNow() - TimeSpan.FromDays(options.Value.ExposureDays)).ToMicroseconds());
        var shown = exposure.SelectMany(one => one.Held.SelectMany(held => held.Hashes).Select(hash => (one.Audience, hash))).ToHashSet();
        foreach (var party in versions.Receipts
            .Where(receipt => !shown.Contains((receipt.Party, (string?)receipt.Entry["hash"] ?? string.Empty)))
            .Where(receipt => string.CompareOrdinal((string?)receipt.Entry["at"], remembered) < 0)
            .Select(receipt => receipt.Party)
            .Distinct(StringComparer.Ordinal))
        {
            yield return new JsonObject { ["kind"] = "untold", ["to"] = party, ["why"] = "forgotten", ["before"] = remembered };
        }
    }

    private static async Task<IReadOnlyList<PartyEntry>> ViewsAsync(DbConnection connection, string item, IReadOnlyList<AudienceExposure> exposure)
    {
        var (first, others) = (new List<PartyEntry>(), new List<PartyEntry>());
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in exposure.Where(RecordedExposure.IsOfAnotherSide))
        {
            var editions = new HashSet<string>(StringComparer.Ordinal);
            foreach (var hash in one.Held.SelectMany(held => held.Hashes).Where(known.Add))
            {
                if (await ShownViewRows.BodyAsync(connection, item, hash) is { } body && HashOf(item, body) == hash)
                {
                    // A party's own receipts make views that differ in nothing else; those of another version go before them.
                    var edition = JsonNode.Parse(body)?["fields"]?["version"]?.ToJsonString() ?? string.Empty;
                    (editions.Add(edition) ? first : others).Add(
                        new PartyEntry(one.Audience, new JsonObject { ["kind"] = "view", ["hash"] = hash, ["body"] = Encoding.UTF8.GetString(body) }));
                }
            }
        }

        return [.. first, .. others];
    }

    private static string HashOf(string item, byte[] body) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(item), .. body]));
}
