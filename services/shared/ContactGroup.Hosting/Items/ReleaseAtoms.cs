using ContactGroup.Classification;
using ContactGroup.Contracts;

namespace ContactGroup.Hosting.Items;

/// <summary>The words of a release set, as write services check and keep them. The engine reads them.</summary>
public static class ReleaseAtoms
{
    public const string OwnOrganisation = "own-organisation";
    public const string OwnSide = "own-side";
    public const string Humanitarian = "humanitarian";
    public const string All = "all";
    public const string Remedy = "Use all, own-side, own-organisation, humanitarian, side:security, side:political, audience:… or organisation:….";

    private const string OrganisationPrefix = "organisation:";

    public static bool IsAtom(string? text) => text is not null
        && ReleaseSet.TryParse([text], out _, out _)
        && (!text.StartsWith(OrganisationPrefix, StringComparison.Ordinal) || Ids.IsWellFormed(text[OrganisationPrefix.Length..]));

    /// <summary>Atoms that name an audience or an organisation.</summary>
    public static IReadOnlyList<string> Recipients(IReadOnlyList<string> atoms) =>
        [.. atoms.Where(atom => Classification.Recipients.TryParse([atom], out _, out _))];
}
