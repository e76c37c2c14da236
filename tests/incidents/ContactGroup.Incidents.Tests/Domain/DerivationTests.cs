using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Incidents.Domain;

namespace ContactGroup.Incidents.Tests.Domain;

public sealed class DerivationTests
{
    [Theory]
    [InlineData("""{"category":"ROBBERY","impact":{"killed":1}}""", "4")]
    [InlineData("""{"category":"STRIKE_ON_NOTIFIED_OBJECT"}""", "4")]
    [InlineData("""{"category":"SHELLING_INDIRECT_FIRE","impact":{"injured":10}}""", "4")]
    [InlineData("""{"category":"ROAD_ACCIDENT","impact":{"injured":1}}""", "3")]
    [InlineData("""{"category":"KIDNAPPED_ABDUCTED"}""", "3")]
    [InlineData("""{"category":"SMALL_ARMS_FIRE"}""", "3")]
    [InlineData("""{"category":"SMALL_ARMS_FIRE","nearMiss":true}""", "2")]
    [InlineData("""{"category":"THREAT_INTIMIDATION"}""", "2")]
    [InlineData("""{"category":"BURGLARY_THEFT"}""", "1")]
    public void Severity_follows_from_harm_and_category(string content, string severity) => Assert.Equal(severity, Filled(content)["severity"]!.GetValue<string>());

    [Theory]
    [InlineData("""{"category":"KILLED","weapons":["FIREARMS"]}""", "SMALL_ARMS_FIRE")]
    [InlineData("""{"category":"INJURED","means":"ROADSIDE_IED"}""", "EXPLOSIVE_DEVICE")]
    [InlineData("""{"category":"KILLED","weapons":["UNKNOWN"]}""", "VIOLENCE")]
    [InlineData("""{"category":"ASSAULT"}""", "VIOLENCE")]
    [InlineData("""{"category":"AIR_DRONE_STRIKE","weapons":["FIREARMS"]}""", "AIR_STRIKE")]
    [InlineData("""{"category":"NEAR_MISS","weapons":["MINE"]}""", "MINE_ERW")]
    [InlineData("""{"category":"SEXUAL_VIOLENCE"}""", "OTHER")]
    public void The_hazard_is_what_did_it_not_what_it_did(string content, string hazard) => Assert.Equal(hazard, Filled(content)["hazard"]!.GetValue<string>());

    [Theory]
    [InlineData("""{"category":"OTHER"}""", false)]
    [InlineData("""{"category":"OTHER","adviceToOthers":"MONITOR","deliveryImpact":"NONE"}""", false)]
    [InlineData("""{"category":"OTHER","adviceToOthers":"AVOID_AREA"}""", true)]
    [InlineData("""{"category":"OTHER","hazardOngoing":true}""", true)]
    [InlineData("""{"category":"OTHER","deliveryImpact":"DELAY"}""", true)]
    [InlineData("""{"category":"OTHER","locationType":"CHECKPOINT"}""", true)]
    [InlineData("""{"category":"MINE_ERW"}""", true)]
    public void Movement_is_affected_when_something_says_so(string content, bool affected) =>
        Assert.Equal(affected, Filled(content)["affectsMovement"]!.GetValue<bool>());

    [Fact]
    public void Every_category_has_a_severity_and_a_hazard_of_the_lists() => Assert.All(
        CodeLists.Get("incident-category").Values,
        category =>
        {
            var content = Filled($$"""{"category":"{{category}}"}""");
            Assert.NotNull(CodeLists.Get("severity").Find(content["severity"]!.GetValue<string>()));
            Assert.NotNull(CodeLists.Get("hazard").Find(content["hazard"]!.GetValue<string>()));
        });

    [Fact]
    public void Every_weapon_and_means_leads_to_a_hazard_of_the_list()
    {
        var weapons = CodeLists.Get("weapon").Values.Select(weapon => Filled($$"""{"category":"KILLED","weapons":["{{weapon}}"]}"""));
        var means = CodeLists.Get("means").Values.Select(one => Filled($$"""{"category":"KILLED","means":"{{one}}"}"""));

        Assert.All(weapons.Concat(means), content => Assert.NotNull(CodeLists.Get("hazard").Find(content["hazard"]!.GetValue<string>())));
    }

    private static JsonObject Filled(string content)
    {
        var filled = JsonNode.Parse(content)!.AsObject();
        Derivation.Fill(filled, []);
        return filled;
    }
}
