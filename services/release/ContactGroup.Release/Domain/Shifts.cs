using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>What a change of rules means for an audience of a channel: by the difference of two tables, never by looking at items.</summary>
internal static class Shifts
{
    public static RuleShift Between(PolicyTable tableBefore, ChannelState before, PolicyTable tableNow, ChannelState now, Audience audience) =>
        (before.Admits(audience), now.Admits(audience)) switch
        {
            (false, false) => RuleShift.None,
            (true, false) => RuleShift.Shrinks,
            (false, true) => RuleShift.Grows,
            _ => PolicyDifference.For(audience.Constituency, tableBefore, before.Posture, tableNow, now.Posture, RoomKinds.In(now.Kind)),
        };
}
