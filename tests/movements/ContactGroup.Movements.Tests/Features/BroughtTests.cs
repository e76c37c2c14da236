using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>A file that is read again adds nothing, whatever the time is by then, and nobody learns of records of others.</summary>
public sealed class BroughtTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    private static readonly object Source = new { system = "sheet", id = "17" };

    [Fact]
    public async Task A_movement_that_is_brought_again_is_the_one_that_is_there_although_it_would_come_late_by_now()
    {
        using var own = new MovementsApp();
        await own.InitializeAsync();
        var room = own.Room();
        var first = await own.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source)));
        Assert.Null(first.Body["existing"]);
        own.Clock.Advance(TimeSpan.FromDays(3));

        var again = await own.PostAsync(People.Colleague, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source)));

        Assert.Equal((202, first.Item, true), (again.Status, again.Item, (bool)again.Body["existing"]!));
        Assert.Empty(again.Body["warnings"]!.AsArray());
        Assert.False((await own.FactAsync(first.Item, 1)).Content.ContainsKey("sourceReference"));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Brought_again_with_other_recipients_it_says_so_also_when_a_force_has_left_the_room()
    {
        var room = app.Room();
        var system = ("sourceReference", (object?)new { system = "fleet", id = "R-1" });
        await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(system));

        var fewer = await app.PostAsync(
            People.Ngo, $"channels/{room}/movements", Notifications.Good(system, ("recipients", new[] { new { audience = "military:northern-force", consent = true } })));
        app.Channels.Change(room, pass => pass with { Forces = ["military:northern-force"] });
        var same = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(system));

        Assert.Equal("recipients", (string?)Assert.Single(fewer.Body["warnings"]!.AsArray())!["field"]);
        Assert.Equal((202, true), (same.Status, (bool)same.Body["existing"]!));
        Assert.Empty(same.Body["warnings"]!.AsArray());
    }

    [Fact]
    public async Task One_that_says_something_else_or_is_over_adds_nothing_and_its_owner_is_told()
    {
        var room = app.Room();
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source)));

        var other = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source), ("country", "TUR")));
        await app.PostAsync(People.Ngo, $"items/{first.Item}/state", """{"state":"CANCELLED"}""");
        var over = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source)));

        Assert.Contains("Amend", Assert.Single(other.Body["warnings"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("It is over here", Assert.Single(over.Body["warnings"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((first.Item, first.Item), (other.Item, over.Item));
    }

    [Fact]
    public async Task A_movement_and_a_site_of_one_name_are_two()
    {
        var room = app.Room();
        var movement = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good(("sourceReference", Source)));
        var site = await app.PostAsync(People.Ngo, $"channels/{room}/sites", Sites.Good(("sourceReference", Source)));

        Assert.Equal((202, 202), (movement.Status, site.Status));
        Assert.NotEqual(movement.Item, site.Item);
    }

    [Fact]
    public async Task What_was_exported_here_is_known_by_its_reference_to_its_own_organisation_alone()
    {
        var room = app.Room();
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good());
        var exported = Notifications.Good(("sourceReference", new { system = "movements", id = (string)first.Body["reference"]! }));

        var again = await app.PostAsync(People.Ngo, $"channels/{room}/movements", exported);
        var others = await app.PostAsync(People.OtherNgo, $"channels/{room}/movements", exported);
        var elsewhere = await app.PostAsync(People.Ngo, $"channels/{app.Room()}/movements", exported);

        Assert.Equal((first.Item, true), (again.Item, (bool?)again.Body["existing"]));
        Assert.Null(others.Body["existing"]);
        Assert.Null(elsewhere.Body["existing"]);
    }

    [Fact]
    public async Task An_organisation_is_told_which_of_its_own_records_are_there_and_of_no_others()
    {
        var room = app.Room();
        var mine = await app.PostAsync(People.Ngo, $"channels/{room}/sites", Sites.Good(("sourceReference", Source)));
        var asked = new JsonObject { ["kind"] = "site", ["system"] = "sheet", ["ids"] = new JsonArray("17", "18", (string)mine.Body["reference"]!) };

        Assert.Equal(["17", (string)mine.Body["reference"]!], await ThereAsync(People.Colleague, room, asked));
        Assert.Empty(await ThereAsync(People.OtherNgo, room, asked));
        Assert.Empty(await ThereAsync(People.Ngo, app.Room(), asked));
        asked["kind"] = "movement";
        Assert.Empty(await ThereAsync(People.Ngo, room, asked));
    }

    [Fact]
    public async Task Who_may_not_notify_may_not_ask_and_a_question_is_bounded()
    {
        var room = app.Room();
        var asked = new JsonObject { ["kind"] = "site", ["system"] = "sheet", ["ids"] = new JsonArray([.. Enumerable.Range(0, 201).Select(id => JsonValue.Create($"{id}"))]) };

        Assert.Equal(403, (await app.PostAsync(People.Force, $"channels/{room}/brought", asked)).Status);
        var answer = await app.PostAsync(People.Ngo, $"channels/{room}/brought", asked);
        Assert.Equal(400, answer.Status);
        Assert.Equal(["ids"], answer.Fields);
    }

    private async Task<IEnumerable<string>> ThereAsync(Hosting.Authentication.Participant who, string room, JsonObject asked)
    {
        var answer = await app.PostAsync(who, $"channels/{room}/brought", asked);
        Assert.Equal(200, answer.Status);
        return answer.Body["there"]!.AsArray().Select(id => (string)id!);
    }
}
