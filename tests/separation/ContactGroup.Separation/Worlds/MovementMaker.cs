using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes movements and what is said about them. Whoever is named is there from the beginning to the end, so that nothing else decides whether it is taken.</summary>
internal sealed class MovementMaker(long seed, Dice dice, IReadOnlyList<Person> people, Person observer)
{
    /// <summary>Name of a stop that a scanner holds back from other sides.</summary>
    public const string HeldStop = "ask for +999 11 555 0199";

    private static readonly string[] Always = ["military:northern-force", "military:southern-force"];

    private static readonly Dictionary<string, string[]> After = new(StringComparer.Ordinal)
    {
        ["NOTIFIED"] = ["UNDERWAY", "UNDERWAY", "POSTPONED", "CANCELLED"],
        ["POSTPONED"] = ["NOTIFIED", "UNDERWAY", "CANCELLED"],
        ["UNDERWAY"] = ["COMPLETED", "ABORTED_EN_ROUTE"],
    };

    private static readonly string[] Purposes = ["AID_DELIVERY", "ASSESSMENT", "STAFF_MOVEMENT"];

    /// <summary>Forces that may be named.</summary>
    public IReadOnlyList<string> Forces { get; } =
        [.. Always.Concat(observer.Side is Side.Security ? [observer.Audience.ToString()] : Array.Empty<string>()).Distinct()];

    /// <summary>A word that stands in the name of a stop and nowhere else: letters alone, so that no scanner takes it for a number.</summary>
    public static string StopOf(string slot) => "depot" + string.Concat(slot.Select(character => char.IsAsciiDigit(character) ? (char)('a' + (character - '0')) : character));

    /// <summary>Somebody of the humanitarian side notifies a movement.</summary>
    public Notify Notify(string key)
    {
        var by = dice.Of([.. people.Where(person => person.Side is Side.Humanitarian && person.Where == In.Both)]);
        if (by.IsCoordinator && dice.OneIn(2))
        {
            var desk = dice.Of(["north", "south"]);
            return new Notify(by.Key, "desk-" + desk, Fields(key), dice.OneIn(4) ? string.Empty : $"military:{desk}ern-force");
        }

        return new Notify(by.Key, "notify", Fields(key, dice.OneIn(5)), string.Join(' ', Forces.Where(_ => dice.OneIn(2))));
    }

    /// <summary>Fields of a movement; near ones are late.</summary>
    public string Fields(string key, bool isHeld = false)
    {
        var name = $"{StopOf(key)}{(isHeld ? ", " + HeldStop : string.Empty)}";
        var fields = new JsonObject
        {
            ["category"] = dice.OneIn(4) ? "EMERGENCY" : "STANDARD",
            ["mode"] = "ROAD",
            ["purpose"] = dice.Of(Purposes),
            ["country"] = "TUR",
            ["vehicles"] = Vehicles(),
            ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
            ["route"] = Route(name),
            ["staff"] = 1 + dice.Below(9),
            ["evacuees"] = dice.Below(40),
            ["notes"] = $"Notes with {Generator.Word(seed, key)}.",
        };
        Window(fields, dice.OneIn(4) ? 2 : 5 + dice.Below(3));
        return fields.ToJsonString();
    }

