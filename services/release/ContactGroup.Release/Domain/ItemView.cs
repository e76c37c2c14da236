using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>What an audience gets of an item: final bytes, and what may be searched and filtered, taken from those bytes and from nothing else.</summary>
/// <param name="Hash">Of item and body without the name of the policy: equal for views that say the same.</param>
/// <param name="Kind">Kind of the item.</param>
/// <param name="Status">Status as shown.</param>
/// <param name="HappenedFrom">The shown time, in microseconds; the start of the day when only the day is shown.</param>
/// <param name="Lat">The shown latitude; the centre of the cell when only the cell is shown.</param>
/// <param name="Lon">The shown longitude.</param>
/// <param name="Body">UTF-8 JSON object without item, revision and time of release.</param>
/// <param name="Text">What full-text search finds.</param>
/// <param name="Key">Of item and the whole body; equal views are stored once.</param>
internal sealed record ItemView(string Hash, string Kind, string Status, long? HappenedFrom, double? Lat, double? Lon, byte[] Body, string Text, string Key)
{
    /// <summary>
    /// Files that it shows. The body names them by their uploads; a stream that shows the view names them anew, so with files no two streams hold the same
    /// bytes. <see cref="Hash"/> stays what is decided on.
    /// </summary>
    public IReadOnlyList<ShownFile> Files { get; init; } = [];

    /// <summary>
    /// Like <see cref="Hash"/>, without what refers to another item and without where the item stands in its life: what a coordinator looks at and releases.
    /// INVARIANT: a reference shows to those who hold the other item and goes with it, so no review opens or ends because the other item came, went, or found
    /// somebody there; and none does because somebody was reminded or a time was over.
    /// </summary>
    public required string Matter { get; init; }

    /// <summary>Like <see cref="Hash"/>, without what refers to another item: what the record of exposure tells apart.</summary>
    public required string Held { get; init; }

    /// <summary>The version of a notification that it shows, as people speak of it; 0 where it shows none.</summary>
    public long Edition { get; init; }

    /// <summary>Whether its reader has to look at it before others.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The caveats that it carries and was built by.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The same as a number, for the store.</summary>
    public long CaveatBits => (long)Caveats;
}
