using System.Text.RegularExpressions;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Incidents.Domain;

/// <summary>The words of a release set: to whom an item may go at most. They only narrow.</summary>
internal static partial class ReleaseAtoms
{
    public const string OwnOrganisation = "own-organisation";
    public const string OwnSide = "own-side";
    public const string Humanitarian = "humanitarian";
    public const string All = "all";
    public const string Remedy = "Use all, own-side, own-organisation, humanitarian, side:security, side:political, audience:… or organisation:….";

    private const string AudiencePrefix = "audience:";
    private const string OrganisationPrefix = "organisation:";
    private const string MilitaryPrefix = "military:";

    public static bool IsAtom(string? text) => text switch
    {
        null => false,
        OwnOrganisation or OwnSide or Humanitarian or All or "side:security" or "side:political" => true,
        _ when text.StartsWith(AudiencePrefix, StringComparison.Ordinal) => IsAudience(text[AudiencePrefix.Length..]),
        _ => text.StartsWith(OrganisationPrefix, StringComparison.Ordinal) && Ids.IsWellFormed(text[OrganisationPrefix.Length..]),
    };

    /// <summary>Atoms that name an audience or an organisation.</summary>
    public static IReadOnlyList<string> Recipients(IReadOnlyList<string> atoms) =>
        [.. atoms.Where(atom => atom.StartsWith(AudiencePrefix, StringComparison.Ordinal) || atom.StartsWith(OrganisationPrefix, StringComparison.Ordinal))];

    // There is no generic military: each force is an audience of its own.
    private static bool IsAudience(string text) => text.StartsWith(MilitaryPrefix, StringComparison.Ordinal)
        ? Force().IsMatch(text[MilitaryPrefix.Length..])
        : text != "military" && ConstituencyCode.TryParse(text, out _);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+){0,8}\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Force();
}
