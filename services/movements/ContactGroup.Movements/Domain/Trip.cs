namespace ContactGroup.Movements.Domain;

/// <summary>When and where a notification says that somebody goes, and with which registrations, for the search for the same trip by the same organisation.</summary>
/// <param name="Start">Start of the window.</param>
/// <param name="End">End of the window.</param>
/// <param name="Stops">Stops in the order of travel. Decimal degrees, WGS84.</param>
/// <param name="Plates">Registrations, letters and digits alone, in capitals.</param>
internal sealed record Trip(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<(double Lat, double Lon)> Stops, IReadOnlyList<string> Plates);

/// <summary>A trip that the same organisation notified in the same room, in a time that overlaps.</summary>
/// <param name="Reference">What its notification is called.</param>
/// <param name="Stops">As in <see cref="Trip"/>.</param>
/// <param name="Plates">As in <see cref="Trip"/>.</param>
internal sealed record OwnTrip(string Reference, IReadOnlyList<(double Lat, double Lon)> Stops, IReadOnlyList<string> Plates);
