using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes a trace: what people could do, one act after the other, with what they act on having been written before.</summary>
internal sealed class TraceMaker(long seed, Dice dice, IReadOnlyList<Person> people, IReadOnlyList<Room> rooms, Person observer)
{
    private static readonly string[] Releases = ["", "", "all", "all", "own-side", "own-organisation", "humanitarian", "own-side audience:military:northern-force", "own-side side:security", "own-side audience:military:southern-force"];
    private static readonly string[] Categories = ["SHELLING_INDIRECT_FIRE", "OTHER", "CHECKPOINT_INCIDENT", "SEXUAL_VIOLENCE"];

    private readonly List<(string Key, Act Act)> trace = [];
    private readonly MovementMaker movements = new(seed, dice, people, observer);
    private readonly AdvisoryMaker advisories = new(seed, dice, people);
    private readonly NoticeMaker notices = new(seed, dice);
    private readonly List<Person> present = [.. people.Where(person => person.Where == In.Both)];

    public IReadOnlyList<(string Key, Act Act)> Make(int length)
    {
        // Who is no longer there must not notice what happens then. A coordinator of the convenor stays in charge, so is not removed.
        var removal = dice.OneIn(5) && !observer.IsCoordinator ? (length / 2) + dice.Below(length / 2) : -1;
        var episodes = new Episodes(seed, dice, people, observer);
        var episode = new Queue<Func<string, Act>>([.. episodes.Any(), .. episodes.Any()]);
        for (var at = 0; at < length; at++)
        {
            var key = Generator.KeyOf(at);
            trace.Add((key, at == removal ? new Remove(Coordinator, observer.Key) : episode.Count > 0 && dice.Below(3) > 0 ? episode.Dequeue()(key) : Next(key)));
        }

        return trace;
    }

    private Act Next(string key) => dice.Below(45) switch
    {
        36 => advisories.Advise(key),
        37 or 38 => advisories.Next(key, trace, present, Coordinator) ?? advisories.Advise(key),
        39 or 40 => Raise(key),
        41 or 42 => notices.Next(key, trace, present, Coordinator) ?? Raise(key),
        > 42 => advisories.AboutConcerns(key, trace, present),
        30 or 31 => movements.Notify(key),
        > 31 => movements.Next(key, trace, present, Coordinator) ?? movements.Notify(key),
        < 6 => Post(key),
        < 8 => Report(key),
        8 or 9 => Decision() ?? Post(key),
        10 => Edit(key) ?? Post(key),
        11 => OnMessage((by, item) => new Withdraw(by, item), others: false) ?? Report(key),
        12 or 13 => OnMessage((by, item) => new Acknowledge(by, item), others: true) ?? Post(key),
        14 => Amendment(key) ?? Report(key),
        15 => OnReport((by, item) => new Verify(by, item, "VERIFIED")) ?? Report(key),
        16 => Membership() ?? Post(key),
        17 => dice.OneIn(2) ? new ChangePosture(Coordinator, dice.Of(["cooperation", "coexistence", "distance"])) : Membership() ?? Post(key),
        18 => new OpenRoom(Coordinator, dice.Of([.. rooms.Select(room => room.Key)])),
        19 or 20 => OnItem((_, item) => new Recall(dice.OneIn(2) ? Coordinator : AuthorOf(item), item, Target())) ?? Post(key),
        21 => OnItem((act, item) => Relabel(key, act, item)) ?? Post(key),
        22 => OnItem((_, item) => new Widen(Coordinator, item, Target())) ?? Post(key),
        23 => Answer() ?? Report(key),
        24 or 25 => OnItem((_, item) => new Inspect(dice.Of(present).Key, item)) ?? Post(key),
        26 => Upload(key),
        27 => dice.OneIn(2) ? new Consult(Coordinator) : Smuggle(key),
        28 => dice.OneIn(2) ? new Prepare(dice.OneIn(2) && present.Contains(observer) ? observer.Key : dice.Of(present).Key, "plenary", "all") : Prepared(key) ?? Post(key),
        _ => dice.Below(3) switch
        {
            0 => new Look(dice.Of(present).Key, "news"),
            1 => new Follow(dice.Of(present).Key),
            _ => new Reconnect(observer.Key),
        },
    };

