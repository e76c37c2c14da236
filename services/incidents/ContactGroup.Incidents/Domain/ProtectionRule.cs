using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>
/// A report of sexual violence is High or more and never leaves the humanitarian side. Once a report was one, it stays protected, whatever a later
/// version calls it: a wrong click must not open it.
/// </summary>
internal static class ProtectionRule
{
    public static bool Applies(JsonObject content) =>
        content.Text(ContentNames.Category) is "SEXUAL_VIOLENCE" || content.Text(ContentNames.Means) is "RAPE_SEXUAL_ASSAULT";

    /// <summary>The label with the rule applied; a wider release that was asked for is refused rather than quietly narrowed.</summary>
    public static Label Narrow(Label label, SaidLabel said, string? side, FieldChecks checks)
    {
        var allowed = Allowed(side);
        checks.That(
            said.ReleaseTo is null || said.ReleaseTo.All(atom => allowed.Contains(atom, StringComparer.Ordinal)),
            "releaseTo",
            $"A report of sexual violence stays close: use {string.Join(" or ", allowed)}.");
        return label with
        {
            Sensitivity = label.Sensitivity > Sensitivity.High ? label.Sensitivity : Sensitivity.High,
            ReleaseTo = NarrowedTo(allowed, label.ReleaseTo),
        };
    }

    private static IReadOnlyList<string> Allowed(string? side) => side is "humanitarian"
        ? [ReleaseAtoms.OwnSide, ReleaseAtoms.Humanitarian, ReleaseAtoms.OwnOrganisation]
        : [ReleaseAtoms.OwnOrganisation];

    private static IReadOnlyList<string> NarrowedTo(IReadOnlyList<string> allowed, IReadOnlyList<string> atoms)
    {
        var kept = atoms.Where(atom => allowed.Contains(atom, StringComparer.Ordinal)).ToList();
        return kept.Count > 0 ? kept
            : atoms.Contains(ReleaseAtoms.All, StringComparer.Ordinal) ? [allowed[0]]
            : [ReleaseAtoms.OwnOrganisation];
    }
}
