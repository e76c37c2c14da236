namespace ContactGroup.Movements.Domain.Areas;

/// <summary>
/// One part of an area on the globe: an outline, and the holes in it. Longitude and latitude in decimal degrees, WGS84; it does not cross 180 degrees, as RFC 7946 has
/// it. Unlike <see cref="Polygon"/> it may be as large as a country.
/// </summary>
/// <param name="rings">Corners of the outline and of each hole. Whether the first comes again at the end does not matter.</param>
internal sealed class AreaShape(IReadOnlyList<(double Lon, double Lat)[]> rings)
{
    private const double MetresPerDegree = 111_195;

    /// <summary>How far a position is from it; 0 inside. Exact to some metres in a kilometre, and less so further away.</summary>
    public double MetresFrom((double Lat, double Lon) position) => Contains(position) ? 0 : Sides().Min(side => Metres(position, side.From, side.To));

    // By how many sides a line eastwards crosses: an odd number is inside, and a hole makes it even again.
    private bool Contains((double Lat, double Lon) position) => Sides().Count(side =>
        side.From.Lat > position.Lat != side.To.Lat > position.Lat
        && position.Lon < ((side.To.Lon - side.From.Lon) * (position.Lat - side.From.Lat) / (side.To.Lat - side.From.Lat)) + side.From.Lon) % 2 == 1;

    private IEnumerable<((double Lon, double Lat) From, (double Lon, double Lat) To)> Sides() =>
        rings.SelectMany(ring => ring.Select((corner, index) => (corner, ring[(index + 1) % ring.Length])));

    // On a plane that touches the earth at the position. Both ends are looked at from the same turn of the globe: a side that is far away must not lie across it.
    private static double Metres((double Lat, double Lon) position, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var east = MetresPerDegree * Math.Cos(double.DegreesToRadians(position.Lat));
        var x = Math.IEEERemainder(from.Lon - position.Lon, 360) * east;
        var y = (from.Lat - position.Lat) * MetresPerDegree;
        var (dx, dy) = ((to.Lon - from.Lon) * east, (to.Lat - from.Lat) * MetresPerDegree);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp(-((x * dx) + (y * dy)) / length, 0, 1);
        return Math.Sqrt(Math.Pow(x + (along * dx), 2) + Math.Pow(y + (along * dy), 2));
    }
}