    private string Coordinator => present.First(person => person.IsCoordinator).Key;

    private Post Post(string key)
    {
        var by = dice.Of(present);
        var room = dice.OneIn(2) ? "plenary" : dice.Of([.. rooms.Where(room => Sits(by, room))]).Key;
        var plenary = room == "plenary";
        var parents = trace.Where(one => one.Act is Post post && post.Room == room).Select(one => one.Key).ToList();
        return new Post(
            by.Key,
            room,
            $"news {Generator.Word(seed, key)}",
            plenary ? Release(by) : string.Empty,
            dice.Of(["", "", "low", "moderate", "high"]),
            parents.Count > 0 && dice.OneIn(3) ? dice.Of(parents) : null,
            dice.OneIn(8) ? "unattributed" : string.Empty,
            dice.OneIn(3),
            dice.OneIn(6) ? 60 + dice.Below(300) : 0,
            dice.OneIn(5) ? File(key) : null);
    }

    private HeldFile File(string key) => new(dice.Of(["text", "picture", "picture", "paper"]), Generator.Word(seed, key));

    // With what its author was shown some acts before.
    private Act? Prepared(string key)
    {
        var prepared = trace.Where(one => one.Act is Prepare).ToList();
        if (prepared.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(prepared);
        return new Post(act.By, ((Prepare)act).Room, $"news {Generator.Word(seed, key)}", dice.Of(["all", "all", "own-side"]), "low", ShownIn: slot);
    }

    private Upload Upload(string key)
    {
        var by = dice.Of(present);
        return new Upload(by.Key, "plenary", File(key), dice.OneIn(3));
    }

    private Act Smuggle(string key)
    {
        var by = dice.Of(present);
        var room = dice.Of([.. rooms.Where(room => Sits(by, room))]).Key;
        var text = $"NATO SECRET\n{Generator.Word(seed, key)} moves at night.";
        return dice.OneIn(2) ? new Smuggle(by.Key, room, text) : new Post(by.Key, room, text, "all");
    }

    private Relabel Relabel(string key, Act act, string item) => new(
        act.By,
        item,
        act is Post ? $"news {Generator.Word(seed, key)} labelled anew" : string.Empty,
        dice.Of(["", "own-side", "own-organisation", act is Report || act is Post { Room: "plenary" } ? "all" : string.Empty]),
        dice.Of(["low", "moderate", "high"]));

    private Act? Answer()
    {
        var asked = trace.Where(one => one.Act is Widen).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var widen = (Widen)dice.Of(asked).Act;
        return new Answer(AuthorOf(widen.Item), widen.Item, widen.Target, dice.OneIn(3) ? "decline" : "consent");
    }

    private string AuthorOf(string item) => trace.First(one => one.Key == item).Act.By;

    private Act? OnItem(Func<Act, string, Act> make)
    {
        var items = trace.Where(one => one.Act is Acts.Post or Acts.Report).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(items);
        return make(act, slot);
    }

    private string Target() => dice.OneIn(3) ? TargetOf(observer) : dice.Of([.. people.Select(person => TargetOf(person)).Distinct()]);

    private static string TargetOf(Person person) => person.Side switch
    {
        Side.Humanitarian => "side:humanitarian",
        Side.Political => "side:political",
        _ => $"audience:{person.Audience}",
    };

    private Report Report(string key)
    {
        var by = dice.Of([.. present.Where(person => person.Side is not Side.Political || dice.OneIn(3))]);
        var category = dice.Of(Categories);
        var fields = $$"""
            {"category":"{{category}}","occurredAt":"2040-02-28T0{{6 + dice.Below(3)}}:15:00Z","summary":"Bridge {{Generator.Word(seed, key)}}","country":"TUR","admin1":"Hatay","position":{"lat":36.5{{1 + dice.Below(8)}},"lon":36.5{{1 + dice.Below(8)}}},"narrativeRestricted":"told by a driver","actorName":"Grey Falcons","contactName":"Sami","impact":{"injured":1} }
            """;
        return new Report(by.Key, dice.OneIn(4) && by.Side is Side.Humanitarian ? "side" : "plenary", fields.Trim(), Release(by), dice.Of(["", "low", "moderate", "high"]));
    }

    private Raise Raise(string key)
    {
        var by = dice.Of([.. present.Where(person => person.Side is Side.Humanitarian || dice.OneIn(3))]);
        return notices.Raise(key, by, Release(by), trace);
    }

    private string Release(Person by) => dice.Of(by.Side is Side.Humanitarian ? Releases : ["", "", "all", "all", "own-side", "own-side humanitarian", "own-organisation"]);

    private Act? Decision()
    {
        var items = trace.Where(one => one.Act is Post { Room: "plenary", ReleaseTo.Length: > 0 } or Report { ReleaseTo.Length: > 0 }).Select(one => one.Key).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var (item, edits) = (dice.Of(items), string.Empty);
        if (dice.OneIn(3))
        {
            edits = trace.First(one => one.Key == item).Act is Post ? """{"text":{"text":"Said otherwise."}}""" : """{"summary":{"omit":true}}""";
        }

        return new Decide(Coordinator, item, Target(), dice.OneIn(3) ? "return" : "release", edits);
    }

    private Act? Edit(string key)
    {
        var posts = trace.Where(one => one.Act is Post).ToList();
        if (posts.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(posts);
        return new Edit(act.By, slot, $"news {Generator.Word(seed, key)} again", ((Post)act).Room == "plenary" && dice.OneIn(3) ? "own-side" : string.Empty);
    }

    private Act? OnMessage(Func<string, string, Act> make, bool others)
    {
        var posts = trace.Where(one => one.Act is Post).ToList();
        if (posts.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(posts);
        return make(others ? dice.Of(present).Key : act.By, slot);
    }

    private Act? OnReport(Func<string, string, Act> make)
    {
        var reports = trace.Where(one => one.Act is Report).ToList();
        return reports.Count == 0 ? null : make(dice.Of([.. present.Where(person => person.Side is Side.Humanitarian)]).Key, dice.Of(reports).Key);
    }

    private Act? Amendment(string key)
    {
        var reports = trace.Where(one => one.Act is Report).ToList();
        if (reports.Count == 0)
        {
            return null;
        }

        var (slot, act) = dice.Of(reports);
        return dice.Below(5) switch
        {
            0 => new Amend(act.By, slot, "close", "{}"),
            1 => new Amend(act.By, slot, "withdraw", """{"reason":"A mistake."}"""),
            2 => new Amend(act.By, slot, "correct", $$"""{"summary":"Bridge {{Generator.Word(seed, key)}} corrected","reason":"Heard again."}"""),
            3 => new Amend(act.By, slot, "update", $$"""{"summary":"Bridge {{Generator.Word(seed, key)}} updated"}"""),
            _ => new Amend(act.By, slot, "update", $$"""{"narrativeRestricted":"more of {{Generator.Word(seed, key)}}","actorName":"Nobody known"}"""),
        };
    }

    private Act? Membership()
    {
        var guests = people.Where(person => person.Where != In.Both).ToList();
        if (guests.Count == 0)
        {
            return null;
        }

        var guest = dice.Of(guests);
        if (!present.Contains(guest))
        {
            present.Add(guest);
            return new Join(Coordinator, guest.Key);
        }

        present.Remove(guest);
        return dice.Below(3) switch
        {
            0 => new Suspend(guest.Key),
            1 when guest.Organisation.Key.StartsWith("other-", StringComparison.Ordinal) => new ChangeOrganisation(guest.Organisation.Key, "observer"),
            _ => new Remove(Coordinator, guest.Key),
        };
    }

    private static bool Sits(Person person, Room room) => room.Kind switch
    {
        ChannelKind.Plenary => true,
        ChannelKind.Notice => person.IsCoordinator,
        ChannelKind.Notification => false,
        ChannelKind.Desk when person.IsCoordinator => true,
        _ => room.Admits.Any(atom => atom == person.Audience.ToString() || (atom == "humanitarian" && person.Side is Side.Humanitarian)),
    };
}
