using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Domain;

namespace ContactGroup.Incidents.Features;

/// <summary>What update and correction have in common: fields that were said, fields to empty, a label.</summary>
internal abstract record AmendmentFields : IncidentFields
{
    /// <summary>Names of fields to empty; a field that is absent stays as it was.</summary>
    public IReadOnlyList<string>? Clear { get; init; }

    public string? Sensitivity { get; init; }

    public IReadOnlyList<string>? ReleaseTo { get; init; }

    public IReadOnlyList<string>? Caveats { get; init; }

    /// <summary>The version this change was made on; refused when there is a later one.</summary>
    public int? IfVersion { get; init; }

    public Draft Read(FieldChecks checks)
    {
        var said = FieldReading.Read(this, checks);
        var cleared = checks.Codes("clear", Clear, Clearable, Clearable.Count);
        foreach (var name in cleared.Where(name => name is not null && said.ContainsKey(name)))
        {
            checks.Add(name, "Either give a value or clear the field.");
        }

        return new Draft(said, [.. cleared], LabelReading.Read(Sensitivity, ReleaseTo, Caveats, checks));
    }

    private static IReadOnlyCollection<string> Clearable { get; } =
        [.. FieldReading.Names.Where(name => name is not (ContentNames.Category or ContentNames.OccurredAt))];
}
