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
    private const int MostVersions = 1_000;

    /// <summary>Kinds of items that are notified to others and have a record.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [MovementSchema.Schema.Kind, SiteSchema.Schema.Kind];

    /// <summary>The record as of now; null for an item of which none is kept.</summary>
    /// <param name="connection">A snapshot, or the caller's transaction.</param>
    /// <param name="item">The notification.</param>
    /// <param name="incident">The incident that it is kept for; null for the record of now.</param>
    public async Task<RecordFile?> WriteAsync(DbConnection connection, ItemVersioned item, ForIncident? incident = null)
    {
        // Only the humanitarian side notifies. What others may know of who had their items is less, and no record of it is made.
        if (!Kinds.Contains(item.Kind, StringComparer.Ordinal) || Rulings.OriginOf(item).Audience.Side != Side.Humanitarian)
        {
            return null;
        }

        var chain = new RecordChain();
        chain.Add(About(item, incident));
        var versions = new RecordedVersions(await HistoryRows.LatestAsync(connection, item.Item, MostVersions));
        Add(chain, versions.Receipts());
        var exposure = ExposureReport.For(
            Rulings.OriginOf(item),
            await SpanRows.OfItemAsync(connection, item.Item),
            await ReceiptRows.OfItemAsync(connection, item.Item),
            isOver: item.Expires <= clock.GetUtcNow());
        Add(chain, exposure.SelectMany(RecordedExposure.Of));
        Add(chain, await ReleasesAsync(connection, item));
        Add(chain, versions.Lines());
        Add(chain, await ViewsAsync(connection, item.Item, exposure));
        Add(chain, versions.Said());
        Add(chain, versions.CheckIns());
        if (await HistoryRows.CountAsync(connection, item.Item) - MostVersions is > 0 and var earlier)
        {
            chain.Add(new JsonObject { ["kind"] = "left-out", ["versions"] = earlier });
        }

        return chain.Close();
    }

    private JsonObject About(ItemVersioned item, ForIncident? incident)
    {
        var about = new JsonObject
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
        if (incident is not null)
        {
            about["incident"] = incident.Incident;
            about["affectedVersion"] = incident.Version;
        }

        return about;
    }

    private static void Add(RecordChain chain, IEnumerable<JsonObject> entries)
    {
        foreach (var entry in entries)
        {
            chain.Add(entry);
        }
    }

    /// <summary>How far it went, as its owner reads it in its own view: what was taken back stands here with the reason.</summary>
    private static async Task<IEnumerable<JsonObject>> ReleasesAsync(DbConnection connection, ItemVersioned item)
    {
        var origin = Rulings.OriginOf(item);
        var own = await StreamRows.ViewInAsync(
            connection, item.Channel, StreamScope.Organisation, Ownership.Subject(origin.Organisation!, origin.Audience), item.Item);
        var notes = own is null ? null : JsonNode.Parse(own)!["releases"] as JsonArray;
        return (notes ?? []).Select(note => new JsonObject { ["kind"] = "release", ["note"] = note!.DeepClone() });
    }

    private static async Task<IReadOnlyList<JsonObject>> ViewsAsync(DbConnection connection, string item, IReadOnlyList<AudienceExposure> exposure)
    {
        var views = new List<JsonObject>();
        foreach (var hash in exposure.Where(RecordedExposure.IsOfAnotherSide).SelectMany(one => one.Held).SelectMany(held => held.Hashes).Distinct(StringComparer.Ordinal))
        {
            if (await ShownViewRows.BodyAsync(connection, item, hash) is { } body && HashOf(item, body) == hash)
            {
                views.Add(new JsonObject { ["kind"] = "view", ["hash"] = hash, ["body"] = Encoding.UTF8.GetString(body) });
            }
        }

        return views;
    }

    private static string HashOf(string item, byte[] body) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(item), .. body]));
}

/// <summary>Why a record is kept.</summary>
/// <param name="Incident">The incident that was linked to the notification.</param>
/// <param name="Version">The version that its reporter held then; null when that was not told.</param>
internal sealed record ForIncident(string Incident, int? Version);
