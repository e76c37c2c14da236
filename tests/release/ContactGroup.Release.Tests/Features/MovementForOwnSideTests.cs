using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Release.Tests.Exports;
using static ContactGroup.Release.Tests.Features.GivenMovement;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Who travels, with what, reached by what means and across which lines: all of it for the owner's side, and none of it for a force that is named.</summary>
public sealed class MovementForOwnSideTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private static readonly string[] Fields =
    [
        "internationalStaff", "nationalStaff", "drivers", "contractors", "cargo", "cargoTonnes", "cargoCubicMetres", "dangerousGoods", "waybill", "communications", "radioCallSign",
        "frontLineCrossing", "partiesOnRoute",
    ];

    private static readonly string[] Words =
        [.. Fields, "HF_RADIO", "VEHICLE_TRACKER", "FUEL", "71.905", "64.25", "Canary of", "HF radio", "Vehicle tracker", "Fuel", "Cargo", "Front line", "Parties on route", "Drivers"];

    [Fact]
    public async Task The_owner_gets_all_of_it_in_the_item_the_lists_and_the_exports()
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);

        var fields = (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}")).Body["fields"]!.AsObject();
        Assert.All(Fields, name => Assert.True(JsonNode.DeepEquals(movement.Content[name], fields[name]), name));
        var page = (await app.ExportAsync(Exercise.Amal, "html", movement)).Text;
        Assert.All(new[] { "HF radio", "Vehicle tracker", "Food", "71.905", "Canary of a waybill", "Canary of those who hold the road" }, word => Assert.Contains(word, page, StringComparison.Ordinal));
        var table = (await app.ExportAsync(Exercise.Amal, "template", movement)).Text;
        Assert.Contains("\"HF_RADIO; VEHICLE_TRACKER\",\"Canary of a call sign\",\"FOOD; FUEL\",\"71.905\",\"64.25\",\"yes\",\"Canary of a waybill\",\"yes\",", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("html")]
    [InlineData("hxl")]
    [InlineData("kml")]
    [InlineData("ics")]
    [InlineData("cot")]
    public async Task A_named_force_gets_none_of_it_in_any_export(string format)
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);

        var file = await app.ExportAsync(Exercise.North, format, movement);

        Assert.Equal(200, file.Status);
        Assert.Contains("HNM-TEST-0001", file.Text, StringComparison.Ordinal);
        Assert.All(Words, word => Assert.DoesNotContain(word, file.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_named_force_gets_none_of_it_in_the_item_the_lists_and_the_search()
    {
        var movement = Of(app, [North]);
        await app.TakeAsync(movement);

        var item = await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        var list = await app.GetAsync(Exercise.North, "items");
        var found = await app.GetAsync(Exercise.North, "items?q=canary");

        Assert.Equal((200, 200), (item.Status, list.Status));
        Assert.All(Words, word => Assert.DoesNotContain(word, item.Text + list.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(movement.Item, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_any_of_it_changed_is_said_to_the_owner_s_side_and_to_no_force()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var next = Of(app, [North], first);
        next.Content["version"] = 2;
        next.Content["mode"] = "ON_FOOT";
        foreach (var name in Fields)
        {
            next.Content.Remove(name);
        }

        await app.TakeAsync(next);

        Assert.Equal(["mode"], await ChangedAsync(Exercise.North));
        Assert.Equal([.. Fields.Append("mode").Order(StringComparer.Ordinal)], await ChangedAsync(Exercise.Chidi));

        async Task<IEnumerable<string>> ChangedAsync(Participant who) =>
            (await app.GetAsync(who, $"items/{first.Item}")).Body["changed"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_version_in_which_that_alone_is_different_is_nothing_new_to_a_force()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var before = await app.GetAsync(Exercise.North, $"items/{first.Item}");
        var next = Of(app, [North], first);
        foreach (var name in Fields)
        {
            next.Content.Remove(name);
        }

        await app.TakeAsync(next);

        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{first.Item}"));
        Assert.False((await app.GetAsync(Exercise.Chidi, $"items/{first.Item}")).Body["fields"]!.AsObject().ContainsKey("cargo"));
    }
}
