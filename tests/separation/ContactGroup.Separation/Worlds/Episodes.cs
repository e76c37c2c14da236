using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// What chance alone rarely puts together: something that crosses to the observer in part, with more of it before and after that does not; an answer that
/// crosses to what does not. Other acts come in between.
/// </summary>
internal sealed partial class Episodes(long seed, Dice dice, IReadOnlyList<Person> people, Person observer)
{
    private string Coordinator => people.First(person => person.IsCoordinator).Key;

    private string Target => observer.Side switch
    {
        Side.Humanitarian => "side:humanitarian",
        Side.Political => "side:political",
        _ => $"audience:{observer.Audience}",
    };

    // A force that the observer is not of.
    private string Elsewhere => observer.Organisation.Key == "north" ? "audience:military:southern-force" : "audience:military:northern-force";

    /// <summary>The acts of one episode, or of none; each is told its slot.</summary>
    public IEnumerable<Func<string, Act>> Any() => dice.Below(42) switch
    {
        0 => [],
        1 => Answer(),
        2 or 13 or 14 => Afterwards(),
        3 or 4 or 11 or 12 => Crossing(),
        5 => TakenBack(),
        6 => Widened(),
        7 or 10 => WithFile(),
        8 => Own(),
        9 => Shown(),
        16 or 17 => Told(),
        18 => NotTold(),
        19 => LeftOut(),
        20 => HeldBack(),
        21 => ToldFurther(),
        22 or 23 => Sited(),
        24 or 25 or 32 or 40 or 41 => Advised(),
        26 or 27 or 28 => Raised(),
        29 or 30 or 31 => Watched(),
        33 or 34 or 35 => UnderWay(),
        36 or 37 => AboutHidden(),
        38 or 39 => Struck(),
        _ => Marked(),
    };

