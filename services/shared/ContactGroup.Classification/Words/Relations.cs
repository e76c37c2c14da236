namespace ContactGroup.Classification;

/// <summary>Works out what an audience is to an item.</summary>
public static class Relations
{
    /// <summary>
    /// The relation of who asks to an item. Own side comes before named: being named adds nothing for those who share a side already.
    /// Unknown when either audience is not known, or when an organisation has moved to another side,
    /// another force or another political constituency since it wrote the item.
    /// </summary>
    /// <param name="origin">Whom the item comes from.</param>
    /// <param name="recipients">Whom its owner named.</param>
    /// <param name="asked">The audience that would be shown the item.</param>
    /// <param name="organisation">Its organisation, when one organisation asks; null when the audience as a whole does.</param>
    public static Relation Between(Origin origin, Recipients recipients, Audience asked, string? organisation = null)
    {
        if (!origin.Audience.IsKnown || !asked.IsKnown)
        {
            return Relation.Unknown;
        }

        if (IsOwner(origin, organisation))
        {
            return IsOwnSide(origin.Audience, asked) ? Relation.Owner : Relation.Unknown;
        }

        if (IsOwnSide(origin.Audience, asked))
        {
            return Relation.OwnSide;
        }

        return recipients.Names(asked, organisation) ? Relation.Named : Relation.Other;
    }

    internal static bool IsOwner(Origin origin, string? organisation) =>
        !string.IsNullOrEmpty(organisation) && string.Equals(organisation, origin.Organisation, StringComparison.Ordinal);

    /// <summary>Whether an audience is on the side an item comes from. INVARIANT: two forces are never one side, whatever they are called together.</summary>
    /// <param name="origin">The audience the item comes from.</param>
    /// <param name="asked">The audience that would be shown the item.</param>
    public static bool IsOwnSide(Audience origin, Audience asked) => origin.Side switch
    {
        Side.Humanitarian => asked.Side == Side.Humanitarian,
        Side.Security or Side.Political => asked == origin,
        _ => false,
    };
}
