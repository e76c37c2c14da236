using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// Makes movements and sites and what is said about them. Whoever is named is there from the beginning to the end, so that nothing else decides whether it is taken.
/// </summary>
internal sealed partial class MovementMaker(long seed, Dice dice, IReadOnlyList<Person> people, Person observer)
{
    /// <summary>How words begin that a scanner holds back from other sides, as they stand in the fields.</summary>
    public const string HeldWords = "ask for ";

    private const string HeldStop = HeldWords + "+999 11 555 0199";
    private const int Day = 24 * 60;

    // Minutes after the beginning: no pair lasts so long.
    private const int AfterAll = 75;

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

    /// <summary>A word that stands in the name of a stop or a site and nowhere else: letters alone, so that no scanner takes it for a number.</summary>
    public static string StopOf(string slot) => "depot" + string.Concat(slot.Select(character => char.IsAsciiDigit(character) ? (char)('a' + (character - '0')) : character));

    /// <summary>Somebody of the humanitarian side notifies a movement or a site.</summary>
    public Notify Notify(string key)
    {
        var by = dice.Of([.. people.Where(person => person.Side is Side.Humanitarian && person.Where == In.Both)]);
        var kind = dice.OneIn(3) ? Acts.Notify.Site : Acts.Notify.Movement;
        if (by.IsCoordinator && dice.OneIn(2))
        {
            var desk = dice.Of(["north", "south"]);
            return new Notify(by.Key, "desk-" + desk, Fields(key, kind), dice.OneIn(4) ? string.Empty : $"military:{desk}ern-force", kind);
        }

        return new Notify(by.Key, "notify", Fields(key, kind, dice.OneIn(5)), string.Join(' ', Forces.Where(_ => dice.OneIn(2))), kind);
    }

    /// <summary>Fields of a movement or a site.</summary>
    public string Fields(string key, string kind, bool isHeld = false) => kind == Acts.Notify.Site ? FieldsOfSite(key, isHeld) : Fields(key, isHeld);

