namespace ContactGroup.Classification;

/// <summary>Whether a disclosure goes at once or after a coordinator's review. Review is the stricter.</summary>
public enum Gate : byte
{
    /// <summary>After a coordinator released it.</summary>
    Review = 0,

    /// <summary>At once.</summary>
    Automatic = 1,
}
