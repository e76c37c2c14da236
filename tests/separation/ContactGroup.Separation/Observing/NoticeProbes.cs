using System.Text.Json.Nodes;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Observing;

/// <summary>What the observer asks of notices and concerns that they should not know of, and of figures.</summary>
internal static class NoticeProbes
{
    private const int MostItems = 3;

    /// <summary>A draft of a notice.</summary>
    public static JsonObject Draft(string room, string releaseTo) =>
        new() { ["channel"] = room, ["kind"] = "access-constraint", ["content"] = Notice(), ["releaseTo"] = new JsonArray(releaseTo), ["sensitivity"] = "low" };

    /// <summary>Everything that can be said about notices and concerns of others.</summary>
    public static IEnumerable<Question> Of(World world, IReadOnlyList<(string Key, string Id)> unknown, Func<string> key)
    {
        var notices = unknown.Where(one => world.Plan.Slots.Any(slot => slot.Key == one.Key && (slot.First ?? slot.Second) is Raise)).Take(MostItems);
        foreach (var (slot, id) in notices.Append(("no notice", SeededIds.Of("absent notice"))))
        {
            yield return Question.Post("update " + slot, $"/api/access/items/{id}/update", new JsonObject { ["title"] = "Mine." }, key());
            yield return Question.Post("state of " + slot, $"/api/access/items/{id}/state", new JsonObject { ["state"] = "MITIGATED" }, key());
            yield return Question.Post("take back " + slot, $"/api/access/items/{id}/withdraw", new JsonObject { ["reason"] = "Mine." }, key());
            yield return Question.Post("raise about " + slot, $"/api/access/channels/{world.ChannelOf("plenary")}/notices", About(id), key());
        }

        foreach (var room in world.Plan.Rooms.Where(room => room.Where != In.Both).Select(room => room.Key).Append("notify"))
        {
            yield return Question.Post("raise in " + room, $"/api/access/channels/{world.ChannelOf(room) ?? SeededIds.Of("absent room")}/notices", Notice(), key());
        }

        foreach (var slot in world.Plan.Slots.Where(slot => !slot.IsSame && (slot.First ?? slot.Second) is KeepConcern).Take(MostItems))
        {
            yield return new Question("forget the concern of " + slot.Key, "DELETE", "/api/movements/concerns/" + world.ConcernOf(slot.Key));
        }

        yield return new Question("forget no concern", "DELETE", "/api/movements/concerns/" + SeededIds.Of("absent concern"));
        yield return Question.Post("keep a concern", "/api/movements/concerns", Concern(), key());
        yield return Question.Post("keep half a concern", "/api/movements/concerns", [], key());
        yield return Question.Get("concerns in the end", "/api/movements/concerns");
        yield return Question.Get("overlaps in the end", "/api/movements/overlaps");
        yield return Question.Get("an overview of nothing", "/api/access/overview");
        yield return Question.Get("an overview of too much", "/api/access/overview?country=TUR&from=2000-01&to=2041-06");
    }

    // Whoever may not see what they name is told the same as of what does not exist.
    private static JsonObject About(string item)
    {
        var notice = Notice();
        notice["linkedIncident"] = item;
        return notice;
    }

    private static JsonObject Notice() => new()
    {
        ["constraintType"] = "AC2",
        ["severity"] = "2",
        ["title"] = "Mine",
        ["startedAt"] = "2040-02-28",
        ["country"] = "TUR",
        ["admin1"] = "Hatay",
    };

    private static JsonObject Concern() => new()
    {
        ["note"] = "Mine",
        ["from"] = "2040-03-01T06:00:00Z",
        ["until"] = "2040-12-01T06:00:00Z",
        ["position"] = new JsonObject { ["lat"] = 36.6, ["lon"] = 36.6 },
        ["radius"] = 30_000,
    };
}