    /// <summary>Something about a movement or a site of the trace; null when there is none.</summary>
    public Act? Next(string key, IReadOnlyList<(string Key, Act Act)> trace, IReadOnlyList<Person> present, string coordinator)
    {
        var movements = trace.Where(one => one.Act is Acts.Notify).ToList();
        if (movements.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(movements);
        var notify = (Notify)act;
        return dice.Below(16) switch
        {
            < 4 => Amend(key, slot, notify, trace),
            < 6 => notify.IsSite ? new Revalidate(notify.By, slot) : State(slot, notify, trace),
            6 => dice.OneIn(2) || !notify.IsSite ? new WithdrawMovement(notify.By, slot, "A mistake.") : new RemoveSite(notify.By, slot, "RELOCATED"),
            < 10 => Confirm(key, slot, present),
            10 => Foreign(slot, notify, present),
            11 => new Decide(coordinator, slot, "audience:" + dice.Of(Forces), dice.OneIn(3) ? "return" : "release"),
            12 => new Recall(coordinator, slot, dice.OneIn(5) ? "side:political" : "audience:" + dice.Of(Forces)),
            13 => dice.OneIn(2) ? new Inspect(dice.Of(present).Key, slot) : new Widen(coordinator, slot, "side:political"),
            _ => notify.IsSite ? Amend(key, slot, notify, trace) : HearOf(key, slot, notify),
        };
    }

    /// <summary>Its owner says what is different.</summary>
    public AmendMovement Amend(string key, string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace)
    {
        var what = dice.Below(6);
        var unseen = what < 3;
        var fields = unseen ? Unseen(key, notify.Kind) : notify.IsSite ? SeenOfSite(key, what) : SeenOfMovement(key, what);
        if (!unseen && dice.OneIn(3))
        {
            foreach (var (name, value) in Unseen(key, notify.Kind))
            {
                fields[name] = value?.DeepClone();
            }
        }

        // INVARIANT: of those that are left after all before, so that it is taken whichever of them a world lacks.
        var left = Left(slot, notify, trace);
        return new AmendMovement(
            notify.By, slot, fields.ToJsonString(), dice.OneIn(4) ? string.Join(' ', left.Where(_ => !dice.OneIn(3))) : null, IsSite: notify.IsSite);
    }

    /// <summary>An amendment of what recipients are not shown.</summary>
    public JsonObject Unseen(string key, string kind = Acts.Notify.Movement) => kind == Acts.Notify.Site ? UnseenOfSite(key) : dice.Below(3) switch
    {
        0 => new JsonObject { ["notes"] = $"Otherwise {Generator.Word(seed, key)}, call +999 11 555 0177.", ["purpose"] = dice.Of(Purposes) },
        1 => new JsonObject { ["staff"] = 10 + dice.Below(9), ["nationalStaff"] = 4, ["contractors"] = 2, ["clear"] = new JsonArray("evacuees", "purpose", "cargo", "radioCallSign") },
        _ => new JsonObject
        {
            ["evacuees"] = 50 + dice.Below(9),
            ["notes"] = $"More of {Generator.Word(seed, key)}.",
            ["focalPoint"] = new JsonObject { ["name"] = $"Room of {Generator.Word(seed, key)}", ["phone"] = "+999 11 555 0179" },
            ["escort"] = "AREA_SECURITY",
            ["escortJustification"] = $"Because of {Generator.Word(seed, key)}, call +999 11 555 0178.",
            ["partiesOnRoute"] = $"Now {Generator.Word(seed, key)}, call +999 11 555 0178.",
            ["waybill"] = $"Another of {Generator.Word(seed, key)}",
        },
    };

    /// <summary>An amendment of the route, or of the position.</summary>
    public string Moved(string key, string kind = Acts.Notify.Movement) => (kind == Acts.Notify.Site ? SeenOfSite(key, 3) : SeenOfMovement(key, 3)).ToJsonString();

    /// <summary>A receipt of somebody of a force that may be named, now and then of anybody.</summary>
    public Confirm Confirm(string key, string slot, IReadOnlyList<Person> present)
    {
        var named = present.Where(person => Forces.Contains(person.Audience.ToString()) && person.Where == In.Both).ToList();
        var by = named.Count == 0 || dice.OneIn(6) ? dice.Of(present) : dice.Of(named);
        return new Confirm(by.Key, slot, $"Cell {dice.Below(3)}", dice.OneIn(3) ? $"Which bridge is {Generator.Word(seed, key)}?" : null, dice.OneIn(5));
    }

    /// <summary>Its owner has heard of those who move.</summary>
    public HearOf HearOf(string key, string slot, Notify notify) => new(notify.By, slot, dice.OneIn(3) ? null : dice.Below(2), $"Heard of {Generator.Word(seed, key)}.");

    /// <summary>Fields of a movement with a time at its last stop that no pair reaches, unless it sleeps.</summary>
    public string Timed(string key)
    {
        var fields = JsonNode.Parse(Fields(key, isHeld: false))!.AsObject();
        fields["route"] = Route(StopOf(key), at: AfterAll + 60);
        return Window(fields, AfterAll).ToJsonString();
    }

    // Near ones are late; some begin so soon that somebody is reminded, escalated or overdue while the pair lasts.
    private string Fields(string key, bool isHeld)
    {
        var name = $"{StopOf(key)}{(isHeld ? ", " + HeldStop : string.Empty)}";
        var when = dice.Below(5);
        var fields = new JsonObject
        {
            ["category"] = dice.OneIn(4) ? "EMERGENCY" : "STANDARD",
            ["mode"] = "ROAD",
            ["purpose"] = dice.Of(Purposes),
            ["country"] = "TUR",
            ["vehicles"] = Vehicles(),
            ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
            ["route"] = Route(name, at: when == 0 ? 10 : null),
            ["alternateContact"] = new JsonObject { ["name"] = $"Lead of {Generator.Word(seed, key)}", ["phone"] = "+999 11 555 0176", ["callSign"] = "Heron 2" },
            ["staff"] = 1 + dice.Below(9),
            ["evacuees"] = dice.Below(40),
            ["notes"] = $"Notes with {Generator.Word(seed, key)}.",
        };
        if ((int)fields["staff"]! % 2 == 0)
        {
            Draw(fields);
        }

        Load.Put(fields, Generator.Word(seed, key));
        if ((int)fields["staff"]! % 3 == 0)
        {
            (fields["escort"], fields["escortJustification"]) = ("ARMED_ESCORT", $"Only way for {Generator.Word(seed, key)}.");
        }

        return Window(fields, when switch { 0 => 3, 1 or 2 => 63 + dice.Below(12), _ => Day * (1 + dice.Below(5)) }).ToJsonString();
    }

    private JsonObject SeenOfMovement(string key, int what) => what switch
    {
        3 => Draw(new JsonObject { ["route"] = Route(StopOf(key), at: null) }),
        4 => Window([], dice.OneIn(2) ? 70 : Day * (4 + dice.Below(3))),
        _ => new JsonObject { ["vehicles"] = Vehicles(), ["callContact"] = new JsonObject { ["name"] = "Second lead", ["phone"] = "+999 11 555 0135" } },
    };

    private static IReadOnlyList<string> Left(string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace) => [.. trace
        .Select(one => one.Act is AmendMovement { Recipients: { } left } amend && amend.Movement == slot ? left : null)
        .OfType<string>()
        .Aggregate(notify.Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable(), (now, left) => now.Intersect(left.Split(' ')))];

    private SayState State(string slot, Notify notify, IReadOnlyList<(string Key, Act Act)> trace)
    {
        var now = trace.Select(one => one.Act is SayState said && said.Movement == slot ? said.State : null).LastOrDefault(state => state is not null) ?? "NOTIFIED";
        return new SayState(notify.By, slot, dice.Of(After.GetValueOrDefault(now) ?? ["UNDERWAY"]), "The ferry is broken.");
    }

    // By those who have no business to: refused, as if it did not exist where it is not seen. INVARIANT: of another type than the author, whose organisation is
    // another one of the same type in the other world: who is of that one would be taken there and refused here.
    private Act Foreign(string slot, Notify notify, IReadOnlyList<Person> present)
    {
        var author = people.First(person => person.Key == notify.By).Audience;
        var by = dice.Of([.. present.Where(person => person.Audience != author)]).Key;
        return dice.Below(4) switch
        {
            0 => new AmendMovement(by, slot, """{"notes":"Ours."}""", Foreign: true, IsSite: notify.IsSite),
            1 => notify.IsSite ? new RemoveSite(by, slot, "ERROR", Foreign: true) : new SayState(by, slot, "UNDERWAY", "Ours.", Foreign: true),
            2 => notify.IsSite ? new Revalidate(by, slot, Foreign: true) : new HearOf(by, slot, 0, "Ours.", Foreign: true),
            _ => new WithdrawMovement(by, slot, "Ours.", Foreign: true),
        };
    }

    // Without another throw of the dice: as different as the stops are.
    private static JsonObject Draw(JsonObject fields)
    {
        var (from, to) = (fields["route"]![0]!, fields["route"]![1]!);
        fields["routeGeometry"] = Line(from, 36.6, to);
        fields["alternateRoutes"] = new JsonArray(Line(from, 36.65, to));
        return fields;
    }

    private static JsonObject Line(JsonNode from, double bend, JsonNode to) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray(At(from), new JsonArray(36.55, bend), At(to)),
    };

