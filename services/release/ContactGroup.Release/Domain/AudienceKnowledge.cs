using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>Which audiences an asker may know to exist. INVARIANT: a force never learns that another force is in the group.</summary>
internal static class AudienceKnowledge
{
    public static bool MayKnow(Audience asker, Audience other)
    {
        if (asker == other || ConstituencyNames.SideOf(other.Constituency) == Side.Humanitarian)
        {
            return true;
        }

        return ConstituencyNames.SideOf(asker.Constituency) == Side.Humanitarian;
    }

    /// <summary>Whether what the one writes stays on its own side with the other: the humanitarian side is one, every other audience is its own.</summary>
    public static bool IsOwnSide(Audience owner, Audience other) =>
        owner.Side == Side.Humanitarian ? other.Side == Side.Humanitarian : owner == other;

    /// <summary>
    /// An audience as another side may know it. Which humanitarian constituencies are in the room is not for others to know; coordination is their
    /// counterpart and known to all.
    /// </summary>
    public static string NameOf(Audience other) =>
        other.Constituency != Constituency.Coordination && ConstituencyNames.SideOf(other.Constituency) == Side.Humanitarian
            ? Targets.Of(other)
            : other.ToString();
}
