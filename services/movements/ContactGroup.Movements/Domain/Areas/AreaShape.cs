using System.Runtime.InteropServices;

namespace ContactGroup.Movements.Domain.Areas;

/// <summary>
/// One part of an area on the globe: an outline, and the holes in it. Longitude and latitude in decimal degrees, WGS84; it does not cross 180 degrees, as RFC 7946 has
/// it. Unlike <see cref="Polygon"/> it may be as large as a country and have as many corners as a file: what the box around it can answer is not asked of its sides.
/// </summary>
internal sealed class AreaShape
{
    private const double MetresPerDegree = 111_195;

    // Each closed, X being longitude and Y latitude.
    private readonly (double X, double Y)[][] rings;
    private readonly AreaBox box;

    /// <param name="rings">Corners of the outline and of each hole. Whether the first comes again at the end does not matter.</param>
    public AreaShape(IReadOnlyList<(double Lon, double Lat)[]> rings)
    {
        this.rings = [.. rings.Select(ring => ((double, double)[])[.. ring, ring[0]])];
        box = AreaBox.Around(this.rings);
    }

    /// <summary>Whether a position is in it or within some metres of it, by the measure of <see cref="MetresFrom"/>.</summary>
    public bool IsWithin((double Lat, double Lon) position, double metres)
    {
        var here = Plane.At(position);
        return Contains(position) || IsNear(here) || IsNear(here.TheOtherWayRound);

        bool IsNear(Plane plane) => plane.MetresFrom(box) <= metres && SquareFrom(plane, enough: metres * metres, most: metres * metres) <= metres * metres;
    }

    /// <summary>How far a position is from it; 0 inside. Exact to some metres in a kilometre, and less so further away and within some kilometres of a pole.</summary>
    /// <param name="position">Decimal degrees.</param>
    /// <param name="most">What is further is said to be this far.</param>
    public double MetresFrom((double Lat, double Lon) position, double most)
    {
        var here = Plane.At(position);
        return Contains(position) ? 0 : Nearer(here.TheOtherWayRound, Nearer(here, most));

        double Nearer(Plane plane, double than) => plane.MetresFrom(box) >= than ? than : Math.Min(than, Math.Sqrt(SquareFrom(plane, enough: 0, most: than * than)));
    }

    // By how many sides a line eastwards crosses: an odd number is inside, and a hole makes it even again. Nothing is inside that the box is not around.
    private bool Contains((double Lat, double Lon) position)
    {
        var inside = false;
        if (!box.Contains(position))
        {
            return inside;
        }

        foreach (var ring in rings)
        {
            for (var corner = 1; corner < ring.Length; corner++)
            {
                inside ^= new OutlineSide(ring[corner - 1], ring[corner]).IsAhead((position.Lon, position.Lat));
            }
        }

        return inside;
    }

    // Looks no further when a side is near enough; sides that are too far away by their latitudes alone are passed over.
    private double SquareFrom(Plane plane, double enough, double most)
    {
        var nearest = double.PositiveInfinity;
        foreach (var ring in rings)
        {
            for (var corner = 1; corner < ring.Length; corner++)
            {
                var side = plane.Seen(ring[corner - 1], ring[corner]);
                if (side.IsBeyond(Math.Min(nearest, most)))
                {
                    continue;
                }

                nearest = Math.Min(nearest, side.SquareFrom((0, 0)));
                if (nearest <= enough)
                {
                    return nearest;
                }
            }
        }

        return nearest;
    }

    /// <summary>A plane that touches the earth at a position, in metres from there.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Plane(double Lat, double Lon, double MetresPerDegreeEast)
    {
        /// <summary>As it lies on a map from -180 to 180 degrees.</summary>
        public static Plane At((double Lat, double Lon) position) =>
            new(position.Lat, position.Lon, MetresPerDegree * Math.Cos(double.DegreesToRadians(position.Lat)));

        /// <summary>The same position seen from beyond 180 degrees. Sides stay where they are and as they are: none comes to lie across what it is far from.</summary>
        public Plane TheOtherWayRound => this with { Lon = Lon > 0 ? Lon - 360 : Lon + 360 };

        public OutlineSide Seen((double X, double Y) from, (double X, double Y) to) => new(
            ((from.X - Lon) * MetresPerDegreeEast, (from.Y - Lat) * MetresPerDegree), ((to.X - Lon) * MetresPerDegreeEast, (to.Y - Lat) * MetresPerDegree));

        /// <summary>Nothing that the box is around is nearer.</summary>
        public double MetresFrom(AreaBox box)
        {
            var (east, north) = (box.DegreesEastOf(Lon) * MetresPerDegreeEast, box.DegreesNorthOf(Lat) * MetresPerDegree);
            return Math.Sqrt((east * east) + (north * north));
        }
    }
}
