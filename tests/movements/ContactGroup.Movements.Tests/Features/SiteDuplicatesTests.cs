using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>What looks like the same place is told to the organisation that notified both, and nothing of anybody else's is.</summary>
public sealed class SiteDuplicatesTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    // About a hundred metres, and about a kilometre, of latitude.
    private const double Near = 0.0009;
    private const double Further = 0.009;

    [Fact]
    public async Task A_site_next_to_another_of_the_same_organisation_is_told_with_its_reference()
    {
        var room = app.Room();
        var first = await app.PostAsync(People.Ngo, Address(room), Sites.Good());

        var second = await app.PostAsync(People.Colleague, Address(room), Beside(Near, "Something else"));

        Assert.Equal(202, second.Status);
        var warning = Assert.Single(second.Body["warnings"]!.AsArray());
        Assert.Equal("position", (string?)warning!["field"]);
        Assert.Contains((string)first.Body["reference"]!, (string?)warning["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Clinic of Aylan", "CLINIC OF ÀYLÁN")]
    [InlineData("Clinic of Aylan", "Clinic of Aylen")]
    [InlineData("عيادة الأمل", "عياده الامل")]
    [InlineData("Clinic 2", "clinic ٢")]
    public async Task A_similar_name_not_far_away_is_told(string name, string other)
    {
        var room = app.Room();
        await app.SiteAsync(People.Ngo, room, ("name", name), ("localName", null));

        var warning = Assert.Single((await app.PostAsync(People.Ngo, Address(room), Beside(Further, other))).Body["warnings"]!.AsArray());

        Assert.Equal("name", (string?)warning!["field"]);
    }

    [Theory]
    [InlineData("Clinic 1", "Clinic 2", Further)]
    [InlineData("Clinic of Aylan", "Bakery of Aylan", Further)]
    [InlineData("Clinic of Aylan", "Clinic of Aylan", 0.03)]
    public async Task Another_name_or_another_town_is_another_site(string name, string other, double away)
    {
        var room = app.Room();
        await app.SiteAsync(People.Ngo, room, ("name", name), ("localName", null));

        Assert.Empty((await app.PostAsync(People.Ngo, Address(room), Beside(away, other))).Body["warnings"]!.AsArray());
    }

    [Fact]
    public async Task Sites_of_another_organisation_and_of_another_room_are_told_to_nobody()
    {
        var (room, elsewhere) = (app.Room(), app.Room());
        await app.SiteAsync(People.OtherNgo, room);
        await app.SiteAsync(People.Ngo, elsewhere);

        var answer = await app.PostAsync(People.Ngo, Address(room), Sites.Good());

        Assert.Equal(202, answer.Status);
        Assert.Empty(answer.Body["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData("withdraw", """{"reason":"It was a mistake."}""")]
    [InlineData("remove", """{"reason":"CLOSED"}""")]
    public async Task A_site_that_was_taken_off_is_no_duplicate(string act, string body)
    {
        var room = app.Room();
        var item = await app.SiteAsync(People.Ngo, room);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/{act}", body)).Status);

        Assert.Empty((await app.PostAsync(People.Ngo, Address(room), Sites.Good())).Body["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_site_is_no_duplicate_of_itself()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        Assert.Empty((await app.PostAsync(People.Ngo, $"items/{item}/amend-site", """{"name":"Another name"}""")).Body["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(Further, true)]
    public async Task Of_a_stop_that_is_called_the_same_and_lies_elsewhere_one_position_is_wrong(double away, bool told)
    {
        var room = app.Room();
        var stop = Notifications.Stop("DESTINATION", Sites.Lat + away, Sites.Lon);
        stop["name"] = "Canary clinic";
        await app.NotifiedAsync(People.Ngo, room, Notifications.Good(("route", new JsonArray(Notifications.Stop("ORIGIN", 35.323456, 39.512345), stop))));

        var warnings = (await app.PostAsync(People.Ngo, Address(room), Sites.Good())).Body["warnings"]!.AsArray();

        Assert.Equal(told, warnings.Any(warning => ((string?)warning!["text"])!.Contains("HNM-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Numbers_that_look_exchanged_are_told_by_where_the_organisation_works()
    {
        var room = app.Room();
        await app.SiteAsync(People.Ngo, room);

        var answer = await app.PostAsync(
            People.Ngo, Address(room), Sites.Good(("name", "Warehouse"), ("localName", null), ("footprint", null), ("position", Sites.At(Sites.Lon + 0.2, Sites.Lat))));

        Assert.Contains("swapped", (string?)Assert.Single(answer.Body["warnings"]!.AsArray())!["text"], StringComparison.Ordinal);
    }

    private static JsonObject Beside(double away, string name) =>
        Sites.Good(("name", name), ("localName", null), ("footprint", null), ("position", Sites.At(Sites.Lat + away, Sites.Lon)));

    private static string Address(string room) => $"channels/{room}/sites";
}
