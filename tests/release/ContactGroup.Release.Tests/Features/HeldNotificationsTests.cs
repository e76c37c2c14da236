using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What another service may reckon with for a person: what the person could read now, as they would read it.</summary>
public sealed class HeldNotificationsTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Asked = ["state", "route", "notes"];

    private readonly ReleaseApp app = new();
    private readonly string room = Ids.New();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenChannelAsync(room, ChannelKind.Notification, Posture.Coexistence, "all");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_named_force_holds_what_it_is_shown_of_the_fields_asked_for()
    {
        var movement = Movement();
        await app.TakeAsync(movement);

        var held = Assert.Single((await ListAsync(Exercise.North)).Notifications);

        Assert.Equal((movement.Item, "HNM-TEST-0001"), (held.Item, held.Reference));
        Assert.Equal(["route", "state"], held.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(movement.Content["route"], held.Fields["route"]));
    }

    [Fact]
    public async Task Who_is_not_named_and_who_is_outside_hold_nothing()
    {
        await app.TakeAsync(Movement());

        foreach (var other in (Participant[])[Exercise.South, Exercise.Stranger, Exercise.North with { PersonId = Ids.New() }, Exercise.North with { Force = "southern-force" }])
        {
            Assert.Empty((await ListAsync(other)).Notifications);
        }
    }

    [Fact]
    public async Task What_waits_for_a_coordinator_is_not_held_and_neither_is_a_later_version_that_does()
    {
        var first = Movement();
        await app.TakeAsync(first);
        var later = Movement(first);
        later.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0199";
        later.Content["route"]![0]!["lat"] = 36.5;
        await app.TakeAsync(later);
        var waiting = Movement();
        waiting.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0199";

        await app.TakeAsync(waiting);

        var held = Assert.Single((await ListAsync(Exercise.North)).Notifications);
        Assert.True(JsonNode.DeepEquals(first.Content["route"], held.Fields["route"]));
    }

    [Fact]
    public async Task What_was_recalled_withdrawn_or_expired_is_not_held()
    {
        var (recalled, withdrawn, expired) = (Movement(), Movement(), Movement() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) });
        await app.TakeAllAsync([recalled, withdrawn, expired]);
        Assert.Equal(3, (await ListAsync(Exercise.North)).Notifications.Count);

        await app.PostAsync(Exercise.Olena, $"items/{recalled.Item}/recall", new { target = "audience:military:northern-force", reason = "Not safe." });
        await app.TakeAsync(Movement(withdrawn) with { Status = ItemStatus.Withdrawn });
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Empty((await ListAsync(Exercise.North)).Notifications);
    }

    [Fact]
    public async Task Who_asks_is_on_the_record_as_if_they_had_read_the_list()
    {
        var movement = Movement();
        await app.TakeAsync(movement);
        Assert.Null(await ReceivedAsync(movement));

        await ListAsync(Exercise.North);

        Assert.NotNull(await ReceivedAsync(movement));
    }

    private async Task<JsonNode?> ReceivedAsync(ItemVersioned movement) =>
        (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}/exposure")).Body["audiences"]!.AsArray()
            .Single(audience => (string?)audience!["audience"] == "military:northern-force")!["received"];

    private async Task<HeldNotificationList> ListAsync(Participant who) =>
        await app.Get<IHeldNotifications>().ListAsync(who.Asks, "movement", Asked, CancellationToken.None);

    private ItemVersioned Movement(ItemVersioned? after = null)
    {
        string[] named = ["audience:military:northern-force"];
        return app.Incident() with
        {
            Item = after?.Item ?? Ids.New(),
            Version = (after?.Version ?? 0) + 1,
            Channel = room,
            Kind = "movement",
            Reference = "HNM-TEST-0001",
            ReleaseTo = ["own-side", .. named],
            Recipients = named,
            Content = new JsonObject
            {
                ["notice"] = "NOTIFICATION_ONLY",
                ["version"] = (after?.Version ?? 0) + 1,
                ["state"] = "NOTIFIED",
                ["windowStart"] = "2026-03-05T06:00:00Z",
                ["windowEnd"] = "2026-03-05T14:00:00Z",
                ["route"] = new JsonArray(
                    new JsonObject { ["type"] = "ORIGIN", ["lat"] = 35.12345, ["lon"] = 39.5 },
                    new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.4, ["lon"] = 39.9 }),
                ["notes"] = "Food for the camp.",
            },
        };
    }
}
