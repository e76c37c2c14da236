using System.Text.Json.Nodes;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Observing;

/// <summary>What the observer asks of movements that they should not know of, and in rooms where others notify.</summary>
internal static class MovementProbes
{
    private const int MostItems = 3;

    /// <summary>Drafts of a movement and a site for a force.</summary>
    public static IEnumerable<JsonObject> Drafts(string room) =>
    [
        new() { ["channel"] = room, ["kind"] = "movement", ["content"] = Movement() },
        new() { ["channel"] = room, ["kind"] = "site", ["content"] = Site() },
        new() { ["channel"] = room, ["kind"] = "advisory", ["content"] = Advisory() },
    ];

    /// <summary>Everything that can be said about movements of others, by their ids, and by the keys of those who said it.</summary>
    public static IEnumerable<Question> Of(World world, IReadOnlyList<(string Key, string Id)> unknown, Func<string> key)
    {
        var movements = unknown.Where(one => IsMovement(world.Plan, one.Key)).Take(MostItems).Append(("no movement", SeededIds.Of("absent movement")));
        foreach (var (slot, id) in movements)
        {
            foreach (var (verb, body) in Verbs())
            {
                yield return Question.Post($"{verb} {slot}", $"/api/movements/items/{id}/{verb}", body, key());
            }
        }

        foreach (var room in world.Plan.Rooms.Where(room => room.Where != In.Both).Select(room => room.Key).Append("plenary"))
        {
            var channel = world.ChannelOf(room) ?? SeededIds.Of("absent room");
            yield return Question.Post("notify in " + room, $"/api/movements/channels/{channel}/movements", Movement(), key());
            yield return Question.Post("advise in " + room, $"/api/movements/channels/{channel}/advisories", Advisory(), key());
            yield return Question.Post("notify a site in " + room, $"/api/movements/channels/{channel}/sites", Site(), key());
            yield return Question.Post("what was brought to " + room, $"/api/movements/channels/{channel}/brought", Brought(), key());
        }

        foreach (var slot in world.Plan.Slots.Where(slot => !slot.IsSame && (slot.First ?? slot.Second) is Notify or OfMovement).Take(MostItems))
        {
            yield return Question.Post(
                "the key of " + slot.Key, $"/api/movements/items/{SeededIds.Of("absent movement")}/acknowledge", Receipt(), World.KeyOf(world.Plan, slot.Key) + "-key");
        }
    }

    private static IEnumerable<(string Verb, JsonObject Body)> Verbs()
    {
        yield return ("acknowledge", Receipt());
        yield return ("acknowledge", []);
        yield return ("amend", new JsonObject { ["notes"] = "Mine." });
        yield return ("state", new JsonObject { ["state"] = "UNDERWAY" });
        yield return ("withdraw", new JsonObject { ["reason"] = "Mine." });
        yield return ("check-ins", new JsonObject { ["note"] = "Mine." });
        yield return ("amend-site", new JsonObject { ["notes"] = "Mine." });
        yield return ("revalidate", []);
        yield return ("amend-advisory", new JsonObject { ["summary"] = "Mine." });
        yield return ("end", []);
        yield return ("remove", new JsonObject { ["reason"] = "ERROR" });
    }

    private static JsonObject Brought() => new() { ["kind"] = "site", ["system"] = "register", ["ids"] = new JsonArray("1", "2") };

    private static JsonObject Receipt() => new() { ["version"] = 1, ["cell"] = "Mine" };

    private static JsonObject Movement() => new()
    {
        ["category"] = "STANDARD",
        ["mode"] = "ROAD",
        ["windowStart"] = "2040-12-06T06:00:00Z",
        ["windowEnd"] = "2040-12-06T14:00:00Z",
        ["route"] = new JsonArray(
            new JsonObject { ["type"] = "ORIGIN", ["lat"] = 36.51234, ["lon"] = 36.51234 },
            new JsonObject { ["type"] = "DESTINATION", ["lat"] = 36.61234, ["lon"] = 36.61234 }),
        ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
        ["recipients"] = Notify.Named("military:northern-force"),
    };

    private static JsonObject Site() => new()
    {
        ["siteType"] = "HOSPITAL",
        ["name"] = "Mine",
        ["country"] = "TUR",
        ["position"] = new JsonObject { ["lat"] = 36.51234, ["lon"] = 36.51234 },
        ["coordinateMethod"] = "GPS_ON_SITE",
        ["accuracy"] = 5,
        ["callContact"] = new JsonObject { ["name"] = "Guard", ["phone"] = "+999 11 555 0136" },
        ["relation"] = "OPERATES",
        ["recipients"] = Notify.Named("military:northern-force"),
    };

    private static JsonObject Advisory() => new()
    {
        ["advisoryType"] = "CLOSURE",
        ["severity"] = "MODERATE",
        ["urgency"] = "EXPECTED",
        ["certainty"] = "LIKELY",
        ["validFrom"] = "2040-03-01T06:00:00Z",
        ["validUntil"] = "2040-12-06T14:00:00Z",
        ["country"] = "TUR",
        ["summary"] = "Mine.",
    };

    private static bool IsMovement(Plan plan, string slot)
    {
        var found = plan.Slots.First(one => one.Key == slot);
        return (found.First ?? found.Second) is Notify or Advise;
    }
}
