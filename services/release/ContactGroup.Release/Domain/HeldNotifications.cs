using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Answers other services which notifications a person's audiences hold now, taken from their views and from nothing else.</summary>
internal sealed class HeldNotifications(Exposures exposures, TimeProvider clock) : IHeldNotifications
{
    private const int Most = 2_000;

    public async ValueTask<HeldNotificationList> ListAsync(WhoAsks who, string kind, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var filter = new ItemFilter(kind, ItemStatus.Current, From: null, To: null, Words: null, Box: null, BeforeTime: null, BeforeItem: null, Most);
        var (views, count) = await exposures.GiveAsync(
            who,
            async connection =>
            {
                var mine = await Readership.OfAsync(connection, who);
                var (found, all, _) = await VisibleItems.QueryAsync(connection, mine, filter, clock.GetUtcNow());
                return (Views: new GivenViews(mine, found), Count: all);
            },
            given => given.Views.OfOthers(opened: false),
            (connection, given) => given.Views.AreHeldAsync(connection, who, clock.GetUtcNow()),
            cancellationToken);
        return new HeldNotificationList([.. views.Items.Select(item => Read(item, fields))], views.Items.Count == count);
    }

    private static HeldNotification Read(VisibleItem item, IReadOnlyList<string> names)
    {
        var body = JsonNode.Parse(item.Body)!;
        var fields = names.Select(name => KeyValuePair.Create(name, body["fields"]?[name]?.DeepClone())).Where(field => field.Value is not null);
        return new HeldNotification(item.Item, (string?)body["reference"] ?? item.Item, new JsonObject(fields));
    }
}
