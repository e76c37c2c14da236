using ContactGroup.Classification;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Items;

/// <summary>Reads a label from a request.</summary>
public static class LabelReading
{
    private const int MostAtoms = 32;

    private static readonly Dictionary<string, Sensitivity> Sensitivities = new(StringComparer.Ordinal)
    {
        ["low"] = Sensitivity.Low,
        ["moderate"] = Sensitivity.Moderate,
        ["high"] = Sensitivity.High,
        ["severe"] = Sensitivity.Severe,
    };

    // The caveat "expires" needs an instant, which this version does not take.
    private static readonly Dictionary<string, Caveats> Caveats = new(StringComparer.Ordinal)
    {
        ["unattributed"] = Classification.Caveats.Unattributed,
        ["exercise"] = Classification.Caveats.Exercise,
        ["origin-hidden"] = Classification.Caveats.OriginHidden,
        ["no-export"] = Classification.Caveats.NoExport,
    };

    public static SaidLabel Read(string? sensitivity, IReadOnlyList<string>? releaseTo, IReadOnlyList<string>? caveats, FieldChecks checks)
    {
        var level = checks.OptionalCode("sensitivity", sensitivity, Sensitivities.Keys);
        var handling = caveats is null ? null : checks.Codes("caveats", caveats, Caveats.Keys, Caveats.Count);
        return new SaidLabel(
            level is null ? null : Sensitivities.GetValueOrDefault(level),
            releaseTo is null ? null : Atoms(releaseTo, checks),
            handling?.Aggregate(Classification.Caveats.None, (all, one) => all | Caveats.GetValueOrDefault(one ?? string.Empty)));
    }

    private static IReadOnlyList<string> Atoms(IReadOnlyList<string> releaseTo, FieldChecks checks)
    {
        var atoms = checks.List("releaseTo", releaseTo, 1, MostAtoms);
        for (var index = 0; index < Math.Min(atoms.Count, MostAtoms); index++)
        {
            checks.That(ReleaseAtoms.IsAtom(atoms[index]), $"releaseTo[{index}]", ReleaseAtoms.Remedy);
        }

        return [.. atoms.Distinct(StringComparer.Ordinal)];
    }
}
