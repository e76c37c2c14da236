using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Tells the coordinators of a channel that an item of it is quarantined, until one of them settles it: its reference, and nothing of what it says or who
/// wrote it.
/// </summary>
internal static class QuarantineNotice
{
    public const string Kind = "quarantine";

    public static async Task KeepAsync(ItemWork work)
    {
        var stream = work.Stream(StreamScope.Review, string.Empty);
        var held = work.Held.GetValueOrDefault(stream);
        var waits = work.Item.Status == ItemStatus.Quarantined && work.Settled is null;
        if (waits && held is null)
        {
            await work.Writer.PutFirstAsync(work.Item.Item, new FirstView(stream, View(work.Item), Disclosure: 0, Expires: null));
        }
        else if (!waits && held is not null)
        {
            await work.Writer.RecallAsync(stream, work.Item.Item, held);
        }
    }

    private static ItemView View(ItemVersioned item)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { kind = Kind, channel = item.Channel, reference = item.Reference, status = item.Status }, ViewJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(item.Item), .. body]));
        return new ItemView(hash, Kind, item.Status, null, null, null, body, string.Empty, hash) { Matter = hash, Held = hash };
    }
}
