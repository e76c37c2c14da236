using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Incidents.Domain;

/// <summary>A report as it stands at one version.</summary>
/// <param name="Item">Random id.</param>
/// <param name="Channel">Where it was reported; never changes.</param>
/// <param name="Reference">What people call it, such as <c>SIR-7K3M-Q2XD</c>.</param>
/// <param name="Origin">Who reported it.</param>
/// <param name="Exercise">Whether it belongs to an exercise.</param>
/// <param name="Version">From 1, rising by one.</param>
/// <param name="Status">See <see cref="ItemStatus"/>.</param>
/// <param name="Label">The label in force.</param>
/// <param name="Protection">Whether it is or ever was a report of sexual violence.</param>
/// <param name="Derived">Names of the fields that nobody said.</param>
/// <param name="Content">The fields.</param>
internal sealed record Incident(
    string Item,
    string Channel,
    string Reference,
    ItemOrigin Origin,
    bool Exercise,
    int Version,
    string Status,
    Label Label,
    bool Protection,
    IReadOnlyList<string> Derived,
    JsonObject Content)
{
    public string Stage => Content.Text(ContentNames.Stage)!;

    /// <summary>The next version with other content.</summary>
    public Incident Next(JsonObject content) => this with { Version = Version + 1, Content = content };

    public ItemVersioned ToFact(DateTimeOffset at, long channelVersion) => new(
        Item,
        Channel,
        Contracts.Incidents.IncidentSchema.Schema.Kind,
        Version,
        Reference,
        Origin,
        Label.Sensitivity,
        Label.ReleaseTo,
        ReleaseAtoms.Recipients(Label.ReleaseTo),
        Exercise ? Label.Caveats | Caveats.Exercise : Label.Caveats,
        Status,
        at,
        Expires: null,
        Content,
        Exercise,
        Protection,
        channelVersion);
}
