namespace ContactGroup.Movements.Domain;

/// <summary>What can be told of positions alone. Decimal degrees, WGS84.</summary>
internal static class Places
{
    private const double EarthKilometres = 6_371;

    /// <summary>Hundredths of a degree are a kilometre: a position without more was cut off somewhere.</summary>
    private const double Coarse = 100;

    /// <summary>Whether both numbers have two decimals or fewer.</summary>
    public static bool IsCoarse((double Lat, double Lon) position) => IsCut(position.Lat) && IsCut(position.Lon);

    /// <summary>Great-circle distance.</summary>
    public static double Kilometres((double Lat, double Lon) from, (double Lat, double Lon) to)
    {
        var (lat1, lat2) = (double.DegreesToRadians(from.Lat), double.DegreesToRadians(to.Lat));
        var north = Math.Sin((lat2 - lat1) / 2);
        var east = Math.Sin(double.DegreesToRadians(to.Lon - from.Lon) / 2);
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(lat1) * Math.Cos(lat2) * east * east))));
    }

    /// <summary>The position with its numbers exchanged; null where that is no position.</summary>
    public static (double Lat, double Lon)? Swapped((double Lat, double Lon) position) =>
        Math.Abs(position.Lon) <= 90 ? (position.Lon, position.Lat) : null;

    private static bool IsCut(double degrees) => Math.Abs((degrees * Coarse) - Math.Round(degrees * Coarse)) < 1e-6;
}
