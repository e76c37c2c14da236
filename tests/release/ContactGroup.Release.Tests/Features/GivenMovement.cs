using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Tests.Features;

/// <summary>A movement of an NGO in the plenary, with every field that there is.</summary>
internal static class GivenMovement
{
    public const string North = "military:northern-force";
    public const string South = "military:southern-force";

    public static ItemVersioned Of(ReleaseApp app, string[]? forces = null, ItemVersioned? after = null, string state = "SENT")
    {
        var named = (forces ?? ["military:northern-force"]).Select(force => $"audience:{force}").ToArray();
        var incident = app.Incident();
        return incident with
        {
            Item = after?.Item ?? incident.Item,
            Version = (after?.Version ?? 0) + 1,
            Kind = MovementSchema.Schema.Kind,
            Reference = "HNM-TEST-0001",
            Sensitivity = Sensitivity.High,
            ReleaseTo = ["own-side", .. named],
            Recipients = named,
            Content = new JsonObject
            {
                ["notice"] = "NOTIFICATION_ONLY",
                ["version"] = 1,
                ["state"] = "NOTIFIED",
                ["dispatch"] = new JsonArray([.. named.Select(atom => Line(atom["audience:".Length..], state))]),
                ["category"] = "STANDARD",
                ["mode"] = "ROAD",
                ["windowStart"] = "2026-03-05T06:00:00Z",
                ["windowEnd"] = "2026-03-05T14:00:00Z",
                ["country"] = "XXA",
                ["route"] = new JsonArray(
                    new JsonObject { ["type"] = "ORIGIN", ["name"] = "Depot", ["lat"] = 35.12345, ["lon"] = 39.5, ["at"] = "2026-03-05T06:00:00Z", ["until"] = "2026-03-05T06:45:00Z" },
                    new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.4, ["lon"] = 39.9 }),
                ["routeGeometry"] = Line(39.7, 35.3),
                ["alternateRoutes"] = new JsonArray(Line(39.6, 35.35)),
                ["vehicles"] = new JsonArray(new JsonObject { ["type"] = "TRUCK_LT_10T", ["plate"] = "AB 1234", ["colour"] = "white" }),
                ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
                ["alternateContact"] = new JsonObject { ["name"] = "Canary of a second lead", ["phone"] = "+999 11 555 0136", ["callSign"] = "Heron 2" },
                ["focalPoint"] = new JsonObject { ["name"] = "Canary of the radio room", ["phone"] = "+999 11 555 0137" },
                ["communications"] = new JsonArray("HF_RADIO", "VEHICLE_TRACKER"),
                ["radioCallSign"] = "Canary of a call sign",
                ["purpose"] = "AID_DELIVERY",
                ["cargo"] = new JsonArray("FOOD", "FUEL"),
                ["cargoTonnes"] = 71.905,
                ["cargoCubicMetres"] = 64.25,
                ["dangerousGoods"] = true,
                ["waybill"] = "Canary of a waybill",
                ["escort"] = "ARMED_ESCORT",
                ["escortJustification"] = "No other road.",
                ["frontLineCrossing"] = true,
                ["partiesOnRoute"] = "Canary of those who hold the road",
                ["notes"] = "Food for the camp.",
                ["stateReason"] = "Nothing yet.",
                ["staff"] = 9,
                ["internationalStaff"] = 1,
                ["nationalStaff"] = 3,
                ["drivers"] = 2,
                ["contractors"] = 1,
                ["evacuees"] = 4,
                ["late"] = true,
                ["lateFor"] = new JsonArray("military:northern-force"),
                ["lateReason"] = "The road opened today.",
                ["recipients"] = new JsonArray([.. named.Select(atom => JsonValue.Create(atom["audience:".Length..]))]),
                ["checkIns"] = new JsonArray(new JsonObject
                {
                    ["stop"] = 0,
                    ["at"] = "2026-03-05T06:10:00Z",
                    ["note"] = "Canary of a check-in, +999 11 555 0177.",
                    ["by"] = new JsonObject { ["id"] = Exercise.Amal.PersonId, ["name"] = "Amal" },
                }),
                ["notifiedAt"] = "2026-03-01T07:58:09Z",
                ["stateAt"] = "2026-03-05T06:10:09Z",
                ["nextCheckInDue"] = "2026-03-05T14:30:00Z",
                ["overdueSince"] = "2026-03-05T14:30:00Z",
                ["organisation"] = new JsonObject { ["id"] = Exercise.Amal.OrganisationId, ["name"] = "Relief North", ["constituency"] = "ingo" },
                ["notifiedBy"] = new JsonObject { ["id"] = Exercise.Amal.PersonId, ["name"] = "Amal" },
            },
        };
    }

    /// <summary>A line from the first stop to the last by another position.</summary>
    public static JsonObject Line(double lon, double lat) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray(new JsonArray(39.5, 35.12345), new JsonArray(lon, lat), new JsonArray(39.9, 35.4)),
    };

    public static JsonObject Line(string to, string state) =>
        new() { ["to"] = to, ["state"] = state, ["version"] = 1, ["at"] = "2026-03-01T08:00:00Z" };

    /// <summary>With a telephone number where a name stands, so that a coordinator looks at all of it first.</summary>
    public static ItemVersioned Worded(this ItemVersioned movement)
    {
        movement.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0199";
        return movement;
    }
}
