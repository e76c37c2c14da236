using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>What a movement carries, by what means it is reached, and whether it crosses a front line.</summary>
public sealed class CarriedTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task All_of_it_is_stored_as_said_and_is_no_version_for_a_force()
    {
        var movement = await app.NotifiedAsync(People.Ngo, app.Room());
        var said = new JsonObject
        {
            ["cargo"] = new JsonArray("FOOD", "FUEL"),
            ["cargoTonnes"] = 12.3456,
            ["cargoCubicMetres"] = 0.5,
            ["dangerousGoods"] = true,
            ["waybill"] = "WB-0042",
            ["communications"] = new JsonArray("HF_RADIO", "VEHICLE_TRACKER"),
            ["radioCallSign"] = "Heron base",
            ["frontLineCrossing"] = false,
            ["partiesOnRoute"] = "Both sides of the river.",
        };

        var answer = await AmendAsync(movement, (JsonObject)said.DeepClone());

        Assert.Equal((202, 1), (answer.Status, (int)answer.Body["version"]!));
        said["cargoTonnes"] = 12.346;
        var content = (await app.FactAsync(movement, 2)).Content;
        Assert.All(said, field => Assert.Equal(field.Value!.ToJsonString(), content[field.Key]!.ToJsonString()));
    }

    [Fact]
    public async Task All_of_it_can_be_emptied()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("cargo", new[] { "CASH" }), ("waybill", "WB-1"), ("frontLineCrossing", true)));

        await AmendAsync(answer.Item, new JsonObject { ["clear"] = new JsonArray("waybill", "frontLineCrossing", "cargo") });

        var content = (await app.FactAsync(answer.Item, 2)).Content;
        Assert.DoesNotContain(content, field => field.Key is "waybill" or "frontLineCrossing" or "cargo");
    }

    [Theory]
    [InlineData("cargo", "GUNS", "cargo[0]")]
    [InlineData("communications", "PIGEON", "communications[0]")]
    [InlineData("cargo", "FOOD,FOOD", "cargo")]
    [InlineData("cargo", "NONE,FOOD", "cargo")]
    [InlineData("communications", "NONE,HF_RADIO", "communications")]
    public async Task Codes_are_those_of_the_list_each_once_and_none_stands_alone(string field, string codes, string at) =>
        await IsInvalidAsync(field, codes.Split(','), at);

    [Theory]
    [InlineData("cargoTonnes", -0.1)]
    [InlineData("cargoCubicMetres", 1_000_001d)]
    public async Task Quantities_are_within_bounds(string field, double quantity) => await IsInvalidAsync(field, quantity, field);

    [Theory]
    [InlineData("cargo", "cargoTonnes", 0.5)]
    [InlineData("cargo", "cargoCubicMetres", 2)]
    [InlineData("cargo", "dangerousGoods", true)]
    [InlineData("cargo", "waybill", "WB-1")]
    [InlineData("communications", "radioCallSign", "Heron base")]
    public async Task Where_there_is_none_nothing_is_said_about_it(string list, string field, object value)
    {
        var none = new[] { "NONE" };
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good((list, none), (field, value)));
        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));

        var movement = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good((list, none)));
        answer = await AmendAsync(movement, new JsonObject { [field] = JsonValue.Create(value) });
        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task Nothing_weighs_nothing_and_has_no_dangerous_goods()
    {
        var answer = await app.PostAsync(
            People.Ngo, Address(), Notifications.Good(("cargo", new[] { "NONE" }), ("cargoTonnes", 0), ("dangerousGoods", false)));

        Assert.Equal(202, answer.Status);
    }

    [Theory]
    [InlineData("radioCallSign")]
    [InlineData("waybill")]
    public async Task Short_ones_stand_on_one_line(string field) => await IsInvalidAsync(field, "One\nTwo", field);

    private async Task IsInvalidAsync(string field, object value, string at)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good((field, value)));
        Assert.Equal((400, at), (answer.Status, Assert.Single(answer.Fields)));
    }

    private Task<Answer> AmendAsync(string movement, JsonObject change) => app.PostAsync(People.Ngo, $"items/{movement}/amend", change);

    private string Address() => $"channels/{app.Room()}/movements";
}
