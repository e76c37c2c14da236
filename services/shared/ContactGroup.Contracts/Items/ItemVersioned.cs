using System.Text.Json.Nodes;
using ContactGroup.Classification;

namespace ContactGroup.Contracts.Items;

/// <summary>
/// A fact: a version of an item was written by the service that owns it. Carries the whole content, sealed on the bus. Only <c>release</c> consumes it;
/// a later version stands alone, so a lost or reordered earlier one changes nothing.
/// </summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Channel">Id of the channel it was written in. Never changes.</param>
/// <param name="Kind">Name of the item's schema: <c>message</c>, <c>incident</c>. See <see cref="ItemSchemas"/>.</param>
/// <param name="Version">1 for the first, rising by one with every version.</param>
/// <param name="Reference">Short random reference for people.</param>
/// <param name="Origin">Who wrote the first version.</param>
/// <param name="Sensitivity">The author's label.</param>
/// <param name="ReleaseTo">Atoms of the release set; empty means own side only.</param>
/// <param name="Recipients">Audiences or organisations that are named as recipients (<c>audience:…</c>, <c>organisation:…</c>).</param>
/// <param name="Caveats">Handling caveats.</param>
/// <param name="Status"><c>current</c>, <c>closed</c> or <c>withdrawn</c>.</param>
/// <param name="At">When this version was accepted, UTC.</param>
/// <param name="Expires">After this instant the item is withdrawn from everybody but its owner; absent for never.</param>
/// <param name="Content">The fields, by the names of the kind's schema.</param>
/// <param name="Exercise">Whether the item belongs to an exercise.</param>
/// <param name="Protection">Whether the item is protection-sensitive and must never leave the humanitarian side.</param>
/// <param name="ChannelVersion">Version of the channel's state that its writer saw, as in <see cref="Channels.ChannelChanged"/>: it is not shown by an
/// older state. 0 when its writer told none.</param>
/// <param name="AudienceShown">
/// The fingerprint of the audience that its author was shown; absent when they were shown none. What reaches further waits for a coordinator.
/// </param>
/// <param name="By">Who wrote this version; absent when it was the person of the origin.</param>
public sealed record ItemVersioned(
    string Item,
    string Channel,
    string Kind,
    int Version,
    string Reference,
    ItemOrigin Origin,
    Sensitivity Sensitivity,
    IReadOnlyList<string> ReleaseTo,
    IReadOnlyList<string> Recipients,
    Caveats Caveats,
    string Status,
    DateTimeOffset At,
    DateTimeOffset? Expires,
    JsonObject Content,
    bool Exercise,
    bool Protection = false,
    long ChannelVersion = 0,
    string? AudienceShown = null,
    string? By = null);

/// <summary>The person and organisation an item comes from, as they were when it was written.</summary>
public sealed record ItemOrigin(
    string Person, string PersonName, string Organisation, string OrganisationName, Constituency Constituency, string? Force);

/// <summary>Values of <see cref="ItemVersioned.Status"/>.</summary>
public static class ItemStatus
{
    /// <summary>In force.</summary>
    public const string Current = "current";

    /// <summary>Concluded by its owner; still shown.</summary>
    public const string Closed = "closed";

    /// <summary>Past the instant its owner set; recalled from everybody else. Only views say so, versions never do.</summary>
    public const string Expired = "expired";

    /// <summary>Marked above unclassified: kept and shown without content. Only views say so, versions never do.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>Taken back by its owner; recalled from everybody who held it.</summary>
    public const string Withdrawn = "withdrawn";
}
