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

    /// <summary>
    /// An audience as another side may know it. Which humanitarian constituencies are in the room is not for others to know; coordination is their
    /// counterpart and known to all.
    /// </summary>
    public static string NameOf(Audience other) =>
        other.Constituency != Constituency.Coordination && ConstituencyNames.SideOf(other.Constituency) == Side.Humanitarian
            ? Targets.Of(other)
            : other.ToString();
}