    // Something crosses, is taken back, gets another label and crosses again, edited.
    private IEnumerable<Func<string, Act>> TakenBack()
    {
        var (by, item) = (Author(), string.Empty);
        yield return key =>
        {
            item = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "all", "low");
        };
        yield return _ => new Decide(Coordinator, item, Target, "release");
        yield return _ => new Recall(dice.OneIn(2) ? by : Coordinator, item, dice.OneIn(2) ? Target : Elsewhere);
        yield return key => new Relabel(by, item, $"news {Generator.Word(seed, key)} again", "all", "moderate");
        yield return _ => new Decide(Coordinator, item, Target, "release", """{"text":{"text":"Said otherwise."}}""");
    }

    private IEnumerable<Func<string, Act>> Widened()
    {
        var (by, item, target) = (Author(), string.Empty, observer.Side is Side.Humanitarian || dice.OneIn(4) ? Elsewhere : Target);
        yield return key =>
        {
            item = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "own-side", "low");
        };
        yield return _ => new Widen(Coordinator, item, target);
        yield return _ => new Answer(by, item, target, "consent");
        yield return _ => new Inspect(Coordinator, item);
        yield return _ => new Answer(by, item, target, "decline");
    }

    private IEnumerable<Func<string, Act>> WithFile()
    {
        var (by, item) = (Author(), string.Empty);
        var file = new HeldFile(dice.Of(["text", "picture", "paper"]), Generator.Word(seed, "file"));
        var release = dice.Of(["all", "all", "own-organisation"]);
        yield return key =>
        {
            item = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", release, "low", Attach: file);
        };
        yield return _ => new Decide(Coordinator, item, Target, "release");
        yield return _ => new Inspect(Coordinator, item);
        if (dice.OneIn(3))
        {
            yield return _ => new Recall(by, item, Target);
        }
    }

    // What the observer wrote, and what others do with it.
    private IEnumerable<Func<string, Act>> Own()
    {
        var item = string.Empty;
        var release = observer.Side is Side.Humanitarian ? "all" : "own-side humanitarian";
        var others = people.Where(person => person.Where == In.Both && person.Key != observer.Key).Select(person => person.Key).ToList();
        yield return key =>
        {
            item = key;
            return new Post(observer.Key, "plenary", $"news {Generator.Word(seed, key)}", release, "low");
        };
        yield return _ => new Decide(Coordinator, item, "side:humanitarian", "release");
        yield return _ => new Decide(Coordinator, item, "side:political", "release");
        yield return _ => new Inspect(dice.Of(others), item);
        yield return _ => new Inspect(dice.Of(others), item);
        yield return _ => new Recall(Coordinator, item, "side:political");
    }

    // The observer looks at who would get a message; then somebody comes; then they send it.
    private IEnumerable<Func<string, Act>> Shown()
    {
        var (shown, release) = (string.Empty, dice.Of(["all", "own-side"]));
        var guests = people.Where(person => person.Where == In.None && person.Organisation.Key != observer.Organisation.Key).Select(person => person.Key).ToList();
        yield return key =>
        {
            shown = key;
            return new Prepare(observer.Key, "plenary", release);
        };
        yield return key => guests.Count == 0 ? new Look(Coordinator, "news") : new Join(Coordinator, dice.Of(guests));
        yield return key => new Post(observer.Key, "plenary", $"news {Generator.Word(seed, key)}", "all", "low", ShownIn: shown);
    }

    private IEnumerable<Func<string, Act>> Marked()
    {
        var by = Author();
        yield return key => new Smuggle(by, "plenary", $"NATO SECRET\n{Generator.Word(seed, key)} moves at night.");
        yield return _ => new Consult(Coordinator);
        yield return key => new Post(by, "plenary", $"NATO SECRET\n{Generator.Word(seed, key)} moves at night.", "all");
    }

    private IEnumerable<Func<string, Act>> Crossing()
    {
        var by = Author();
        var report = string.Empty;
        yield return key =>
        {
            report = key;
            return new Report(by, "plenary", Fields(key), observer.Side is Side.Security ? $"own-side audience:{observer.Audience}" : "all", "moderate");
        };
        yield return key => new Post(Coordinator, "notice", $"news {Generator.Word(seed, key)}");
        yield return key => new Amend(by, report, "update", $$"""{"narrativeRestricted":"more of {{Generator.Word(seed, key)}}"}""");
        yield return _ => new Decide(Coordinator, report, Target, "release");
        yield return key => new Amend(by, report, "update", $$"""{"actorName":"known as {{Generator.Word(seed, key)}}"}""");
    }

    private IEnumerable<Func<string, Act>> Answer()
    {
        var (by, parent, answer) = (Author(), string.Empty, string.Empty);
        yield return key =>
        {
            parent = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "own-organisation");
        };
        yield return key =>
        {
            answer = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "all", "low", parent);
        };
        yield return _ => new Decide(Coordinator, answer, Target, "release");
        yield return _ => new Acknowledge(Coordinator, answer);
    }

    // What is seen, and then what is not: an answer, a message elsewhere, a receipt.
    private IEnumerable<Func<string, Act>> Afterwards()
    {
        var (by, seen, hidden) = (Author(), string.Empty, string.Empty);
        yield return key =>
        {
            seen = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "all", "low");
        };
        yield return _ => new Decide(Coordinator, seen, Target, "release");
        yield return key => new Post(Coordinator, "notice", $"news {Generator.Word(seed, key)}");
        yield return _ => new Decide(Coordinator, seen, Elsewhere, "release");
        yield return key =>
        {
            hidden = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "own-organisation", string.Empty, seen);
        };
        yield return _ => new Withdraw(by, hidden);
        yield return _ => new Acknowledge(Coordinator, seen);
        yield return _ => new Recall(Coordinator, seen, Elsewhere);
    }

    // Of another organisation than the observer's: what is one's own crosses nothing.
    private string Author() => dice.Of([.. people.Where(person =>
        person.Side is Side.Humanitarian && person.Where == In.Both && person.Organisation.Key != observer.Organisation.Key && !person.IsCoordinator).Select(person => person.Key)]);

    private string Fields(string key) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""
        {"category":"OTHER","occurredAt":"2040-02-28T0{{6 + dice.Below(3)}}:15:00Z","summary":"Bridge {{Generator.Word(seed, key)}}","country":"TUR",
        "admin1":"Hatay","position":{"lat":36.5{{1 + dice.Below(8)}},"lon":36.5{{1 + dice.Below(8)}} },"narrativeRestricted":"told by a driver",
        "actorName":"Grey Falcons","contactName":"Sami","impact":{"injured":1} }
        """);
}
