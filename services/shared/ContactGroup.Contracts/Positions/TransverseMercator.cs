namespace ContactGroup.Contracts.Positions;

/// <summary>
/// The universal transverse Mercator projection of WGS84, metres. Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), pages 61 to 64, with
/// the constants and the order of the operations of the library of the web client (mgrs 2.2, MIT). INVARIANT: not a better series than there: another last digit is another check digit.
/// </summary>
internal static class TransverseMercator
{
    private const double Axis = 6_378_137;
    private const double E2 = 0.00669438;
    private const double Scale = 0.9996;
    private const double FalseEasting = 500_000;
    private const double FalseNorthing = 10_000_000;
    private const double EP2 = E2 / (1 - E2);

    private static readonly double E1 = (1 - Math.Sqrt(1 - E2)) / (1 + Math.Sqrt(1 - E2));

    /// <summary>Easting and northing of a position in a zone; on the southern half counted from ten thousand kilometres south of the equator.</summary>
    public static (double East, double North) Project(double lat, double lon, int zone)
    {
        var phi = Radians(lat);
        var n = Axis / Math.Sqrt(1 - (E2 * Math.Sin(phi) * Math.Sin(phi)));
        var t = Math.Tan(phi) * Math.Tan(phi);
        var c = EP2 * Math.Cos(phi) * Math.Cos(phi);
        var a = Math.Cos(phi) * (Radians(lon) - Radians(Meridian(zone)));
        var m = Axis * (((1 - (E2 / 4) - (3 * E2 * E2 / 64) - (5 * E2 * E2 * E2 / 256)) * phi)
            - (((3 * E2 / 8) + (3 * E2 * E2 / 32) + (45 * E2 * E2 * E2 / 1024)) * Math.Sin(2 * phi))
            + (((15 * E2 * E2 / 256) + (45 * E2 * E2 * E2 / 1024)) * Math.Sin(4 * phi))
            - (35 * E2 * E2 * E2 / 3072 * Math.Sin(6 * phi)));
        var east = (Scale * n * (a + ((1 - t + c) * a * a * a / 6)
            + ((5 - (18 * t) + (t * t) + (72 * c) - (58 * EP2)) * a * a * a * a * a / 120))) + FalseEasting;
        var north = Scale * (m + (n * Math.Tan(phi) * ((a * a / 2) + ((5 - t + (9 * c) + (4 * c * c)) * a * a * a * a / 24)
            + ((61 - (58 * t) + (t * t) + (600 * c) - (330 * EP2)) * a * a * a * a * a * a / 720))));
        return (east, lat < 0 ? north + FalseNorthing : north);
    }

    /// <summary>The position, decimal degrees.</summary>
    public static (double Lat, double Lon) Unproject(double east, double north, int zone, bool isSouthern)
    {
        var m = (isSouthern ? north - FalseNorthing : north) / Scale;
        var mu = m / (Axis * (1 - (E2 / 4) - (3 * E2 * E2 / 64) - (5 * E2 * E2 * E2 / 256)));
        var phi = mu + (((3 * E1 / 2) - (27 * E1 * E1 * E1 / 32)) * Math.Sin(2 * mu))
            + (((21 * E1 * E1 / 16) - (55 * E1 * E1 * E1 * E1 / 32)) * Math.Sin(4 * mu))
            + (151 * E1 * E1 * E1 / 96 * Math.Sin(6 * mu));
        var n = Axis / Math.Sqrt(1 - (E2 * Math.Sin(phi) * Math.Sin(phi)));
        var t = Math.Tan(phi) * Math.Tan(phi);
        var c = EP2 * Math.Cos(phi) * Math.Cos(phi);
        var r = Axis * (1 - E2) / Math.Pow(1 - (E2 * Math.Sin(phi) * Math.Sin(phi)), 1.5);
        var d = (east - FalseEasting) / (n * Scale);
        var lat = phi - (n * Math.Tan(phi) / r * ((d * d / 2) - ((5 + (3 * t) + (10 * c) - (4 * c * c) - (9 * EP2)) * d * d * d * d / 24)
            + ((61 + (90 * t) + (298 * c) + (45 * t * t) - (252 * EP2) - (3 * c * c)) * d * d * d * d * d * d / 720)));
        var lon = (d - ((1 + (2 * t) + c) * d * d * d / 6)
            + ((5 - (2 * c) + (28 * t) - (3 * c * c) + (8 * EP2) + (24 * t * t)) * d * d * d * d * d / 120)) / Math.Cos(phi);
        return (Degrees(lat), Meridian(zone) + Degrees(lon));
    }

    private static double Meridian(int zone) => ((zone - 1) * 6) - 180 + 3;

    private static double Radians(double degrees) => degrees * (Math.PI / 180);

    private static double Degrees(double radians) => 180 * (radians / Math.PI);
}
