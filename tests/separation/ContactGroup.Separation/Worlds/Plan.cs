using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>One place in the trace of a pair of worlds: the same moment in both, with what happens then in each.</summary>
/// <param name="Key">Name of the slot; what is written in it has the same id in both worlds.</param>
/// <param name="Wait">How long after the slot before, in virtual time.</param>
/// <param name="First">What happens in the first world; null for nothing.</param>
/// <param name="Second">What happens in the second world; null for nothing.</param>
internal sealed record Slot(string Key, TimeSpan Wait, Act? First, Act? Second)
{
    public bool IsSame => Equals(First, Second);

    public Act? Of(In world) => world == In.First ? First : Second;
}

/// <summary>Two worlds that agree on everything the observer may see.</summary>
/// <param name="Seed">Seed it was made from.</param>
/// <param name="Observer">Who observes.</param>
/// <param name="Posture">Posture at the beginning.</param>
/// <param name="People">Everybody.</param>
/// <param name="Rooms">Every channel there may be.</param>
/// <param name="Slots">What happens, in order.</param>
/// <param name="Words">Words to search for: some only in what is hidden.</param>
internal sealed record Plan(
    long Seed, Person Observer, Posture Posture, IReadOnlyList<Person> People, IReadOnlyList<Room> Rooms, IReadOnlyList<Slot> Slots, IReadOnlyList<string> Words)
{
    /// <summary>Name of this run in its hosts: a plan that is run again is another run, with people and rooms of its own.</summary>
    public string Run { get; init; } = Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the observer looks again on the next morning.</summary>
    public bool Sleeps { get; init; }

    public string Name => $"Northern crossing {Run}";

    /// <summary>The coordinator who convenes the group.</summary>
    public Person Convenor => People.First(person => person.IsCoordinator);

    public Person Who(string key) => People.First(person => person.Key == key);

    public Room Where(string key) => Rooms.First(room => room.Key == key);
}
