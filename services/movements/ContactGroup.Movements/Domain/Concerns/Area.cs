namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>Where a force has a concern: a circle or an outline.</summary>
internal abstract class Area
{
    /// <summary>A position from which all of it is within <see cref="Reach"/>.</summary>
    public abstract Direction Centre { get; }

    /// <summary>Metres.</summary>
    public abstract double Reach { get; }

    /// <summary>With how many lines a leg is compared.</summary>
    public abstract int Lines { get; }

    /// <summary>How far a leg passes from it; 0 when it goes into it.</summary>
    public abstract double MetresFrom(Arc leg);

    /// <summary>The area of a position and a radius in metres.</summary>
    public static Area Circle((double Lat, double Lon) centre, double metres) => new Round(Direction.Of(centre), metres);

    /// <summary>The area within corners.</summary>
    public static Area Outline(IReadOnlyList<(double Lat, double Lon)> corners) => new Cornered(corners);

    private sealed class Round(Direction centre, double metres) : Area
    {
        public override Direction Centre => centre;

        public override double Reach => metres;

        public override int Lines => 1;

        public override double MetresFrom(Arc leg) => Math.Max(0, leg.MetresFrom(centre) - metres);
    }

    private sealed class Cornered : Area
    {
        private readonly (double Lat, double Lon)[] degrees;
        private readonly Direction[] corners;
        private readonly Arc[] edges;

        public Cornered(IReadOnlyList<(double Lat, double Lon)> given)
        {
            // Counted from the first corner, so that the antimeridian is nowhere within it.
            degrees = [.. given.Select(corner => (corner.Lat, From(given[0].Lon, corner.Lon)))];
            corners = [.. given.Select(Direction.Of)];
            edges = [.. corners.Select((corner, index) => new Arc(corner, corners[(index + 1) % corners.Length]))];
            Origin = given[0].Lon;
            Reach = corners.Max(corner => Centre.MetresTo(corner));
        }

        public override Direction Centre => corners[0];

        public override double Reach { get; }

        public override int Lines => edges.Length;

        private double Origin { get; }

        public override double MetresFrom(Arc leg) => Contains(leg.From) || Array.Exists(edges, edge => edge.Crosses(leg)) ? 0
            : Math.Min(corners.Min(leg.MetresFrom), edges.Min(edge => Math.Min(edge.MetresFrom(leg.From), edge.MetresFrom(leg.To))));

        // On a plane of degrees: within some hundred kilometres the difference is smaller than what a corner is given with. A leg that begins outside and ends
        // inside crosses an edge.
        private bool Contains(Direction position)
        {
            var lat = double.RadiansToDegrees(Math.Asin(Math.Clamp(position.Z, -1, 1)));
            var lon = From(Origin, double.RadiansToDegrees(Math.Atan2(position.Y, position.X)));
            var inside = false;
            for (var index = 0; index < degrees.Length; index++)
            {
                var (from, to) = (degrees[index], degrees[(index + 1) % degrees.Length]);
                if ((from.Lat > lat) != (to.Lat > lat) && lon < ((to.Lon - from.Lon) * (lat - from.Lat) / (to.Lat - from.Lat)) + from.Lon)
                {
                    inside = !inside;
                }
            }

            return inside;
        }

        private static double From(double origin, double lon) => Math.IEEERemainder(lon - origin, 360);
    }
}
