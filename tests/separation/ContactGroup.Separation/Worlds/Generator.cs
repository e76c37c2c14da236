using System.Globalization;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Oracle;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// Makes a pair of worlds from a seed: a trace of acts first; then, with the whole trace known, what the observer may not come to see is left out of one
/// world or the other, replaced, or kept, and what they see in part differs in the rest.
/// </summary>
internal static class Generator
{
    private const int Fewest = 12;
    private const int Most = 24;

    /// <summary>The pair of a seed.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="kind">Which kind of observer, from 0 to below <see cref="CastMaker.Kinds"/>.</param>
    public static Plan Make(long seed, int kind)
    {
        var dice = new Dice(seed);
        var cast = new CastMaker(dice);
        var (observer, people) = cast.People(kind);
        var rooms = cast.Rooms(people, observer);
        var posture = dice.Of([Posture.Cooperation, Posture.Coexistence, Posture.Coexistence, Posture.Distance]);
        var trace = new TraceMaker(seed, dice, people, rooms, observer).Make(Fewest + dice.Below(Most - Fewest));

        // By dice of its own: what comes before is the same with an ending and without.
        var lastDice = new Dice(~seed);
        var ending = Named(new Episodes(seed, lastDice, people, observer).Ending(), from: trace.Count).ToList();
        var sight = new Sight(observer, posture, people, rooms, [.. trace, .. ending]);
        var last = Slots(ending, lastDice, new Variation(lastDice, observer, people, sight));
        var slots = Slots(trace, dice, new Variation(dice, observer, people, sight));
        Lateness.Vary(slots, dice, sight, observer);
        people = [.. people.Select(person => person.Where == In.None && !sight.MayKnowMember(person) && !sight.ActsInSight(person) && dice.OneIn(2)
            ? person with { Where = dice.Of([In.First, In.Second]) }
            : person)];
        slots.AddRange(last);
        return new Plan(seed, observer, posture, people, rooms, slots, Words(seed, slots)) { Sleeps = dice.OneIn(4) };
    }

    /// <summary>Name of the slot at a place of the trace, from 0.</summary>
    public static string KeyOf(int place) => string.Create(CultureInfo.InvariantCulture, $"s{place + 1}");

    private static IEnumerable<(string Key, Act Act)> Named(IEnumerable<Func<string, Act>> acts, int from) => acts.Select((act, place) =>
    {
        var key = KeyOf(from + place);
        return (key, act(key));
    });

    private static List<Slot> Slots(IReadOnlyList<(string Key, Act Act)> trace, Dice dice, Variation variation) => [.. trace.Select(one =>
    {
        var wait = TimeSpan.FromSeconds(1 + dice.Below(120));
        var (first, second) = variation.Of(one.Key, one.Act);
        return new Slot(one.Key, wait, first, second);
    })];

    private static IReadOnlyList<string> Words(long seed, IReadOnlyList<Slot> slots) =>
        [.. slots.Where(slot => !slot.IsSame).Select(slot => Word(seed, slot.Key)).Take(5),
            .. slots.Where(slot => !slot.IsSame && (slot.First ?? slot.Second) is Acts.Notify or Acts.Advise).Select(slot => MovementMaker.StopOf(slot.Key)).Take(2),
            "news", "MSG", "Bridge"];

    /// <summary>A word that occurs in one item and nowhere else.</summary>
    public static string Word(long seed, string slot) => string.Create(CultureInfo.InvariantCulture, $"word{seed}x{slot}");
}
