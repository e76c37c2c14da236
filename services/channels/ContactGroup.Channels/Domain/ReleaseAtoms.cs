using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>
/// The release set an author chooses: who an item may go to. It only narrows. An atom that is unknown or reaches nobody in the channel is refused,
/// never silently replaced.
/// </summary>
internal static class ReleaseAtoms
{
    private const string All = "all";
    private const string OwnSide = "own-side";
    private const string SidePrefix = "side:";
    private const string AudiencePrefix = "audience:";
    private const int MostAtoms = 32;

    /// <summary>
    /// What an author who chooses nothing gets: both sides of a desk, everyone for a notice, otherwise the own side. A political actor's own side is
    /// its own constituency, so a caucus of several political constituencies goes to all whom it admits.
    /// </summary>
    public static IReadOnlyList<string> Default(ChannelKind kind, IReadOnlyList<string> admits) => kind switch
    {
        ChannelKind.Desk or ChannelKind.Notice => [All],
        ChannelKind.Caucus when admits.Count > 1 && Admission.SideOf(admits[0]) is Side.Political => [All],
        _ => [OwnSide],
    };

    /// <summary>The atoms as given, without repeats, after checking their form; null when absent.</summary>
    public static IReadOnlyList<string>? Check(FieldChecks checks, IReadOnlyList<string>? requested)
    {
        if (requested is null)
        {
            return null;
        }

        var atoms = checks.List("releaseTo", requested, 1, MostAtoms);
        for (var index = 0; index < Math.Min(atoms.Count, MostAtoms); index++)
        {
            checks.That(
                ReleaseSet.TryParse([atoms[index]], out _, out _),
                $"releaseTo[{index}]",
                "Use all, own-side, own-organisation, humanitarian, side:security, side:political, audience:… or organisation:….");
        }

        return [.. atoms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a checked atom can reach anybody in a channel, as far as what it admits tells.</summary>
    public static bool Reaches(IReadOnlyList<string> admits, string atom) => atom switch
    {
        Admission.Humanitarian => Admission.AdmitsSide(admits, Side.Humanitarian),
        _ when atom.StartsWith(SidePrefix, StringComparison.Ordinal) =>
            Codes.TryParse(atom[SidePrefix.Length..], out Side side) && Admission.AdmitsSide(admits, side),
        _ when atom.StartsWith(AudiencePrefix, StringComparison.Ordinal) =>
            Audience.TryParse(atom[AudiencePrefix.Length..], out var audience) && Admission.Admits(admits, audience),
        _ => true,
    };
}
