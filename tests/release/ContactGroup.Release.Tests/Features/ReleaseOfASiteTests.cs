using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

public sealed class ReleaseOfASiteTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private static readonly string[] ForTheOwnSideAlone = ["function", "relation", "notes", "removalReason", "staff", "occupants", "recipients", "notifiedBy"];

    [Fact]
    public async Task A_named_force_gets_exactly_the_listed_fields_at_once_and_precisely()
    {
        var site = Site();

        await app.TakeAsync(site);

        var seen = await app.GetAsync(Exercise.North, $"items/{site.Item}");
        Assert.Equal(200, seen.Status);
        var fields = seen.Body["fields"]!.AsObject();
        var listed = SiteSchema.Schema.Fields.Select(field => field.Name).Except(ForTheOwnSideAlone, StringComparer.Ordinal).ToList();
        Assert.Equal(listed.Order(StringComparer.Ordinal), fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        foreach (var whole in listed.Except(["organisation", "dispatch"], StringComparer.Ordinal))
        {
            Assert.True(JsonNode.DeepEquals(site.Content[whole], fields[whole]), whole);
        }

        foreach (var hidden in new[] { "Relief North", "Amal", "southern-force", "RELOCATED", "Surgery", "OPERATES", "guards" })
        {
            Assert.DoesNotContain(hidden, seen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_force_gets_the_answer_of_a_thing_that_does_not_exist_and_no_entry()
    {
        var site = Site();
        var before = await HeadAsync(Exercise.South);

        await app.TakeAsync(site);

        var hidden = await app.GetAsync(Exercise.South, $"items/{site.Item}");
        var absent = await app.GetAsync(Exercise.South, $"items/{Ids.New()}");
        Assert.Equal((absent.Status, absent.Code), (hidden.Status, hidden.Code));
        Assert.Equal(404, hidden.Status);
        Assert.Equal(before, await HeadAsync(Exercise.South));
    }

    [Fact]
    public async Task Who_is_of_no_side_of_the_conflict_and_of_no_humanitarian_one_gets_nothing()
    {
        var (site, envoy) = (Site(), Exercise.Of("Envoy", "Mission", Constituency.Political));
        await app.JoinAsync(envoy);

        await app.TakeAsync(site);

        Assert.Equal(404, (await app.GetAsync(envoy, $"items/{site.Item}")).Status);
    }

    [Fact]
    public async Task The_humanitarian_side_gets_all_of_it()
    {
        var site = Site();

        await app.TakeAsync(site);

        foreach (var colleague in new[] { Exercise.Amal, Exercise.Chidi, Exercise.Olena })
        {
            var fields = (await app.GetAsync(colleague, $"items/{site.Item}")).Body["fields"]!.AsObject();
            Assert.Equal(SiteSchema.Schema.Fields.Count, fields.Count);
        }
    }

    [Fact]
    public async Task A_force_finds_a_site_by_its_kind_and_by_what_it_is_shown_and_not_by_what_it_is_not()
    {
        var site = Site();
        await app.TakeAsync(site);

        Assert.True(await FindsAsync(Exercise.North, "items?kind=site", site));
        Assert.True(await FindsAsync(Exercise.North, "items?q=Larkspur", site));
        Assert.False(await FindsAsync(Exercise.North, "items?q=surgery", site));
        Assert.True(await FindsAsync(Exercise.Chidi, "items?q=surgery", site));
        Assert.False(await FindsAsync(Exercise.South, "items?kind=site", site));
        Assert.False(await FindsAsync(Exercise.South, "items?q=Larkspur", site));
    }

    [Theory]
    [InlineData("name", "Clinic, ask for +999 11 555 0199")]
    [InlineData("roofMarking", "UN at 35.12345, 39.51234")]
    [InlineData("admin2", "TLP:AMBER")]
    public async Task Words_that_tell_too_much_hold_the_whole_site_back_from_a_force_and_from_nobody_of_the_own_side(string field, string words)
    {
        var site = Site();
        site.Content[field] = words;

        await app.TakeAsync(site);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{site.Item}")).Status);
        Assert.Equal(["military:northern-force"], (await app.CheckAsync(Exercise.Amal, Site(after: site, but: (field, words)), fingerprint: null)).Waiting);
    }

    [Fact]
    public async Task Words_that_do_not_cross_hold_nothing_back()
    {
        var site = Site(but: ("notes", "Ask for +999 11 555 0199"));

        await app.TakeAsync(site);

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Status);
    }

    [Fact]
    public async Task A_marking_above_unclassified_quarantines_the_site()
    {
        var site = Site(but: ("name", "NATO SECRET"));

        await app.TakeAsync(site);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Status);
        Assert.DoesNotContain("NATO SECRET", (await app.GetAsync(Exercise.Amal, $"items/{site.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_changes_nothing_a_force_may_see_gives_it_no_entry()
    {
        var site = Site();
        await app.TakeAsync(site);
        var before = await HeadAsync(Exercise.North);

        await app.TakeAsync(Site(after: site, but: ("occupants", 41)));

        Assert.Equal(before, await HeadAsync(Exercise.North));
        Assert.Equal(41, (int)(await app.GetAsync(Exercise.Chidi, $"items/{site.Item}")).Body["fields"]!["occupants"]!);
    }

    [Fact]
    public async Task Naming_a_force_no_longer_recalls_the_site_there_and_leaves_the_other_force_alone()
    {
        var site = Site(["military:northern-force", "military:southern-force"]);
        await app.TakeAsync(site);
        var before = await HeadAsync(Exercise.South);

        await app.TakeAsync(Site(["military:southern-force"], site));

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.South, $"items/{site.Item}")).Status);
        Assert.Equal(before, await HeadAsync(Exercise.South));
    }

    [Fact]
    public async Task A_force_sees_its_own_line_alone()
    {
        var site = Site(["military:northern-force", "military:southern-force"]);

        await app.TakeAsync(site);

        var lines = (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Body["fields"]!["dispatch"]!;
        Assert.Equal("""[{"state":"SENT","version":1}]""", lines.ToJsonString());
    }

    [Fact]
    public async Task A_removed_site_is_shown_as_removed_without_the_reason_and_then_no_more()
    {
        var site = Site();
        await app.TakeAsync(site);
        await app.TakeAsync(Site(after: site, but: ("state", "REMOVED")) with { Expires = app.Clock.GetUtcNow().AddHours(2) });

        var removed = await app.GetAsync(Exercise.North, $"items/{site.Item}");
        Assert.Equal("REMOVED", (string?)removed.Body["fields"]!["state"]);
        Assert.DoesNotContain("RELOCATED", removed.Text, StringComparison.Ordinal);
        app.Clock.Leap(TimeSpan.FromHours(3));

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{site.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{site.Item}")).Status);
    }

    [Fact]
    public async Task The_owner_is_told_who_had_it()
    {
        var site = Site();
        await app.TakeAsync(site);
        await app.GetAsync(Exercise.North, $"items/{site.Item}");

        var report = await app.GetAsync(Exercise.Basma, $"items/{site.Item}/exposure");

        Assert.Contains("military:northern-force", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("military:southern-force", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_force_is_told_the_names_of_what_a_later_version_has_different()
    {
        var site = Site();
        await app.TakeAsync(site);
        var next = Site(after: site, but: ("roofMarking", "A blue cross."));
        next.Content["version"] = (int)site.Content["version"]! + 1;
        next.Content["notes"] = "Canary of a remark.";

        await app.TakeAsync(next);

        var seen = await app.GetAsync(Exercise.North, $"items/{site.Item}");
        Assert.Equal("""["roofMarking"]""", seen.Body["changed"]!.ToJsonString());
        Assert.DoesNotContain("notes", seen.Text, StringComparison.Ordinal);
    }

    private async Task<bool> FindsAsync(Participant who, string address, ItemVersioned site) =>
        (await app.GetAsync(who, address)).Body["items"]!.AsArray().Any(item => (string?)item!["item"] == site.Item);

    private async Task<long> HeadAsync(Participant who) => (long)(await app.StreamAsync(who))["head"]!;

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };

    private ItemVersioned Site(string[]? forces = null, ItemVersioned? after = null, (string Field, JsonNode Value)? but = null)
    {
        var named = (forces ?? ["military:northern-force"]).Select(force => $"audience:{force}").ToArray();
        var incident = app.Incident();
        var content = new JsonObject
        {
            ["notice"] = "NOTIFICATION_ONLY",
            ["version"] = 1,
            ["state"] = "NOTIFIED",
            ["siteType"] = "CLINIC_PHC",
            ["dispatch"] = new JsonArray([.. named.Select(atom => new JsonObject
            {
                ["to"] = atom["audience:".Length..], ["state"] = "SENT", ["version"] = 1, ["at"] = "2026-03-01T08:00:00Z",
            })]),
            ["name"] = "Larkspur clinic",
            ["localName"] = "عيادة",
            ["country"] = "SYR",
            ["admin1"] = "Plains",
            ["admin1Pcode"] = "SY07",
            ["admin2"] = "Riverbank",
            ["admin2Pcode"] = "SY0703",
            ["position"] = At(35.123456, 39.512345),
            ["coordinateMethod"] = "GPS_ON_SITE",
            ["accuracy"] = 8,
            ["footprint"] = new JsonArray(At(35.1230, 39.5120), At(35.1230, 39.5130), At(35.1240, 39.5130)),
            ["validFrom"] = "2025-11-01T00:00:00Z",
            ["validUntil"] = "2026-11-01T00:00:00Z",
            ["revalidatedAt"] = "2026-03-01T08:00:00Z",
            ["revalidateBy"] = "2026-05-30T08:00:00Z",
            ["buildings"] = 2,
            ["roofMarking"] = "Red crescent on white",
            ["callContact"] = new JsonObject { ["name"] = "Site lead", ["phone"] = "+999 11 555 0134" },
            ["function"] = "Surgery and births.",
            ["relation"] = "OPERATES",
            ["notes"] = "The guards change at noon.",
            ["removalReason"] = "RELOCATED",
            ["staff"] = 12,
            ["occupants"] = 40,
            ["recipients"] = new JsonArray([.. named.Select(atom => JsonValue.Create(atom["audience:".Length..]))]),
            ["organisation"] = new JsonObject { ["id"] = Exercise.Amal.OrganisationId, ["name"] = "Relief North", ["constituency"] = "ingo" },
            ["notifiedBy"] = new JsonObject { ["id"] = Exercise.Amal.PersonId, ["name"] = "Amal" },
        };
        if (but is { } change)
        {
            content[change.Field] = change.Value;
        }

        return incident with
        {
            Item = after?.Item ?? incident.Item,
            Version = (after?.Version ?? 0) + 1,
            Kind = SiteSchema.Schema.Kind,
            Reference = after?.Reference ?? $"HNS-{Ids.New()[..4]}-{Ids.New()[..4]}",
            Sensitivity = Sensitivity.Moderate,
            ReleaseTo = ["own-side", .. named],
            Recipients = named,
            Content = content,
        };
    }
}
