using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Oracle;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>
/// Makes a pair that shows a difference as small as it can: leaves out slots and makes slots alike, as long as a difference remains. INVARIANT: what the observer may
/// not see because of what went before is not left without it; the story would be of something else, which they may see.
/// </summary>
internal sealed class Shrinker(Lane lane)
{
    private const int MostRuns = 60;

    private IReadOnlySet<string> hidden = new HashSet<string>(StringComparer.Ordinal);
    private int runs;

    /// <summary>The smallest pair that was found, as a story.</summary>
    public async Task<string> ShrinkAsync(Plan plan, Difference difference)
    {
        hidden = Hidden(plan);
        (plan, difference) = await WithoutSlotsAsync(plan, difference);
        (plan, difference) = await WithEqualSlotsAsync(plan, difference);
        return Story.Of(plan, difference);
    }

    private async Task<(Plan Plan, Difference Difference)> WithoutSlotsAsync(Plan plan, Difference difference)
    {
        // Slots of one key are one act at two moments: without one of them, the worlds would differ in what is seen.
        var keys = plan.Slots.Select(slot => slot.Key).Distinct(StringComparer.Ordinal).ToList();
        for (var size = Math.Max(1, keys.Count / 2); ; size /= 2)
        {
            for (var at = 0; at < keys.Count;)
            {
                var rest = keys.Take(at).Concat(keys.Skip(at + size)).ToList();
                var smaller = plan with { Slots = [.. plan.Slots.Where(slot => rest.Contains(slot.Key))] };
                if (IsFair(smaller) && await TryAsync(smaller) is { } still)
                {
                    (plan, difference, keys) = (smaller, still, rest);
                }
                else
                {
                    at += size;
                }
            }

            if (size <= 1)
            {
                return (plan, difference);
            }
        }
    }

    private async Task<(Plan Plan, Difference Difference)> WithEqualSlotsAsync(Plan plan, Difference difference)
    {
        for (var at = 0; at < plan.Slots.Count; at++)
        {
            var slot = plan.Slots[at];
            if (slot.IsSame || plan.Slots.Count(one => one.Key == slot.Key) > 1)
            {
                continue;
            }

            var same = plan with { Slots = [.. plan.Slots.Select((one, place) => place == at ? one with { First = one.First ?? one.Second, Second = one.First ?? one.Second } : one)] };
            if (await TryAsync(same) is { } still)
            {
                (plan, difference) = (same, still);
            }
        }

        return (plan, difference);
    }

    private bool IsFair(Plan smaller)
    {
        var still = Hidden(smaller);
        return smaller.Slots.All(slot => slot.IsSame || still.Contains(slot.Key) || !hidden.Contains(slot.Key));
    }

    private static IReadOnlySet<string> Hidden(Plan plan)
    {
        var trace = plan.Slots.Select(slot => (slot.Key, Act: (slot.First ?? slot.Second)!)).Where(one => one.Act is not null).DistinctBy(one => one.Key).ToList();
        var sight = new Sight(plan.Observer, plan.Posture, plan.People, plan.Rooms, trace);
        return trace.Where(one => !sight.MaySee(one.Key, one.Act)).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<Difference?> TryAsync(Plan plan)
    {
        if (runs == MostRuns)
        {
            return null;
        }

        runs++;
        var again = plan with { Run = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plan.Seed}r{runs}") };
        return (await lane.RunAsync(again)).Difference;
    }
}
