using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>
/// The release set an author chooses: who an item may go to. It only narrows. An atom that is unknown or reaches nobody in the channel is refused,
/// never silently replaced.
/// </summary>
internal static class ReleaseAtoms
{
    public const string OwnSide = "own-side";
    private const string OwnOrganisation = "own-organisation";
    private const string All = "all";
    private const string SidePrefix = "side:";
    private const string AudiencePrefix = "audience:";
    private const string OrganisationPrefix = "organisation:";
    private const int MostAtoms = 32;

    /// <summary>What an author who chooses nothing gets: both sides of a desk, everyone for a notice, otherwise the own side.</summary>
    public static IReadOnlyList<string> Default(ChannelKind kind) => kind is ChannelKind.Desk or ChannelKind.Notice ? [All] : [OwnSide];

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
                IsAtom(atoms[index]),
                $"releaseTo[{index}]",
                "Use all, own-side, own-organisation, humanitarian, side:security, side:political, audience:… or organisation:….");
        }

        return [.. atoms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the atom can reach anybody in a channel, as far as what it admits tells.</summary>
    public static bool Reaches(IReadOnlyList<string> admits, string atom) => atom switch
    {
        Admission.Humanitarian => Admission.AdmitsSide(admits, Admission.Humanitarian),
        _ when atom.StartsWith(SidePrefix, StringComparison.Ordinal) => Admission.AdmitsSide(admits, atom[SidePrefix.Length..]),
        _ when atom.StartsWith(AudiencePrefix, StringComparison.Ordinal) => Admission.Admits(admits, atom[AudiencePrefix.Length..]),
        _ => true,
    };

    private static bool IsAtom(string? atom) => atom switch
    {
        null => false,
        All or OwnSide or OwnOrganisation or Admission.Humanitarian or "side:security" or "side:political" => true,
        _ when atom.StartsWith(AudiencePrefix, StringComparison.Ordinal) => IsAudience(atom[AudiencePrefix.Length..]),
        _ when atom.StartsWith(OrganisationPrefix, StringComparison.Ordinal) => Ids.IsWellFormed(atom[OrganisationPrefix.Length..]),
        _ => false,
    };

    private static bool IsAudience(string text) => text is not (Admission.All or Admission.Humanitarian) && Admission.SideOf(text) is not null;
}
