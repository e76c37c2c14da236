using System.Runtime.InteropServices;

namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>The shortest way between two positions; one position when both are the same.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Arc(Direction From, Direction To)
{
    // A hundredth of a millimetre: below that the two ends are one.
    private const double Nothing = 1e-12;

    private Direction Normal => From.Cross(To);

    /// <summary>How long it is.</summary>
    public double Metres => From.MetresTo(To);

    /// <summary>How far a position is from it.</summary>
    public double MetresFrom(Direction position)
    {
        var normal = Normal;
        return normal.Length > Nothing && IsBeside(position, normal)
            ? Direction.MetresOfSine(position.Dot(normal) / normal.Length)
            : Math.Min(From.MetresTo(position), To.MetresTo(position));
    }

    /// <summary>Whether the two have a point in common, other than along their whole length.</summary>
    public bool Crosses(Arc other)
    {
        var (mine, others) = (Normal, other.Normal);
        var meeting = mine.Cross(others);
        return meeting.Length > Nothing * Nothing && (Share(this, other, meeting) || Share(this, other, meeting.Opposite));

        bool Share(Arc first, Arc second, Direction point) => first.IsBeside(point, mine) && second.IsBeside(point, others);
    }

    private bool IsBeside(Direction point, Direction normal) => point.Dot(normal.Cross(From)) >= 0 && point.Dot(To.Cross(normal)) >= 0;
}
