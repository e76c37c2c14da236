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
}
