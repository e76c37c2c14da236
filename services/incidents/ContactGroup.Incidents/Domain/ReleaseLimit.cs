using System.Text.Json.Nodes;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>How far a report may go at most, whatever its author chooses.</summary>
/// <param name="Allowed">Atoms that may be used, widest first.</param>
/// <param name="Because">Why, as the beginning of a sentence.</param>
internal sealed record ReleaseLimit(IReadOnlyList<string> Allowed, string Because)
{
    /// <summary>The limit that content sets; null when the author is free.</summary>
    public static ReleaseLimit? Of(JsonObject content, bool protection, string? side)
    {
        var humanitarian = side is "humanitarian";
        return (protection, Consent: content.Flag(ContentNames.ConsentToShare), humanitarian) switch
        {
            (true, _, false) => new([ReleaseAtoms.OwnOrganisation], "A report of sexual violence stays with your organisation"),
            (true, _, true) => new(
                [ReleaseAtoms.OwnSide, ReleaseAtoms.Humanitarian, ReleaseAtoms.OwnOrganisation], "A report of sexual violence stays with your side"),
            (_, false, true) => new(
                [ReleaseAtoms.OwnSide, ReleaseAtoms.Humanitarian, ReleaseAtoms.OwnOrganisation], "Without consent to share, a report stays with your side"),
            (_, false, false) => new([ReleaseAtoms.OwnSide, ReleaseAtoms.OwnOrganisation], "Without consent to share, a report stays with your side"),
            _ => null,
        };
    }

    /// <summary>The atoms that are left. A wider release that was asked for now is refused rather than quietly narrowed.</summary>
    public IReadOnlyList<string> Narrow(IReadOnlyList<string> atoms, SaidLabel said, FieldChecks checks)
    {
        checks.That(said.ReleaseTo is null || said.ReleaseTo.All(Allows), "releaseTo", $"{Because}: use {string.Join(" or ", Allowed)}.");
        var kept = atoms.Where(Allows).ToList();
        return kept.Count > 0 ? kept
            : atoms.Contains(ReleaseAtoms.All, StringComparer.Ordinal) ? [Allowed[0]]
            : [ReleaseAtoms.OwnOrganisation];
    }

    private bool Allows(string atom) => Allowed.Contains(atom, StringComparer.Ordinal);
}
