using System.Runtime.InteropServices;

namespace ContactGroup.Movements.Domain;

/// <summary>One side of an outline, on a plane.</summary>
/// <param name="From">The corner it begins at.</param>
/// <param name="To">The corner it ends at.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutlineSide((double X, double Y) From, (double X, double Y) To)
{
    /// <summary>The square of how far a point is from it.</summary>
    public double SquareFrom((double X, double Y) point)
    {
        var (dx, dy) = (To.X - From.X, To.Y - From.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - From.X) * dx) + ((point.Y - From.Y) * dy)) / length, 0, 1);
        var (x, y) = (From.X + (along * dx) - point.X, From.Y + (along * dy) - point.Y);
        return (x * x) + (y * y);
    }

    /// <summary>Whether all of it is further from the origin than the root of a square, by Y alone: cheap, and true of most sides of a large outline.</summary>
    public bool IsBeyond(double square) => From.Y * To.Y > 0 && From.Y * From.Y > square && To.Y * To.Y > square;

    /// <summary>Whether a line from a point in the direction of X meets it: a point that meets an odd number of an outline's sides is inside.</summary>
    public bool IsAhead((double X, double Y) point) =>
        From.Y > point.Y != To.Y > point.Y && point.X < ((To.X - From.X) * (point.Y - From.Y) / (To.Y - From.Y)) + From.X;
}