    /// <summary>Something about a movement of the trace; null when there is none.</summary>
    public Act? Next(string key, IReadOnlyList<(string Key, Act Act)> trace, IReadOnlyList<Person> present, string coordinator)
    {
        var movements = trace.Where(one => one.Act is Acts.Notify).ToList();
        if (movements.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(movements);
        var notify = (Notify)act;
        return dice.Below(14) switch
        {
            < 4 => Amend(key, slot, notify, trace),
            < 6 => State(slot, notify, trace),
            6 => new WithdrawMovement(notify.By, slot, "A mistake."),
            < 10 => Confirm(key, slot, present),
            10 => Foreign(slot, present),
            11 => new Decide(coordinator, slot, "audience:" + dice.Of(Forces), dice.OneIn(3) ? "return" : "release"),
            12 => new Recall(coordinator, slot, dice.OneIn(5) ? "side:political" : "audience:" + dice.Of(Forces)),
            _ => dice.OneIn(2) ? new Inspect(dice.Of(present).Key, slot) : new Widen(coordinator, slot, "side:political"),
        };
    }

    /// <summary>Its owner says what is different.</summary>
    public AmendMovement Amend(string key, string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace)
    {
        var what = dice.Below(6);
        var fields = what switch
        {
            < 3 => Unseen(key),
            3 => new JsonObject { ["route"] = Route(StopOf(key)) },
            4 => Window([], 5 + dice.Below(4)),
            _ => new JsonObject { ["vehicles"] = Vehicles(), ["callContact"] = new JsonObject { ["name"] = "Second lead", ["phone"] = "+999 11 555 0135" } },
        };
        if (what >= 3 && dice.OneIn(3))
        {
            foreach (var (name, value) in Unseen(key))
            {
                fields[name] = value?.DeepClone();
            }
        }

        // INVARIANT: of those that are left after all before, so that it is taken whichever of them a world lacks.
        var left = Left(slot, notify, trace);
        return new AmendMovement(notify.By, slot, fields.ToJsonString(), dice.OneIn(4) ? string.Join(' ', left.Where(_ => !dice.OneIn(3))) : null);
    }

    /// <summary>An amendment of what recipients are not shown.</summary>
    public JsonObject Unseen(string key) => dice.Below(3) switch
    {
        0 => new JsonObject { ["notes"] = $"Otherwise {Generator.Word(seed, key)}, call +999 11 555 0177.", ["purpose"] = dice.Of(Purposes) },
        1 => new JsonObject { ["staff"] = 10 + dice.Below(9), ["clear"] = new JsonArray("evacuees", "purpose") },
        _ => new JsonObject { ["evacuees"] = 50 + dice.Below(9), ["notes"] = $"More of {Generator.Word(seed, key)}." },
    };

    /// <summary>An amendment of the route.</summary>
    public string Rerouted(string key) => new JsonObject { ["route"] = Route(StopOf(key)) }.ToJsonString();

    /// <summary>A receipt of somebody of a force that may be named, now and then of anybody.</summary>
    public Confirm Confirm(string key, string slot, IReadOnlyList<Person> present)
    {
        var named = present.Where(person => Forces.Contains(person.Audience.ToString()) && person.Where == In.Both).ToList();
        var by = named.Count == 0 || dice.OneIn(6) ? dice.Of(present) : dice.Of(named);
        return new Confirm(by.Key, slot, $"Cell {dice.Below(3)}", dice.OneIn(3) ? $"Which bridge is {Generator.Word(seed, key)}?" : null, dice.OneIn(5));
    }

    private static IReadOnlyList<string> Left(string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace) => [.. trace
        .Select(one => one.Act is AmendMovement { Recipients: { } left } amend && amend.Movement == slot ? left : null)
        .OfType<string>()
        .Aggregate(notify.Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable(), (now, left) => now.Intersect(left.Split(' ')))];

    private SayState State(string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace)
    {
        var now = trace.Select(one => one.Act is SayState said && said.Movement == slot ? said.State : null).LastOrDefault(state => state is not null) ?? "NOTIFIED";
        return new SayState(notify.By, slot, dice.Of(After.GetValueOrDefault(now) ?? ["UNDERWAY"]), "The ferry is broken.");
    }

    // By those who have no business to: refused, as if it did not exist where it is not seen.
    private Act Foreign(string slot, IReadOnlyList<Person> present)
    {
        var by = dice.Of(present).Key;
        return dice.Below(3) switch
        {
            0 => new AmendMovement(by, slot, """{"notes":"Ours."}""", Foreign: true),
            1 => new SayState(by, slot, "UNDERWAY", "Ours.", Foreign: true),
            _ => new WithdrawMovement(by, slot, "Ours.", Foreign: true),
        };
    }

    private JsonArray Route(string name) =>
    [
        new JsonObject { ["type"] = "ORIGIN", ["name"] = name, ["lat"] = 36.51234 + (dice.Below(9) / 1000.0), ["lon"] = 36.52345 },
        new JsonObject { ["type"] = "DESTINATION", ["lat"] = 36.71234, ["lon"] = 36.62345 + (dice.Below(9) / 1000.0) },
    ];

    private JsonArray Vehicles() => [.. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => new JsonObject { ["type"] = "TRUCK_LT_10T" })];

    // With a reason always: whether one is there already may differ between the worlds.
    private static JsonObject Window(JsonObject fields, int day)
    {
        fields["windowStart"] = string.Create(CultureInfo.InvariantCulture, $"2040-03-0{day}T06:00:00Z");
        fields["windowEnd"] = string.Create(CultureInfo.InvariantCulture, $"2040-03-0{day}T14:00:00Z");
        fields["lateReason"] = "The road opened today.";
        return fields;
    }
}
