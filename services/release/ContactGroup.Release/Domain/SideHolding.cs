using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Tells the service that counts items which version of one the whole side of its author holds, once it was taken back from that side, in the transaction that
/// changed it. INVARIANT: while one of that side is without the item, the side does not hold it: a figure is of what its reader holds (decision 0048).
/// </summary>
internal static class SideHolding
{
    /// <param name="work">What was applied.</param>
    /// <param name="outcomes">What was decided for each audience.</param>
    public static async Task TellAsync(ItemWork work, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var side = Targets.Of(Rulings.OriginOf(work.Item).Audience);
        if (!IsCounted(work.Schema) || !work.Recalls.ContainsKey(side))
        {
            return;
        }

        var connection = work.Scope.Connection;
        var before = await SideHoldingRows.FindAsync(connection, work.Item.Item);
        var held = await HeldRows.OfItemAsync(connection, work.Item.Item);
        var version = VersionOf(
            work,
            before?.Version,
            [.. outcomes
                .Where(outcome => string.Equals(Targets.Of(outcome.Audience), side, StringComparison.Ordinal))
                .Select(outcome => (outcome, held.GetValueOrDefault(work.Stream(StreamScope.Audience, outcome.Audience.ToString()))))]);
        if (before is null || before.Version != version)
        {
            var now = new SideHoldingRow(version, (before?.Change ?? 0) + 1);
            await SideHoldingRows.SaveAsync(connection, work.Item.Item, now);
            work.Scope.Publish(work.Item.Channel, new SideHoldingChanged(work.Item.Item, (int?)version, now.Change));
        }
    }

    private static bool IsCounted(ItemSchema schema) => string.Equals(schema.Kind, AccessConstraintSchema.Schema.Kind, StringComparison.Ordinal);

    // Who does not hold the present version holds the one that was told of before, or none. What a coordinator changed is not held as it was written, and figures are of
    // what was written: a field that was left out would be counted.
    private static long? VersionOf(ItemWork work, long? before, IReadOnlyList<(AudienceOutcome Outcome, HeldRow? Held)> side)
    {
        if (side.Count == 0 || side.Any(one => one.Held is null || one.Outcome.Edited))
        {
            return null;
        }

        return side.All(one => Reaching.Holds(one.Held, one.Outcome)) ? work.Item.Version : before;
    }
}
