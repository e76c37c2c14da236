using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What each side gets of a notice of an access constraint.</summary>
public sealed class ReleaseOfAnAccessNoticeTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] AtOnce = ["admin1", "admin1Pcode", "constraintType", "country", "expectedEnd", "severity", "startedAt"];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_humanitarian_side_gets_all_of_it()
    {
        var notice = Notice();

        await app.TakeAsync(notice);

        foreach (var colleague in new[] { Exercise.Amal, Exercise.Chidi, Exercise.Dora, Exercise.Olena })
        {
            var fields = (await app.GetAsync(colleague, $"items/{notice.Item}")).Body["fields"]!.AsObject();
            Assert.Equal("Canary talks with the governor.", (string?)fields["negotiation"]);
            Assert.Equal(notice.Content.Count, fields.Count);
        }
    }

    [Fact]
    public async Task A_force_that_is_named_gets_type_area_severity_days_and_summary_after_review_and_another_force_nothing()
    {
        var notice = Notice();
        await app.TakeAsync(notice);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{notice.Item}")).Status);

        await app.ReleaseAllAsync();

        var seen = await app.GetAsync(Exercise.North, $"items/{notice.Item}");
        var fields = seen.Body["fields"]!.AsObject();
        Assert.Equal([.. AtOnce.Append("summary").Order(StringComparer.Ordinal)], fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("2026-02-20", (string?)fields["startedAt"]!["day"]);
        Assert.DoesNotContain("Canary", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Relief North", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12.3456", seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{notice.Item}")).Status);
    }

    [Fact]
    public async Task In_cooperation_all_but_the_summary_of_one_of_low_sensitivity_goes_at_once()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var notice = Notice() with { Sensitivity = Sensitivity.Low };

        await app.TakeAsync(notice);

        var fields = (await app.GetAsync(Exercise.North, $"items/{notice.Item}")).Body["fields"]!.AsObject();
        Assert.Equal(AtOnce, fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Single(await app.ReviewsAsync());
    }

    [Fact]
    public async Task A_finding_in_the_summary_holds_back_the_text_and_not_the_rest()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var notice = Notice() with { Sensitivity = Sensitivity.Low };
        notice.Content["summary"] = "Stopped at 33.5138, 36.2765.";

        await app.TakeAsync(notice);

        var fields = (await app.GetAsync(Exercise.North, $"items/{notice.Item}")).Body["fields"]!.AsObject();
        Assert.Equal(AtOnce, fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        var finding = Assert.Single(Assert.Single(await app.ReviewsAsync())["findings"]!.AsArray())!;
        Assert.Equal(("summary", "coordinate"), ((string?)finding["field"], (string?)finding["kind"]));
    }

    [Theory]
    [InlineData(Posture.Cooperation, Sensitivity.Low)]
    [InlineData(Posture.Cooperation, Sensitivity.High)]
    [InlineData(Posture.Coexistence, Sensitivity.Low)]
    [InlineData(Posture.Coexistence, Sensitivity.High)]
    [InlineData(Posture.Distance, Sensitivity.Low)]
    [InlineData(Posture.Distance, Sensitivity.Moderate)]
    public async Task How_talks_go_leaves_the_humanitarian_side_in_no_posture_and_by_no_way(Posture posture, Sensitivity sensitivity)
    {
        await app.OpenChannelAsync(app.Plenary, RoomWithForces(posture), posture);
        var notice = Notice() with { Sensitivity = sensitivity, ReleaseTo = ["all", "audience:military:northern-force"], Recipients = ["audience:military:northern-force"] };
        await app.TakeAsync(notice);
        await app.ReleaseAllAsync();

        foreach (var outsider in new[] { Exercise.North, Exercise.South })
        {
            foreach (var question in new[] { $"items/{notice.Item}", $"items/{notice.Item}/explanation", $"items/{notice.Item}/history", "items", "items?q=talks", "items?q=governor" })
            {
                Assert.DoesNotContain("Canary", (await app.GetAsync(outsider, question)).Text, StringComparison.Ordinal);
            }

            Assert.Equal(0, (int)(await app.GetAsync(outsider, "items?q=governor")).Body["count"]!);
            Assert.DoesNotContain(await app.EntriesAsync(outsider), entry => entry.ToJsonString().Contains("Canary", StringComparison.Ordinal));
        }

        Assert.Equal(1, (int)(await app.GetAsync(Exercise.Chidi, "items?q=governor")).Body["count"]!);
    }

    [Theory]
    [InlineData(Posture.Cooperation)]
    [InlineData(Posture.Coexistence)]
    [InlineData(Posture.Distance)]
    public async Task An_author_sees_before_that_no_force_gets_how_talks_go(Posture posture)
    {
        await app.OpenChannelAsync(app.Plenary, RoomWithForces(posture), posture);

        var preview = await app.PostAsync(Exercise.Amal, "preview", new
        {
            channel = app.Plenary,
            kind = "access-constraint",
            content = Notice().Content,
            sensitivity = "low",
            releaseTo = new[] { "own-side", "audience:military:northern-force", "side:political" },
        });

        Assert.Equal(200, preview.Status);
        var others = preview.Body["views"]!.AsArray().Where(view => IsOutside((string)view!["audience"]!)).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, view => Assert.DoesNotContain("Canary", view!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_linked_is_named_to_those_alone_who_hold_it()
    {
        var hidden = app.Incident() with { ReleaseTo = ["own-organisation"] };
        var notice = Notice();
        notice.Content["linkedIncident"] = hidden.Item;
        await app.TakeAsync(hidden);

        await app.TakeAsync(notice);

        Assert.Equal(hidden.Item, (string?)(await app.GetAsync(Exercise.Amal, $"items/{notice.Item}")).Body["fields"]!["linkedIncident"]);
        Assert.DoesNotContain(hidden.Item, (await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_movement_is_named_to_who_holds_it_and_of_two_links_one_is_shown()
    {
        var incident = app.Incident();
        var (one, two) = (Notice(), Notice());
        one.Content["linkedNotification"] = incident.Item;
        (two.Content["linkedIncident"], two.Content["linkedNotification"]) = (incident.Item, Contracts.Ids.New());
        await app.TakeAsync(incident);

        await app.TakeAsync(one);
        await app.TakeAsync(two);

        Assert.Equal(incident.Item, (string?)(await app.GetAsync(Exercise.Amal, $"items/{one.Item}")).Body["fields"]!["linkedNotification"]);
        Assert.DoesNotContain((string)two.Content["linkedNotification"]!, (await app.GetAsync(Exercise.Amal, $"items/{two.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_reads_how_it_went_on_and_nobody_else_does()
    {
        var notice = Notice();
        await app.TakeAsync(notice);
        var over = notice with { Version = 2, Status = ItemStatus.Closed, Content = (JsonObject)notice.Content.DeepClone() };
        (over.Content["state"], over.Content["severity"], over.Content["endedAt"]) = ("RESOLVED", "1", "2026-03-01T08:00:00Z");
        await app.TakeAsync(over);

        var history = (await app.GetAsync(Exercise.Basma, $"items/{notice.Item}/history")).Body["versions"]!.AsArray();

        Assert.Equal(
            [("REPORTED", "3", "current"), ("RESOLVED", "1", "closed")],
            history.Select(version => ((string?)version!["fields"]!["state"], (string?)version["fields"]!["severity"], (string?)version["status"])));
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}/history")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{notice.Item}/history")).Status);
    }

    [Fact]
    public async Task A_state_that_changes_is_nothing_that_a_force_observes_while_the_notice_is_open()
    {
        var notice = Notice();
        await app.TakeAsync(notice);
        await app.ReleaseAllAsync();
        var before = await app.GetAsync(Exercise.North, $"items/{notice.Item}");
        var next = notice with { Version = 2, Content = (JsonObject)notice.Content.DeepClone() };
        (next.Content["state"], next.Content["stateNote"], next.Content["followUpOwner"]) = ("ESCALATED", "To the governor.", "Coordination");

        await app.TakeAsync(next);

        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{notice.Item}"));
    }

    [Fact]
    public async Task What_a_force_raises_reaches_the_humanitarian_side_as_far_as_it_is_released_and_the_other_force_not()
    {
        var notice = Notice() with
        {
            Origin = new ItemOrigin(
                Exercise.North.PersonId, "Liaison North", Exercise.North.OrganisationId!, "Northern force", Constituency.Military, "northern-force"),
            ReleaseTo = ["own-side", "humanitarian"],
        };

        await app.TakeAsync(notice);
        await app.ReleaseAllAsync();

        var seen = await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}");
        Assert.Equal(200, seen.Status);
        Assert.DoesNotContain("Canary", seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{notice.Item}")).Status);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_for_everybody_but_its_owner()
    {
        var notice = Notice();
        await app.TakeAsync(notice);
        await app.ReleaseAllAsync();

        await app.TakeAsync(notice with { Version = 2, Status = ItemStatus.Withdrawn });

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{notice.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{notice.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{notice.Item}")).Status);
    }

    // In distance, forces read what coordination publishes and are in no plenary.
    private static ChannelKind RoomWithForces(Posture posture) => posture == Posture.Distance ? ChannelKind.Notice : ChannelKind.Plenary;

    private static bool IsOutside(string audience) =>
        audience.Contains("military", StringComparison.Ordinal) || audience.Contains("political", StringComparison.Ordinal) || audience.Contains("host-authority", StringComparison.Ordinal);

    private ItemVersioned Notice() => app.Incident() with
    {
        Kind = AccessConstraintSchema.Schema.Kind,
        Reference = "ACN-TEST-0001",
        Content = new JsonObject
        {
            ["constraintType"] = "AC3",
            ["impediment"] = "TRAVEL_PERMIT",
            ["state"] = "REPORTED",
            ["severity"] = "3",
            ["title"] = "Canary title",
            ["startedAt"] = "2026-02-20T05:30:00Z",
            ["expectedEnd"] = "2026-04-01T00:00:00Z",
            ["country"] = "XXA",
            ["admin1"] = "Meridian North",
            ["admin1Pcode"] = "XXA01",
            ["position"] = new JsonObject { ["lat"] = 12.3456, ["lon"] = 45.6789 },
            ["summary"] = "Convoys are stopped at the bridge.",
            ["description"] = "Canary description.",
            ["impact"] = new JsonArray("DELAY"),
            ["sectors"] = new JsonArray("HEALTH"),
            ["peopleAffected"] = "FROM_1000",
            ["imposedByName"] = "Canary Brigade",
            ["actionTaken"] = "Canary action.",
            ["negotiation"] = "Canary talks with the governor.",
            ["source"] = "Canary source",
            ["followUpOwner"] = "Canary adviser",
            ["followUpBy"] = "2026-03-08T00:00:00Z",
            ["organisation"] = new JsonObject { ["id"] = Exercise.Amal.OrganisationId, ["name"] = "Relief North", ["constituency"] = "ingo" },
            ["raisedBy"] = new JsonObject { ["id"] = Exercise.Amal.PersonId, ["name"] = "Amal" },
        },
    };
}
