using System.Runtime.InteropServices;

namespace ContactGroup.Movements.Domain.Areas;

/// <summary>The box around a part of an area, in decimal degrees. It does not cross 180 degrees.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AreaBox(double West, double South, double East, double North)
{
    /// <summary>The smallest around corners, of which X is the longitude and Y the latitude.</summary>
    public static AreaBox Around(IReadOnlyList<(double X, double Y)[]> rings)
    {
        var corners = rings.SelectMany(ring => ring).ToList();
        return new AreaBox(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
    }

    /// <summary>Whether a position is in it or on its edge.</summary>
    public bool Contains((double Lat, double Lon) position) =>
        position.Lat >= South && position.Lat <= North && position.Lon >= West && position.Lon <= East;

    /// <summary>By how many degrees it lies north or south of a latitude; 0 where it reaches it.</summary>
    public double DegreesNorthOf(double lat) => Math.Max(0, Math.Max(South - lat, lat - North));

    /// <summary>By how many degrees it lies east or west of a longitude, without crossing 180 degrees; 0 where it reaches it.</summary>
    public double DegreesEastOf(double lon) => Math.Max(0, Math.Max(West - lon, lon - East));
}
