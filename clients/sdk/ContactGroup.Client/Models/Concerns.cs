namespace ContactGroup.Client;

/// <summary>An area and a time that the own organisation wants to hear of, for itself alone.</summary>
/// <param name="Note">1 to 500 characters.</param>
/// <param name="From">It counts from then on.</param>
/// <param name="Until">It counts until then, 366 days at most.</param>
public sealed record ConcernDraft(string Note, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The middle of a circle; with <see cref="Radius"/>.</summary>
    public MapPosition? Position { get; init; }

    /// <summary>Metres, 1 to 50,000.</summary>
    public int? Radius { get; init; }

    /// <summary>Corners in order, 3 to 50, instead of a circle.</summary>
    public IReadOnlyList<MapPosition>? Outline { get; init; }
}

/// <summary>A concern that is kept now.</summary>
/// <param name="Id">26 characters, random.</param>
public sealed record ConcernReceipt(string Id);

/// <summary>A concern of the own organisation.</summary>
public sealed record Concern(
    string Id, string Note, DateTimeOffset From, DateTimeOffset Until, MapPosition? Position = null, int? Radius = null, IReadOnlyList<MapPosition>? Outline = null);

/// <summary>Concerns of the own organisation.</summary>
public sealed record ConcernList(IReadOnlyList<Concern> Concerns);

/// <summary>A notification that the caller holds comes into a concern of the own organisation. Nobody else is told.</summary>
/// <param name="Item">Id of the notification.</param>
/// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
/// <param name="Concern">Id of the concern.</param>
/// <param name="Note">What the concern says.</param>
/// <param name="From">From when the concern counts.</param>
/// <param name="Until">Until when it counts.</param>
public sealed record Overlap(string Item, string Reference, string Kind, string Concern, string Note, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Overlaps as they are now.</summary>
/// <param name="Complete">False when something was not compared with the concerns, named or not.</param>
public sealed record OverlapList(IReadOnlyList<Overlap> Overlaps, bool Complete)
{
    /// <summary>Up to 100 notifications that may come into a concern and were not compared with it: to be looked at by hand.</summary>
    public IReadOnlyList<UnreckonedNotification> Unreckoned { get; init; } = [];

    /// <summary>Whether more was not compared than is named.</summary>
    public bool Unnamed { get; init; }
}

/// <summary>A notification that the caller holds, and that was not compared with every concern that it may come into.</summary>
/// <param name="Item">Id of the notification.</param>
/// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
public sealed record UnreckonedNotification(string Item, string Reference, string Kind);
