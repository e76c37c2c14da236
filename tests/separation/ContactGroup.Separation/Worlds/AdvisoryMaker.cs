using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes advisories, what is said about them, and concerns of forces.</summary>
internal sealed class AdvisoryMaker(long seed, Dice dice, IReadOnlyList<Person> people)
{
    private static readonly string[] Types = ["CLOSURE", "EXPLOSIVE_HAZARD", "WEATHER"];

    /// <summary>Somebody who may issues an advisory; now and then somebody who may not tries to.</summary>
    public Advise Advise(string key) => Advise(
        key, dice.Of([.. people.Where(person => person.Where == In.Both && (person.Side is not Side.Humanitarian || person.IsCoordinator || dice.OneIn(8)))]).Key);

    /// <summary>An advisory of somebody.</summary>
    public Advise Advise(string key, string by)
    {
        var fields = new JsonObject
        {
            ["advisoryType"] = dice.Of(Types),
            ["severity"] = "MODERATE",
            ["urgency"] = "EXPECTED",
            ["certainty"] = "LIKELY",
            ["validFrom"] = MovementMaker.Later(-60),
            ["validUntil"] = MovementMaker.Later(dice.OneIn(3) ? 10 + dice.Below(10) : 3000),
            ["country"] = "TUR",
            ["admin1"] = "Hatay",
            ["place"] = "Old bridge",
            ["position"] = new JsonObject { ["lat"] = 36.51234, ["lon"] = 36.52345 },
            ["radius"] = 500 + dice.Below(9),
            ["summary"] = $"Closed at {MovementMaker.StopOf(key)}.",
        };
        if (people.First(person => person.Key == by).Side is not Side.Humanitarian)
        {
            fields["unit"] = $"Unit of {Generator.Word(seed, key)}";
            fields["operation"] = $"Clearing {Generator.Word(seed, key)}";
            fields["source"] = $"Patrol {Generator.Word(seed, key)}";
        }

        return new Advise(by, fields.ToJsonString());
    }

    /// <summary>Something about an advisory of the trace; null when there is none.</summary>
    public Act? Next(string key, IReadOnlyList<(string Key, Act Act)> trace, IReadOnlyList<Person> present, string coordinator)
    {
        var advisories = trace.Where(one => one.Act is Acts.Advise).ToList();
        if (advisories.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(advisories);
        return dice.Below(10) switch
        {
            < 3 => Hidden(key, slot, act.By),
            < 5 => Shown(key, slot, act.By),
            5 => new EndAdvisory(act.By, slot, "Cleared."),
            6 => new WithdrawMovement(act.By, slot, "A mistake."),
            7 => dice.OneIn(2) ? new EndAdvisory(dice.Of(present).Key, slot, "Ours.", Foreign: true) : new AmendAdvisory(dice.Of(present).Key, slot, """{"source":"Ours."}""", Foreign: true),
            8 => new Recall(coordinator, slot, "side:humanitarian"),
            _ => new Inspect(dice.Of(present).Key, slot),
        };
    }

    /// <summary>An amendment of what stays with its force.</summary>
    public AmendAdvisory Hidden(string key, string slot, string by) =>
        new(by, slot, new JsonObject { [dice.Of(["unit", "operation", "source"])] = $"Otherwise {Generator.Word(seed, key)}" }.ToJsonString());

    /// <summary>An amendment of what is told.</summary>
    public AmendAdvisory Shown(string key, string slot, string by) =>
        new(by, slot, new JsonObject { ["summary"] = $"Open again at {MovementMaker.StopOf(key)}.", ["radius"] = 700 + dice.Below(9) }.ToJsonString());

    /// <summary>A concern of somebody about where movements go.</summary>
    public KeepConcern Concern(string key, string by)
    {
        var fields = new JsonObject
        {
            ["note"] = $"Ours: {Generator.Word(seed, key)}",
            ["from"] = MovementMaker.Later(0),
            ["until"] = MovementMaker.Later(20_000),
        };
        if (dice.OneIn(2))
        {
            fields["position"] = new JsonObject { ["lat"] = 36.6, ["lon"] = 36.6 };
            fields["radius"] = dice.Of([50, 5_000, 30_000]);
        }
        else
        {
            fields["outline"] = new JsonArray(Corner(36.4, 36.4), Corner(36.4, 36.8), Corner(36.8, 36.6));
        }

        return new KeepConcern(by, fields.ToJsonString());
    }

    /// <summary>Something about concerns: by forces, now and then by others.</summary>
    public Act AboutConcerns(string key, IReadOnlyList<(string Key, Act Act)> trace, IReadOnlyList<Person> present)
    {
        var of = present.Where(person => person.Side is Side.Security && person.Where == In.Both).ToList();
        var by = dice.OneIn(8) ? dice.Of(present).Key : dice.Of(of).Key;
        var kept = trace.Where(one => one.Act is KeepConcern).ToList();
        return dice.Below(5) switch
        {
            < 2 => new AskOverlaps(by),
            2 when kept.Count > 0 => dice.Of(kept) is var one && dice.OneIn(3) ? new ForgetConcern(by, one.Key) : new ForgetConcern(one.Act.By, one.Key),
            _ => Concern(key, by),
        };
    }

    private static JsonObject Corner(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
