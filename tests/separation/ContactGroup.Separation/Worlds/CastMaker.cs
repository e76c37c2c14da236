using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Oracle;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes people and rooms: always coordination, two organisations of one kind, two forces of two people each; others as they fall.</summary>
internal sealed class CastMaker(Dice dice)
{
    private static readonly (string Key, Constituency Constituency, string? Force)[] Everybody =
    [
        ("un", Constituency.UnHumanitarian, null), ("ingo", Constituency.Ingo, null), ("nngo", Constituency.Nngo, null), ("rcrc", Constituency.Rcrc, null),
        ("development", Constituency.Development, null), ("donor", Constituency.Donor, null), ("authority", Constituency.HostAuthority, null),
        ("political", Constituency.Political, null), ("police", Constituency.Police, null), ("north", Constituency.Military, "northern-force"),
        ("coordination", Constituency.Coordination, null), ("watcher", Constituency.Observer, null), ("south", Constituency.Military, "southern-force"),
        ("east", Constituency.Military, "eastern-force"),
    ];

    /// <summary>How many kinds of observer there are: every constituency, and two more forces.</summary>
    public static int Kinds => Everybody.Length;

    /// <summary>Kind of an observer by the name of their organisation.</summary>
    public static int KindOf(string organisation) => Array.FindIndex(Everybody, one => one.Key == organisation);

    /// <summary>Everybody who is there, and who observes.</summary>
    /// <param name="kind">Which kind of observer, from 0.</param>
    public (Person Observer, IReadOnlyList<Person> People) People(int kind)
    {
        var people = new List<Person>();
        foreach (var (key, constituency, force) in Everybody)
        {
            var organisation = new Organisation(key, NameOf(key), constituency, force);
            var always = key is "ingo" or "north" or "south" or "coordination" || key == Everybody[kind].Key;
            if (always || dice.OneIn(3))
            {
                people.Add(new Person(key + "-1", $"First of {key}", organisation));
                if (always || dice.OneIn(2))
                {
                    people.Add(new Person(key + "-2", $"Second of {key}", organisation));
                }
            }
        }

        var second = new Organisation("ingo-b", NameOf("ingo-b"), Constituency.Ingo, null);
        people.Add(new Person("ingo-b-1", "First of the second NGO", second));
        var observer = people.First(person => person.Key == Everybody[kind].Key + "-1");
        return (observer, [.. people, .. Guests(people), .. Strangers(people)]);
    }

    /// <summary>The rooms there are or may be opened.</summary>
    public IReadOnlyList<Room> Rooms(IReadOnlyList<Person> people, Person observer)
    {
        var rooms = new List<Room> { new("plenary", "Plenary", ChannelKind.Plenary, []), new("notice", "Notices", ChannelKind.Notice, []) };
        rooms.Add(new Room("ngos", "NGO room", ChannelKind.Caucus, ["ingo", "nngo"]));
        rooms.Add(new Room("side", "Humanitarian room", ChannelKind.Caucus, ["humanitarian"]));
        rooms.Add(new Room("desk-north", "Desk of the north", ChannelKind.Desk, ["military:northern-force"]));
        rooms.Add(new Room("desk-south", "Desk of the south", ChannelKind.Desk, ["military:southern-force"]));
        rooms.Add(new Room("force-north", "Northern room", ChannelKind.Caucus, ["military:northern-force"]));
        rooms.Add(new Room("donors", "Donor room", ChannelKind.Caucus, ["donor", "political"]));
        rooms.Add(new Room("notify", "Movements and sites", ChannelKind.Notification, []));
        var sight = new Sight(observer, Posture.Coexistence, people, rooms, Array.Empty<(string, Act)>());
        return [.. rooms.Select(room => room with { Where = sight.MayKnowRoom(room) ? In.Both : dice.Of([In.First, In.Second, In.Both, In.Both]) })];
    }

    // People who are not there at first, and whose coming may show to some and not to others.
    private IEnumerable<Person> Guests(List<Person> people)
    {
        foreach (var host in people.Where(person => person.Key.EndsWith("-1", StringComparison.Ordinal)).ToList())
        {
            if (dice.OneIn(3))
            {
                yield return new Person("guest-" + host.Key, $"Guest of {host.Organisation.Key}", host.Organisation, In.None);
            }
            else if (dice.OneIn(4))
            {
                var other = new Organisation("other-" + host.Organisation.Key, "Other " + NameOf(host.Organisation.Key), host.Organisation.Constituency, host.Organisation.Force);
                yield return new Person("other-" + host.Key, $"Newcomer beside {host.Organisation.Key}", other, In.None);
            }
        }
    }

    // Somebody of an audience that is not in the contact group at all: the first to come of it.
    private IEnumerable<Person> Strangers(List<Person> people) => Everybody
        .Where(one => !people.Exists(person => person.Organisation.Key == one.Key) && dice.OneIn(3))
        .Select(one => new Person("stranger-" + one.Key, $"Stranger of {one.Key}", new Organisation(one.Key, NameOf(one.Key), one.Constituency, one.Force), In.None));

    private static string NameOf(string key) => key switch
    {
        "un" => "Relief Agency",
        "ingo" => "Blue Lantern",
        "ingo-b" => "Second NGO",
        "nngo" => "River Aid",
        "rcrc" => "National Society",
        "development" => "Roads and Wells",
        "donor" => "Donor Office",
        "authority" => "Crossing Authority",
        "political" => "Political Mission",
        "police" => "Traffic Police",
        "north" => "Liaison North",
        "south" => "Liaison South",
        "east" => "Liaison East",
        "coordination" => "Coordination Office",
        _ => "Observers",
    };
}
