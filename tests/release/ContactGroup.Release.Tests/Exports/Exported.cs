using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>Items to export, in the plenary of a test.</summary>
internal static class Exported
{
    private static readonly string[] Named = ["audience:military:northern-force"];

    public static Task<Answer> ExportAsync(this ReleaseApp app, Participant who, string format, string filters = "") =>
        app.GetAsync(who, $"exports/{format}?{filters}");

    public static Task<Answer> ExportAsync(this ReleaseApp app, Participant who, string format, ItemVersioned item) =>
        app.GetAsync(who, $"items/{item.Item}/export/{format}");

    public static ItemVersioned Movement(this ReleaseApp app, string state = "NOTIFIED", ItemVersioned? after = null) => app.Notified(
        MovementSchema.Schema.Kind,
        after,
        new JsonObject
        {
            ["notice"] = "NOTIFICATION_ONLY",
            ["version"] = 1,
            ["state"] = state,
            ["dispatch"] = new JsonArray(new JsonObject { ["to"] = "military:northern-force", ["state"] = "SENT", ["version"] = 1, ["at"] = "2026-03-01T08:00:00Z" }),
            ["category"] = "STANDARD",
            ["mode"] = "ROAD",
            ["windowStart"] = "2026-03-05T06:00:00Z",
            ["windowEnd"] = "2026-03-05T14:00:00Z",
            ["country"] = "XXA",
            ["route"] = new JsonArray(
                new JsonObject { ["type"] = "ORIGIN", ["name"] = "Depot", ["lat"] = 35.12345, ["lon"] = 39.5, ["at"] = "2026-03-05T06:00:00Z", ["until"] = "2026-03-05T06:45:00Z" },
                new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.4, ["lon"] = 39.9 }),
            ["vehicles"] = new JsonArray(new JsonObject { ["type"] = "TRUCK_LT_10T", ["plate"] = "AB 1234", ["colour"] = "white" }),
            ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
            ["notes"] = "Food for the camp.",
            ["staff"] = 2,
            ["recipients"] = new JsonArray("military:northern-force"),
        });

    public static ItemVersioned Site(this ReleaseApp app, double lat = 35.2, double lon = 39.6, string type = "HOSPITAL", JsonArray? footprint = null) => app.Notified(
        SiteSchema.Schema.Kind,
        after: null,
        new JsonObject
        {
            ["notice"] = "NOTIFICATION_ONLY",
            ["version"] = 3,
            ["state"] = "NOTIFIED",
            ["siteType"] = type,
            ["name"] = "Salam hospital",
            ["admin1"] = "Meridian North",
            ["country"] = "XXA",
            ["position"] = new JsonObject { ["lat"] = lat, ["lon"] = lon },
            ["accuracy"] = 5,
            ["footprint"] = footprint,
            ["validFrom"] = "2026-03-01T00:00:00Z",
            ["validUntil"] = "2026-06-01T00:00:00Z",
            ["occupants"] = 120,
        });

    public static ItemVersioned Advisory(this ReleaseApp app, JsonObject? more = null, ItemVersioned? after = null)
    {
        var content = new JsonObject
        {
            ["state"] = "IN_FORCE",
            ["advisoryType"] = "CLOSURE",
            ["routeStatus"] = "CLOSED",
            ["severity"] = "SEVERE",
            ["urgency"] = "IMMEDIATE",
            ["certainty"] = "OBSERVED",
            ["adviceToOthers"] = "AVOID_AREA",
            ["validFrom"] = "2026-03-02T06:00:00Z",
            ["validUntil"] = "2026-03-03T06:00:00Z",
            ["country"] = "XXA",
            ["admin1"] = "Meridian North",
            ["admin1Pcode"] = "XXA01",
            ["position"] = new JsonObject { ["lat"] = 35.2, ["lon"] = 39.6 },
            ["radius"] = 1500,
            ["summary"] = "The bridge is closed.",
            ["callContact"] = new JsonObject { ["name"] = "Desk", ["phone"] = "+999 11 555 0177" },
            ["unit"] = "Third battalion",
            ["operation"] = "Nightjar",
        };
        foreach (var (name, value) in more ?? [])
        {
            content[name] = value?.DeepClone();
        }

        var incident = app.Incident();
        return incident with
        {
            Item = after?.Item ?? incident.Item,
            Version = (after?.Version ?? 0) + 1,
            Kind = AdvisorySchema.Schema.Kind,
            Reference = "ADV-TEST-0001",
            Origin = new ItemOrigin(
                Exercise.North.PersonId, "Liaison North", Exercise.North.OrganisationId!, "Northern force", Constituency.Military, Exercise.North.Force),
            ReleaseTo = ["own-side", "humanitarian"],
            Content = content,
        };
    }

    public static ItemVersioned Constraint(this ReleaseApp app, string summary) => app.Incident() with
    {
        Kind = AccessConstraintSchema.Schema.Kind,
        Reference = "ACN-TEST-0001",
        Content = new JsonObject
        {
            ["constraintType"] = "AC1",
            ["state"] = "REPORTED",
            ["severity"] = "2",
            ["startedAt"] = "2026-03-01T08:00:00Z",
            ["country"] = "XXA",
            ["admin1"] = "Meridian North",
            ["position"] = new JsonObject { ["lat"] = -12.5, ["lon"] = 45.5 },
            ["summary"] = summary,
            ["sectors"] = new JsonArray("HEA", "LOG"),
        },
    };

    private static ItemVersioned Notified(this ReleaseApp app, string kind, ItemVersioned? after, JsonObject content)
    {
        content["organisation"] = new JsonObject { ["id"] = Exercise.Amal.OrganisationId, ["name"] = "Relief North", ["constituency"] = "ingo" };
        content["notifiedBy"] = new JsonObject { ["id"] = Exercise.Amal.PersonId, ["name"] = "Amal" };
        var incident = app.Incident();
        return incident with
        {
            Item = after?.Item ?? incident.Item,
            Version = (after?.Version ?? 0) + 1,
            Kind = kind,
            Reference = kind == "site" ? "HNS-TEST-0001" : "HNM-TEST-0001",
            Sensitivity = Sensitivity.High,
            ReleaseTo = ["own-side", .. Named],
            Recipients = Named,
            Content = content,
        };
    }
}
