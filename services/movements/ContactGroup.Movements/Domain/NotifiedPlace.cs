namespace ContactGroup.Movements.Domain;

/// <summary>Where a notification says that somebody is, for the search for notifications of one place by the same organisation.</summary>
/// <param name="Names">What the place is called, in each script that it is given in.</param>
/// <param name="Position">Decimal degrees, WGS84.</param>
/// <param name="Until">When it is over; null for never.</param>
internal sealed record NotifiedPlace(IReadOnlyList<string> Names, (double Lat, double Lon) Position, DateTimeOffset? Until);

/// <summary>A place that the same organisation notified in the same room.</summary>
/// <param name="Reference">What its notification is called.</param>
/// <param name="Kind">Name of the notification's kind.</param>
/// <param name="Names">As in <see cref="NotifiedPlace"/>, one a line.</param>
/// <param name="Lat">North.</param>
/// <param name="Lon">East.</param>
internal sealed record OwnPlace(string Reference, string Kind, string Names, double Lat, double Lon)
{
    public (double Lat, double Lon) Position => (Lat, Lon);

    public IReadOnlyList<string> AllNames => Names.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether somebody drives there, and is not there always.</summary>
    public bool IsStop => Kind != Sites.SiteKind.Kind.Name;
}
