using System.Globalization;
using ContactGroup.Classification;
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
        var sight = new Sight(observer, posture, people, rooms, trace);
        var variation = new Variation(dice, observer, people, sight);
        var slots = trace.Select(one =>
        {
            var wait = TimeSpan.FromSeconds(1 + dice.Below(120));
            var (first, second) = variation.Of(one.Key, one.Act);
            return new Slot(one.Key, wait, first, second);
        }).ToList();
        Lateness.Vary(slots, dice, sight, observer);
        people = [.. people.Select(person => person.Where == In.None && !sight.MayKnowMember(person) && !sight.ActsInSight(person) && dice.OneIn(2)
            ? person with { Where = dice.Of([In.First, In.Second]) }
            : person)];
        return new Plan(seed, observer, posture, people, rooms, slots, Words(seed, slots)) { Sleeps = dice.OneIn(4) };
    }

    private static IReadOnlyList<string> Words(long seed, IReadOnlyList<Slot> slots) =>
        [.. slots.Where(slot => !slot.IsSame).Select(slot => Word(seed, slot.Key)).Take(5),
            .. slots.Where(slot => !slot.IsSame && (slot.First ?? slot.Second) is Acts.Notify or Acts.Advise).Select(slot => MovementMaker.StopOf(slot.Key)).Take(2),
            "news", "MSG", "Bridge"];

    /// <summary>A word that occurs in one item and nowhere else.</summary>
    public static string Word(long seed, string slot) => string.Create(CultureInfo.InvariantCulture, $"word{seed}x{slot}");
}
