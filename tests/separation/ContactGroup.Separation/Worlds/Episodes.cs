using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// What chance alone rarely puts together: something that crosses to the observer in part, with more of it before and after that does not; an answer that
/// crosses to what does not. Other acts come in between.
/// </summary>
internal sealed class Episodes(long seed, Dice dice, IReadOnlyList<Person> people, Person observer)
{
    private string Coordinator => people.First(person => person.IsCoordinator).Key;

    private string Target => observer.Side switch
    {
        Side.Humanitarian => "side:humanitarian",
        Side.Political => "side:political",
        _ => $"audience:{observer.Audience}",
    };

    /// <summary>The acts of one episode, or of none; each is told its slot.</summary>
    public IEnumerable<Func<string, Act>> Any() => dice.Below(5) switch
    {
        0 => [],
        1 => Answer(),
        2 => Afterwards(),
        _ => Crossing(),
    };

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
        var (by, seen) = (Author(), string.Empty);
        yield return key =>
        {
            seen = key;
            return new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "all", "low");
        };
        yield return _ => new Decide(Coordinator, seen, Target, "release");
        yield return key => new Post(Coordinator, "notice", $"news {Generator.Word(seed, key)}");
        yield return key => new Post(by, "plenary", $"news {Generator.Word(seed, key)}", "own-organisation", string.Empty, seen);
        yield return _ => new Acknowledge(Coordinator, seen);
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
