using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Worlds;

/// <summary>Fields of sites.</summary>
internal sealed partial class MovementMaker
{
    private static readonly string[] Types = ["HOSPITAL", "WAREHOUSE", "SCHOOL"];

    private string FieldsOfSite(string key, bool isHeld)
    {
        var fields = new JsonObject
        {
            ["siteType"] = dice.Of(Types),
            ["name"] = $"{StopOf(key)}{(isHeld ? ", " + HeldStop : string.Empty)}",
            ["country"] = "TUR",
            ["admin1"] = "Hatay",
            ["position"] = Position(),
            ["coordinateMethod"] = "GPS_ON_SITE",
            ["accuracy"] = 5 + dice.Below(3),
            ["callContact"] = new JsonObject { ["name"] = "Guard", ["phone"] = "+999 11 555 0136" },
            ["relation"] = "OPERATES",
            ["function"] = $"Beds for {Generator.Word(seed, key)}.",
            ["staff"] = 1 + dice.Below(9),
            ["occupants"] = dice.Below(400),
            ["notes"] = $"Notes with {Generator.Word(seed, key)}.",
            ["roofMarking"] = "Red cross on white",
            ["buildings"] = 1 + dice.Below(3),
        };
        if (dice.OneIn(3))
        {
            // Not confirmed by then, it says so by itself.
            fields["validUntil"] = Later(12 + dice.Below(8));
        }

        return fields.ToJsonString();
    }

    private JsonObject UnseenOfSite(string key) => dice.Below(3) switch
    {
        0 => new JsonObject { ["notes"] = $"Otherwise {Generator.Word(seed, key)}, call +999 11 555 0177.", ["function"] = "Stores." },
        1 => new JsonObject { ["staff"] = 10 + dice.Below(9), ["clear"] = new JsonArray("occupants", "function") },
        _ => new JsonObject { ["occupants"] = 500 + dice.Below(9), ["relation"] = "SUPPORTS" },
    };

    private JsonObject SeenOfSite(string key, int what) => what switch
    {
        3 => new JsonObject { ["position"] = Position(), ["name"] = StopOf(key) },
        4 => new JsonObject { ["validUntil"] = Later(Day + dice.Below(9)), ["buildings"] = 4 + dice.Below(3) },
        _ => new JsonObject { ["roofMarking"] = "None", ["callContact"] = new JsonObject { ["name"] = "Second guard", ["phone"] = "+999 11 555 0137" } },
    };

    private JsonObject Position() => new() { ["lat"] = Near(36.51234), ["lon"] = Near(36.52345) };
}
