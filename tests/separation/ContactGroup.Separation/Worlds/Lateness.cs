using ContactGroup.Classification;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Oracle;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// Lets a report that the observer gets only after its release be written at another moment in the second world: what crosses then bears the time of its
/// release and stands where it was released.
/// </summary>
internal static class Lateness
{
    public static void Vary(List<Slot> slots, Dice dice, Sight sight, Person observer)
    {
        if (observer.Side is Side.Humanitarian)
        {
            return;
        }

        for (var at = 0; at < slots.Count; at++)
        {
            if (slots[at] is { First: Report { Room: "plenary" }, Second: Report report } slot && sight.IsAcross(slot.Key) && sight.IsReviewed(slot.Key, report))
            {
                Move(slots, dice, at, report);
            }
        }
    }

    private static void Move(List<Slot> slots, Dice dice, int at, Report report)
    {
        var key = slots[at].Key;
        var first = slots.FindIndex(slot => (slot.First ?? slot.Second)?.On == key);
        if (first <= at + 1 || slots.GetRange(at + 1, first - at - 1).Exists(slot => slot.First is ChangePosture || slot.Second is ChangePosture))
        {
            return;
        }

        // The same key, so the same id; only one of the two slots has the report in each world.
        slots[at] = slots[at] with { Second = null };
        slots.Insert(at + 1 + dice.Below(first - at - 1) + 1, new Slot(key, TimeSpan.FromSeconds(1), null, report));
    }
}
