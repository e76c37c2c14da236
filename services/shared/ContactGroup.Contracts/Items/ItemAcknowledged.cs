using ContactGroup.Classification;

namespace ContactGroup.Contracts.Items;

/// <summary>A fact: a person confirmed having received an item. Receipt only, never consent.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Person">Who acknowledged.</param>
/// <param name="PersonName">Display name at that time.</param>
/// <param name="Organisation">The person's organisation.</param>
/// <param name="OrganisationName">Its name at that time.</param>
/// <param name="Constituency">What the organisation is in the theatre.</param>
/// <param name="Force">The force, for military organisations only.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Version">Latest version of the item at that moment; what the person held may be older, never newer.</param>
public sealed record ItemAcknowledged(
    string Item,
    string Person,
    string PersonName,
    string Organisation,
    string OrganisationName,
    Constituency Constituency,
    string? Force,
    DateTimeOffset At,
    int Version);
