using System.Text.RegularExpressions;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>Which audiences a channel admits, as atoms: <c>all</c>, the side <c>humanitarian</c>, or audiences such as <c>ingo</c>.</summary>
internal static partial class Admission
{
    public const string All = "all";
    public const string Humanitarian = "humanitarian";
    private const string Coordination = "coordination";
    private const string MilitaryPrefix = "military:";
    private const int MostAtoms = 12;

    /// <summary>The atoms to store for a channel of a kind, in order and without repeats; notes what the kind's rule refuses.</summary>
    public static IReadOnlyList<string> Check(FieldChecks checks, ChannelKind kind, IReadOnlyList<string>? requested)
    {
        var atoms = checks.List("admits", requested, 0, MostAtoms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (atoms.Find(atom => SideOf(atom) is null) is not null)
        {
            checks.Add("admits", "Use all, humanitarian, a constituency, or military: followed by the name of one force.");
            return [];
        }

        return kind switch
        {
            ChannelKind.Plenary or ChannelKind.Notice => Everyone(checks, atoms),
            ChannelKind.Desk => Desk(checks, atoms),
            ChannelKind.Caucus => Caucus(checks, atoms),
            _ => Fail(checks, "Choose a kind of channel first."),
        };
    }

    /// <summary>Whether an audience is admitted. Unknown is never admitted.</summary>
    public static bool Admits(IEnumerable<string> admits, Constituency constituency, string? force) =>
        ConstituencyCode.AudienceOf(constituency, force) is { } audience && Admits(admits, audience);

    /// <summary>Whether an audience, as text, is admitted.</summary>
    public static bool Admits(IEnumerable<string> admits, string audience) =>
        SideOf(audience) is { } side && admits.Any(atom => atom == All || atom == audience || (atom == Humanitarian && side == Humanitarian));

    /// <summary>Whether somebody of a side is admitted.</summary>
    public static bool AdmitsSide(IEnumerable<string> admits, string side) => admits.Any(atom => atom == All || SideOf(atom) == side);

    /// <summary>The side an atom stands on, <c>all</c> for everyone; null when it is not an atom.</summary>
    public static string? SideOf(string? atom) => atom switch
    {
        All => All,
        Humanitarian => Humanitarian,
        null or "military" => null,
        _ when atom.StartsWith(MilitaryPrefix, StringComparison.Ordinal) && ForceName().IsMatch(atom[MilitaryPrefix.Length..]) =>
            ConstituencyCode.SideOf(Constituency.Military),
        _ => ConstituencyCode.TryParse(atom, out var constituency) ? ConstituencyCode.SideOf(constituency) : null,
    };

    private static IReadOnlyList<string> Everyone(FieldChecks checks, List<string> atoms) =>
        atoms is [] or [All] ? [All] : Fail(checks, "A plenary and a notice channel admit everyone: leave this out.");

    private static IReadOnlyList<string> Desk(FieldChecks checks, List<string> atoms)
    {
        atoms.Remove(Coordination);
        return atoms is [var force] && IsForce(force)
            ? [Coordination, force]
            : Fail(checks, "A desk admits exactly one force, as military: followed by its name; coordination is always with it.");
    }

    // INVARIANT: a caucus never mixes sides, and a force sits in no room with anybody else: two forces must never meet.
    private static IReadOnlyList<string> Caucus(FieldChecks checks, List<string> atoms)
    {
        var sides = atoms.Select(SideOf).Distinct(StringComparer.Ordinal).ToList();
        return sides is not [not All] ? Fail(checks, "A caucus admits constituencies of one side, and at least one.")
            : atoms.Exists(IsForce) && atoms.Count > 1 ? Fail(checks, "A caucus of a force admits that force alone.")
            : atoms;
    }

    private static bool IsForce(string atom) => atom.StartsWith(MilitaryPrefix, StringComparison.Ordinal);

    private static IReadOnlyList<string> Fail(FieldChecks checks, string remedy)
    {
        checks.Add("admits", remedy);
        return [];
    }

    [GeneratedRegex(@"\A[a-z0-9](?:-?[a-z0-9]){0,63}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForceName();
}