    private static JsonArray At(JsonNode stop) => [stop["lon"]!.DeepClone(), stop["lat"]!.DeepClone()];

    private JsonArray Route(string name, int? at)
    {
        var origin = new JsonObject { ["type"] = "ORIGIN", ["name"] = name, ["lat"] = Near(36.51234), ["lon"] = 36.52345 };
        var destination = new JsonObject { ["type"] = "DESTINATION", ["lat"] = 36.71234, ["lon"] = Near(36.62345) };
        if (at is { } minutes)
        {
            destination["at"] = Later(minutes);
            destination["until"] = Later(minutes + 5);
        }

        return [origin, destination];
    }

    private double Near(double degrees) => Math.Round(degrees + (dice.Below(9) / 1000.0), 5);

    private JsonArray Vehicles() => [.. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => new JsonObject { ["type"] = "TRUCK_LT_10T" })];

    // With a reason always: whether one is there already may differ between the worlds.
    private static JsonObject Window(JsonObject fields, int minutes)
    {
        fields["windowStart"] = Later(minutes);
        fields["windowEnd"] = Later(minutes + 480);
        fields["lateReason"] = "The road opened today.";
        return fields;
    }

    /// <summary>An instant as <see cref="World.InTime"/> reads it.</summary>
    internal static string Later(int minutes) => "@" + minutes.ToString(CultureInfo.InvariantCulture);
}
