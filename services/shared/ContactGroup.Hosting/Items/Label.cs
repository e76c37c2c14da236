using ContactGroup.Classification;

namespace ContactGroup.Hosting.Items;

/// <summary>The author's label: how sensitive, for whom at most, and how to handle it. Absent means moderate and the own side only.</summary>
public sealed record Label(Sensitivity Sensitivity, IReadOnlyList<string> ReleaseTo, Caveats Caveats)
{
    public static Label Default { get; } = new(Sensitivity.Moderate, [ReleaseAtoms.OwnSide], Caveats.None);
}

/// <summary>What a request says about the label; null is not said.</summary>
public sealed record SaidLabel(Sensitivity? Sensitivity, IReadOnlyList<string>? ReleaseTo, Caveats? Caveats)
{
    public Label Over(Label before) => new(Sensitivity ?? before.Sensitivity, ReleaseTo ?? before.ReleaseTo, Caveats ?? before.Caveats);
}
