namespace ContactGroup.Client;

/// <summary>Who had an item, for the organisation that wrote it.</summary>
/// <param name="KeptDays">For how many days that is remembered.</param>
public sealed record Exposure(string Item, int KeptDays, IReadOnlyList<AudienceExposure> Audiences);

/// <summary>What one audience had of an item.</summary>
/// <param name="Audience">Its code; a whole side where its parts are not for the caller to know.</param>
/// <param name="Label">Its name in plain English.</param>
/// <param name="HoldsNow">Whether it holds the item now.</param>
/// <param name="Received">When the first of its people was given it; null when nobody was.</param>
/// <param name="Opened">When the first of them asked for it by itself; null when nobody did.</param>
/// <param name="Held">What it held, oldest first.</param>
/// <param name="People">Its people, on the caller's own side; null of another side.</param>
public sealed record AudienceExposure(
    string Audience,
    string Label,
    bool HoldsNow,
    DateTimeOffset? Received,
    DateTimeOffset? Opened,
    IReadOnlyList<HeldView> Held,
    IReadOnlyList<ExposedPerson>? People)
{
    /// <summary>The versions of a notification that it was shown, oldest first; null where there are none, or where when it read is not for the caller to know.</summary>
    public IReadOnlyList<ExposedVersion>? Versions { get; init; }
}

/// <summary>A version of a notification, as it went to one audience.</summary>
/// <param name="Version">The version, as people speak of it.</param>
/// <param name="Sent">Since when it could be read.</param>
/// <param name="Delivered">When the first was given it; null when nobody was.</param>
/// <param name="Opened">When the first asked for it by itself; null when nobody did.</param>
public sealed record ExposedVersion(long Version, DateTimeOffset Sent, DateTimeOffset? Delivered, DateTimeOffset? Opened);

/// <summary>A view that was held.</summary>
/// <param name="Ended"><c>replaced</c> or <c>recalled</c>; null while it is held.</param>
/// <param name="Shown">The kinds of field it showed, and how much of each.</param>
public sealed record HeldView(DateTimeOffset From, DateTimeOffset? Until, string? Ended, IReadOnlyList<ShownClass> Shown);

/// <summary>Somebody who was given an item.</summary>
public sealed record ExposedPerson(string Name, string Organisation, DateTimeOffset Received, DateTimeOffset? Opened);
