namespace ContactGroup.Movements.Domain;

/// <summary>
/// A polygon of some kilometres, by its corners in decimal degrees, WGS84. Reckoned in metres on a plane that touches the earth at its first corner, which is
/// exact to a metre in a kilometre at this size, also across the antimeridian.
/// </summary>
internal sealed class Polygon
{
    private const double MetresPerDegree = 111_195;
    private const double NoMetres = 0.01;
    private readonly (double Lat, double Lon) origin;
    private readonly (double X, double Y)[] corners;

    public Polygon(IReadOnlyList<(double Lat, double Lon)> corners)
    {
        origin = corners[0];
        this.corners = [.. corners.Select(OnPlane)];
    }

    /// <summary>Whether a corner comes twice.</summary>
    public bool RepeatsCorner => corners.Distinct().Count() < corners.Length;

    /// <summary>Whether two of its sides that are not neighbours have a point in common, or two neighbours go back over each other.</summary>
    public bool CrossesItself
    {
        get
        {
            for (var first = 0; first < corners.Length; first++)
            {
                for (var second = first + 1; second < corners.Length; second++)
                {
                    if (Meet(first, second))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>Its area.</summary>
    public double SquareMetres => Math.Abs(Enumerable.Range(0, corners.Length).Sum(index => Cross(corners[index], After(index)))) / 2;

    /// <summary>How far a position is from it; 0 inside.</summary>
    public double MetresFrom((double Lat, double Lon) position)
    {
        var point = OnPlane(position);
        return Contains(point) ? 0 : Math.Sqrt(Enumerable.Range(0, corners.Length).Min(index => SideAt(index).SquareFrom(point)));
    }

    private bool Meet(int first, int second)
    {
        var (a, b, c, d) = (corners[first], After(first), corners[second], After(second));
        return second == first + 1 ? IsOn(d, a, b) || IsOn(a, c, d)
            : first == 0 && second == corners.Length - 1 ? IsOn(c, a, b) || IsOn(b, c, d)
            : Crosses(a, b, c, d);
    }

    private bool Contains((double X, double Y) point) => Enumerable.Range(0, corners.Length).Count(index => SideAt(index).IsAhead(point)) % 2 == 1;

    private OutlineSide SideAt(int index) => new(corners[index], After(index));

    private (double X, double Y) After(int index) => corners[(index + 1) % corners.Length];

    private (double X, double Y) OnPlane((double Lat, double Lon) position) => (
        Math.IEEERemainder(position.Lon - origin.Lon, 360) * MetresPerDegree * Math.Cos(double.DegreesToRadians(origin.Lat)),
        (position.Lat - origin.Lat) * MetresPerDegree);

    private static bool Crosses((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d) =>
        (Math.Sign(Turn(a, b, c)) * Math.Sign(Turn(a, b, d)) < 0 && Math.Sign(Turn(c, d, a)) * Math.Sign(Turn(c, d, b)) < 0)
        || IsOn(c, a, b) || IsOn(d, a, b) || IsOn(a, c, d) || IsOn(b, c, d);

    private static bool IsOn((double X, double Y) point, (double X, double Y) from, (double X, double Y) to) => new OutlineSide(from, to).SquareFrom(point) < NoMetres * NoMetres;

    private static double Turn((double X, double Y) from, (double X, double Y) over, (double X, double Y) to) =>
        Cross((over.X - from.X, over.Y - from.Y), (to.X - from.X, to.Y - from.Y));

    private static double Cross((double X, double Y) first, (double X, double Y) second) => (first.X * second.Y) - (first.Y * second.X);
}
