using System.Runtime.InteropServices;

namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>A position on a sphere as a direction from its centre, so that nothing is special about the poles and the antimeridian. Length 1 where it is a position.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Direction(double X, double Y, double Z)
{
    private const double EarthMetres = 6_371_000;

    /// <summary>The direction of a position in decimal degrees, WGS84.</summary>
    public static Direction Of((double Lat, double Lon) position)
    {
        var (lat, lon) = (double.DegreesToRadians(position.Lat), double.DegreesToRadians(position.Lon));
        return new Direction(Math.Cos(lat) * Math.Cos(lon), Math.Cos(lat) * Math.Sin(lon), Math.Sin(lat));
    }

    public double Length => Math.Sqrt(Dot(this));

    public double Dot(Direction other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public Direction Cross(Direction other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    public Direction Opposite => new(-X, -Y, -Z);

    /// <summary>Great-circle distance.</summary>
    public double MetresTo(Direction other) => EarthMetres * Math.Atan2(Cross(other).Length, Dot(other));

    /// <summary>How far the angle whose sine this is reaches on the ground.</summary>
    public static double MetresOfSine(double sine) => EarthMetres * Math.Asin(Math.Clamp(Math.Abs(sine), 0, 1));
}
