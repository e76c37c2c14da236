using System.Runtime.InteropServices;

namespace ContactGroup.Classification;

/// <summary>Everything a decision depends on. Any part that is unknown, out of range or in contradiction with another is answered with withheld.</summary>
/// <param name="Posture">Posture of the contact group now.</param>
/// <param name="Kind">What the item is.</param>
/// <param name="Origin">The side it comes from.</param>
/// <param name="Sensitivity">The author's label.</param>
/// <param name="Audience">Constituency of those who would be shown it.</param>
/// <param name="Relation">What they are to the item; from <see cref="Relations.Between"/>, which knows forces and organisations.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Question(
    Posture Posture, ItemKind Kind, Side Origin, Sensitivity Sensitivity, Constituency Audience, Relation Relation)
{
    /// <summary>The question for an item and who asks for it.</summary>
    public static Question About(
        Posture posture, ItemKind kind, Sensitivity sensitivity, Origin origin, Recipients recipients, Audience asked, string? organisation = null) =>
        new(posture, kind, origin.Audience.Side, sensitivity, asked.IsKnown ? asked.Constituency : Constituency.Unknown,
            Relations.Between(origin, recipients, asked, organisation));

    /// <summary>
    /// Whether no item can stand in this relation: owner or own side of another side's item, or a humanitarian audience that is neither owner nor
    /// own side of a humanitarian item.
    /// </summary>
    internal bool IsContradictory
    {
        get
        {
            var same = ConstituencyNames.SideOf(Audience) == Origin;
            return Relation switch
            {
                Relation.Owner or Relation.OwnSide => !same,
                _ => same && Origin == Side.Humanitarian,
            };
        }
    }

    /// <summary>In words, for people: <c>posture cooperation, incident of the humanitarian side, sensitivity low, audience military, relation other</c>.</summary>
    public override string ToString() =>
        $"posture {Codes.Format(Posture)}, {Codes.Format(Kind)} of the {Codes.Format(Origin)} side, sensitivity {Codes.Format(Sensitivity)}, "
        + $"audience {ConstituencyNames.Format(Audience)}, relation {Codes.Format(Relation)}";
}
