using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Movements.Tests;

/// <summary>What audiences hold of notifications, as release would say.</summary>
internal sealed class FakeHeldNotifications : IHeldNotifications
{
    private readonly ConcurrentQueue<(string Organisation, string Kind, HeldNotification Held)> held = new();

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether there is more than it tells.</summary>
    public bool IsCut { get; set; }

    /// <summary>Whether release does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>From now on an organisation holds a view.</summary>
    /// <returns>The id of the item.</returns>
    public string Give(string? organisation, string kind, JsonObject fields)
    {
        var item = Ids.New();
        held.Enqueue((organisation!, kind, new HeldNotification(item, "REF-" + item[..4], fields)));
        return item;
    }

    public ValueTask<HeldNotificationList> ListAsync(WhoAsks who, string kind, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        Asked++;
        return Away
            ? throw new StoreUnavailableException("release")
            : ValueTask.FromResult(new HeldNotificationList(
                [.. held.Where(one => one.Organisation == who.Organisation && one.Kind == kind).Select(one => one.Held with
                {
                    Fields = new JsonObject(one.Held.Fields.Where(field => fields.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))),
                })],
                !IsCut));
    }
}

/// <summary>Finds a marking in one word, and nothing in any other.</summary>
internal sealed class FakeTextGate : ITextGate
{
    public TextVerdict Check(ReadOnlySpan<byte> utf8) => new(utf8.IndexOf("SECRET"u8) >= 0, []);
}
