using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes notices of access constraints and what is said about them.</summary>
internal sealed class NoticeMaker(long seed, Dice dice)
{
    /// <summary>Minutes after which a follow-up falls due: within the quarter of an hour that a pair lasts, in the night after it, or never.</summary>
    public static readonly int[] FollowUps = [3, 10, 600, 6_000];

    private static readonly string[] States = ["UNDER_FOLLOW_UP", "ESCALATED", "MITIGATED", "RESOLVED"];

    /// <summary>Somebody raises a notice.</summary>
    public Raise Raise(string key, Person by, string releaseTo, IReadOnlyList<(string Key, Act Act)> trace)
    {
        var linked = trace.Where(one => one.Act is Report or Notify).Select(one => one.Key).ToList();
        return new Raise(
            by.Key,
            dice.OneIn(4) && by.Side is Side.Humanitarian ? "side" : "plenary",
            Fields(key, dice.Of(["AC2", "AC3"])),
            releaseTo,
            dice.Of(["", "low", "moderate", "high"]),
            linked.Count > 0 && dice.OneIn(3) ? dice.Of(linked) : null);
    }

    /// <summary>Fields of a notice.</summary>
    public string Fields(string key, string type) => new JsonObject
    {
        ["constraintType"] = type,
        ["impediment"] = "TRAVEL_PERMIT",
        ["severity"] = dice.Of(["1", "2", "3", "4"]),
        ["title"] = $"Permit {Generator.Word(seed, key)}",
        ["startedAt"] = $"2040-02-28T0{6 + dice.Below(3)}:15:00Z",
        ["country"] = "TUR",
        ["admin1"] = dice.OneIn(4) ? "Adana" : "Hatay",
        ["summary"] = $"Bridge {Generator.Word(seed, key)}",
        ["description"] = "Told by a driver.",
        ["peopleAffected"] = "FROM_100",
        ["imposedByName"] = "Grey Falcons",
        ["negotiation"] = $"They ask {Generator.Word(seed, key)} for a fee.",
        ["source"] = "A trader",
        ["followUpBy"] = MovementMaker.Later(dice.Of(FollowUps)),
    }.ToJsonString();

    /// <summary>Something about a notice of the trace; null when there is none.</summary>
    public Act? Next(string key, IReadOnlyList<(string Key, Act Act)> trace, IReadOnlyList<Person> present, string coordinator)
    {
        var notices = trace.Where(one => one.Act is Acts.Raise).ToList();
        if (notices.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(notices);
        return dice.Below(14) switch
        {
            < 3 => Hidden(key, slot, act.By),
            < 5 => Shown(key, slot, act.By),
            < 7 => new SayConstraint(act.By, slot, dice.Of(States), "We wrote to them."),
            7 => new WithdrawNotice(act.By, slot, "A mistake."),
            8 => new UpdateNotice(coordinator, slot, new JsonObject { ["followUpOwner"] = "Second of coordination" }.ToJsonString(), Foreign: true),
            9 => Foreign(slot, dice.Of(present).Key),
            10 or 11 => new Decide(coordinator, slot, dice.Of(["side:political", "audience:military:northern-force", "audience:military:southern-force"]), dice.OneIn(3) ? "return" : "release"),
            12 => new Recall(dice.OneIn(2) ? coordinator : act.By, slot, dice.Of(["side:political", "side:humanitarian", "audience:military:northern-force"])),
            _ => new Inspect(dice.Of(present).Key, slot),
        };
    }

    /// <summary>An update of what crosses to nobody.</summary>
    public UpdateNotice Hidden(string key, string slot, string by) => new(by, slot, (dice.OneIn(2)
        ? new JsonObject { ["negotiation"] = $"They ask {Generator.Word(seed, key)} for more.", ["followUpOwner"] = "Somebody" }
        : new JsonObject { ["description"] = $"More of {Generator.Word(seed, key)}.", ["source"] = "Another trader" }).ToJsonString());

    /// <summary>An update of what may cross.</summary>
    public UpdateNotice Shown(string key, string slot, string by) =>
        new(by, slot, new JsonObject { ["summary"] = $"Bridge {Generator.Word(seed, key)} updated", ["severity"] = dice.Of(["1", "4"]) }.ToJsonString());

    private Act Foreign(string slot, string by) => dice.Below(3) switch
    {
        0 => new UpdateNotice(by, slot, """{"title":"Ours."}""", Foreign: true),
        1 => new SayConstraint(by, slot, "MITIGATED", "Ours.", Foreign: true),
        _ => new WithdrawNotice(by, slot, "Ours.", Foreign: true),
    };
}
