using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>Which audiences a channel admits, as atoms: <c>all</c>, the side <c>humanitarian</c>, or audiences such as <c>ingo</c>.</summary>
internal static class Admission
{
    public const string All = "all";
    public const string Humanitarian = "humanitarian";
    private const string Coordination = "coordination";
    private const int MostAtoms = 12;

    /// <summary>The atoms to store for a channel of a kind, in order and without repeats; notes what the kind's rule refuses.</summary>
    public static IReadOnlyList<string> Check(FieldChecks checks, ChannelKind kind, IReadOnlyList<string>? requested)
    {
        var atoms = checks.List("admits", requested, 0, MostAtoms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (atoms.Exists(atom => atom is not (All or Humanitarian) && !Audience.TryParse(atom, out _)))
        {
            return Fail(checks, "Use all, humanitarian, a constituency, or military: followed by the name of one force.");
        }

        return kind switch
        {
            ChannelKind.Plenary or ChannelKind.Notice or ChannelKind.Notification => Everyone(checks, atoms),
            ChannelKind.Desk => Desk(checks, atoms),
            ChannelKind.Caucus => Caucus(checks, atoms),
            _ => Fail(checks, "Choose a kind of channel first."),
        };
    }

    /// <summary>Whether an audience is admitted. Unknown is never admitted.</summary>
    public static bool Admits(IEnumerable<string> admits, Audience audience) =>
        audience.IsKnown
        && admits.Any(atom => atom == All || atom == audience.ToString() || (atom == Humanitarian && audience.Side is Side.Humanitarian));

    /// <summary>Whether somebody of a side is admitted.</summary>
    public static bool AdmitsSide(IEnumerable<string> admits, Side side) => admits.Any(atom => atom == All || SideOf(atom) == side);

    /// <summary>The side an atom stands on; unknown for <c>all</c>.</summary>
    public static Side SideOf(string atom) =>
        atom == Humanitarian ? Side.Humanitarian : Audience.TryParse(atom, out var audience) ? audience.Side : Side.Unknown;

    private static IReadOnlyList<string> Everyone(FieldChecks checks, List<string> atoms) =>
        atoms is [] or [All] ? [All] : Fail(checks, "A plenary, a notice channel and a notification room admit everyone: leave this out.");

    private static IReadOnlyList<string> Desk(FieldChecks checks, List<string> atoms)
    {
        atoms.Remove(Coordination);
        return atoms is [var force] && IsForce(force)
            ? [Coordination, force]
            : Fail(checks, "A desk admits exactly one force, as military: followed by its name; coordination is always with it.");
    }

    // INVARIANT: a caucus never mixes sides, and a force sits in no room with anybody else: two forces must never meet.
    private static IReadOnlyList<string> Caucus(FieldChecks checks, List<string> atoms) =>
        atoms.Select(SideOf).Distinct().ToList() is not [not Side.Unknown]
            ? Fail(checks, "A caucus admits constituencies of one side, and at least one.")
        : atoms.Exists(IsForce) && atoms.Count > 1 ? Fail(checks, "A caucus of a force admits that force alone.")
        : atoms;

    private static bool IsForce(string atom) => Audience.TryParse(atom, out var audience) && audience.Constituency is Constituency.Military;

    private static IReadOnlyList<string> Fail(FieldChecks checks, string remedy)
    {
        checks.Add("admits", remedy);
        return [];
    }
}
