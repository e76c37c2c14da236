using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>A notice of an access constraint as it stands at one version.</summary>
/// <param name="Item">Random id.</param>
/// <param name="Channel">Where it was raised; never changes.</param>
/// <param name="Reference">What people call it, such as <c>ACN-7K3M-Q2XD</c>.</param>
/// <param name="Origin">Who raised it.</param>
/// <param name="Exercise">Whether it belongs to an exercise.</param>
/// <param name="Version">From 1, rising by one.</param>
/// <param name="Status">See <see cref="ItemStatus"/>.</param>
/// <param name="Label">The label in force.</param>
/// <param name="Content">The fields.</param>
internal sealed record Notice(
    string Item,
    string Channel,
    string Reference,
    ItemOrigin Origin,
    bool Exercise,
    int Version,
    string Status,
    Label Label,
    JsonObject Content)
{
    public string State => Content.Text(ContentNames.State)!;

    /// <summary>Whether an organisation of the humanitarian side raised it.</summary>
    public bool IsHumanitarian => ConstituencyCode.SideOf(Origin.Constituency) is "humanitarian";

    /// <summary>The next version with a copy of the content to change.</summary>
    public Notice Next() => this with { Version = Version + 1, Content = (JsonObject)Content.DeepClone() };

    /// <summary>What release is told.</summary>
    public ItemVersioned ToFact(DateTimeOffset at, long channelVersion) => new(
        Item,
        Channel,
        AccessConstraintSchema.Schema.Kind,
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
        Protection: false,
        channelVersion);
}
