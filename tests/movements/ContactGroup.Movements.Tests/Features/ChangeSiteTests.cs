using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Movements.Tests.Features;

public sealed class ChangeSiteTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    public static TheoryData<string, string> Acts => new()
    {
        { "amend-site", """{"notes":"x"}""" },
        { "revalidate", "{}" },
        { "remove", """{"reason":"CLOSED"}""" },
        { "withdraw", """{"reason":"y"}""" },
    };

    [Fact]
    public async Task Whoever_is_left_out_of_an_amendment_is_named_no_longer_and_what_it_does_not_say_stays()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        app.Held.Give(People.Colleague.OrganisationId, item);

        var answer = await app.PostAsync(
            People.Colleague, $"items/{item}/amend-site", new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:southern-force")) });

        Assert.Equal(202, answer.Status);
        var fact = await app.FactAsync(item, 2);
        Assert.Equal(["audience:military:southern-force"], fact.Recipients);
        Assert.Equal("Canary clinic", (string?)fact.Content["name"]);
    }

    [Fact]
    public async Task A_force_is_not_named_by_an_amendment()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room(), ("recipients", new JsonArray(Notifications.Named("military:northern-force"))));

        var answer = await app.PostAsync(
            People.Ngo,
            $"items/{item}/amend-site",
            new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:northern-force"), Notifications.Named("police")) });

        Assert.Equal((400, "recipients"), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Theory]
    [InlineData("""{"function":"Surgery too.","notes":"n","staff":13,"occupants":50,"relation":"SUPPORTS"}""", 1)]
    [InlineData("""{"name":"Another name"}""", 2)]
    [InlineData("""{"accuracy":9}""", 2)]
    [InlineData("""{"clear":["roofMarking"]}""", 2)]
    public async Task The_version_rises_with_what_recipients_are_shown_and_with_nothing_else(string change, int version)
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        Assert.Equal(version, (int)(await app.PostAsync(People.Ngo, $"items/{item}/amend-site", change)).Body["version"]!);
    }

    [Fact]
    public async Task A_field_is_taken_out_and_one_that_is_needed_stays()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        var needed = await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"clear":["position"]}""");
        var optional = await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"clear":["footprint","notes"]}""");

        Assert.Equal(["clear[0]"], needed.Fields);
        Assert.Equal(202, optional.Status);
        Assert.False((await app.FactAsync(item, 2)).Content.ContainsKey("footprint"));
    }

    [Fact]
    public async Task A_site_that_is_confirmed_holds_for_ninety_days_more_and_is_sent_anew()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        app.Clock.Advance(TimeSpan.FromDays(80));
        try
        {
            var answer = await app.PostAsync(People.Ngo, $"items/{item}/revalidate", "{}");

            Assert.Equal((202, 2), (answer.Status, (int)answer.Body["version"]!));
            var fact = await app.FactAsync(item, 2);
            Assert.Equal(Text(fact.At), (string?)fact.Content["revalidatedAt"]);
            Assert.Equal(Text(fact.At.AddDays(90)), (string?)fact.Content["revalidateBy"]);
            Assert.All(fact.Content["dispatch"]!.AsArray(), line => Assert.Equal(("SENT", 2), ((string?)line!["state"], (int)line["version"]!)));
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromDays(-80));
        }
    }

    [Fact]
    public async Task A_site_whose_validity_has_run_out_is_confirmed_when_it_is_valid_again()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room(), ("validUntil", "2026-03-10T00:00:00Z"));
        app.Clock.Advance(TimeSpan.FromDays(20));
        try
        {
            Assert.Equal(["validUntil"], (await app.PostAsync(People.Ngo, $"items/{item}/revalidate", "{}")).Fields);

            Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"validUntil":"2026-04-10T00:00:00Z"}""")).Status);
            Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/revalidate", "{}")).Status);
            Assert.Equal("2026-04-10T00:00:00Z", (string?)(await app.FactAsync(item, 3)).Content["revalidateBy"]);
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromDays(-20));
        }
    }

    [Fact]
    public async Task A_shorter_validity_brings_the_confirmation_forward()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"validUntil":"2026-03-20T00:00:00Z"}""");

        Assert.Equal("2026-03-20T00:00:00Z", (string?)(await app.FactAsync(item, 2)).Content["revalidateBy"]);
    }

    [Fact]
    public async Task A_site_that_was_removed_is_shown_so_for_three_days_and_nothing_comes_after_it()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        var removed = await app.PostAsync(People.Ngo, $"items/{item}/remove", """{"reason":"RELOCATED"}""");

        Assert.Equal((202, 2), (removed.Status, (int)removed.Body["version"]!));
        var fact = await app.FactAsync(item, 2);
        Assert.Equal(("REMOVED", "RELOCATED"), ((string?)fact.Content["state"], (string?)fact.Content["removalReason"]));
        Assert.Equal(fact.At.AddDays(3), fact.Expires);
        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"notes":"x"}""")).Status);
        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/revalidate", "{}")).Status);
        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/remove", """{"reason":"CLOSED"}""")).Status);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""")).Status);
    }

    [Fact]
    public async Task A_removal_has_a_reason_of_the_list()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        Assert.Equal(["reason"], (await app.PostAsync(People.Ngo, $"items/{item}/remove", """{"reason":"BECAUSE"}""")).Fields);
        Assert.Equal(["reason"], (await app.PostAsync(People.Ngo, $"items/{item}/remove", "{}")).Fields);
    }

    [Theory]
    [InlineData("revalidate", "{}")]
    [InlineData("remove", """{"reason":"CLOSED"}""")]
    [InlineData("withdraw", """{"reason":"y"}""")]
    public async Task A_site_is_confirmed_and_taken_off_in_a_room_that_takes_no_new_one(string act, string body)
    {
        var room = app.Room();
        var item = await app.SiteAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { MayNotify = false, Forces = [] });

        Assert.Equal(403, (await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"notes":"x"}""")).Status);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/{act}", body)).Status);
    }

    [Theory]
    [InlineData("amend-site", """{"notes":"x","ifVersion":1}""")]
    [InlineData("revalidate", """{"ifVersion":1}""")]
    [InlineData("remove", """{"reason":"CLOSED","ifVersion":1}""")]
    public async Task An_act_on_an_older_version_is_refused(string act, string body)
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"name":"Another name"}""");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/{act}", body);

        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_stands_otherwise_than_its_author_saw_it_is_not_amended()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"notes":"Of a colleague."}""");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"notes":"Mine.","ifVersion":1,"before":{"notes":null}}""");
        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));

        answer = await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"notes":"Mine.","before":{"notes":"Of a colleague."}}""");
        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task A_named_force_acknowledges_a_site_and_a_site_that_is_taken_back_is_taken_back()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);

        var answer = await app.PostAsync(People.Force, $"items/{item}/acknowledge", """{"version":1,"cell":"Joint operations cell"}""");

        Assert.Equal(202, answer.Status);
        var line = (await app.FactAsync(item, 2)).Content["dispatch"]![0]!;
        Assert.Equal(("ACKNOWLEDGED", "Joint operations cell", 64), ((string?)line["state"], (string?)line["cell"], ((string?)line["hash"])!.Length));
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""")).Status);
        Assert.Equal(ItemStatus.Withdrawn, (await app.FactAsync(item, 3)).Status);
    }

    [Fact]
    public async Task An_act_of_movements_finds_no_site_and_an_act_of_sites_finds_no_movement()
    {
        var room = app.Room();
        var (site, movement) = (await app.SiteAsync(People.Ngo, room), await app.NotifiedAsync(People.Ngo, room));

        foreach (var address in new[] { $"items/{site}/amend", $"items/{site}/state", $"items/{movement}/amend-site", $"items/{movement}/revalidate", $"items/{movement}/remove" })
        {
            var answer = await app.PostAsync(People.Ngo, address, "{}");
            Assert.Equal((404, "CG-2004"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_item_that_is_absent_malformed_or_invisible_gets_the_same_answer(string act, string body)
    {
        var invisible = await app.SiteAsync(People.Ngo, app.Room());

        var hidden = await app.PostAsync(People.Force, $"items/{invisible}/{act}", body);

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, await app.PostAsync(People.Force, $"items/{Ids.New()}/{act}", body));
        Assert.Equal(hidden, await app.PostAsync(People.Force, $"items/x/{act}", body));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Who_holds_a_site_is_told_that_it_is_not_theirs(string act, string body)
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);

        Assert.Equal("CG-3003", (await app.PostAsync(People.Force, $"items/{item}/{act}", body)).Code);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
