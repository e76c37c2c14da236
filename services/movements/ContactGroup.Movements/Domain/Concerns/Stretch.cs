namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>Some legs that follow one another. A road that somebody drew has hundreds; most of it is nowhere near an area, and need not be looked at leg by leg.</summary>
internal sealed class Stretch(IReadOnlyList<(Arc Way, double Margin)> legs)
{
    /// <summary>How many legs it has at most.</summary>
    public const int Most = 24;

    private readonly double reach = ReachOf(legs[0].Way.From, legs);

    public IReadOnlyList<(Arc Way, double Margin)> Legs => legs;

    /// <summary>How far somebody on these legs may be from a position, metres.</summary>
    public static double ReachOf(Direction from, IReadOnlyList<(Arc Way, double Margin)> legs) =>
        legs.Max(leg => Math.Max(from.MetresTo(leg.Way.From), from.MetresTo(leg.Way.To)) + leg.Margin);

    /// <summary>Whether some of it may come into an area.</summary>
    public bool IsNear(Area area) => area.Centre.MetresTo(legs[0].Way.From) <= area.Reach + reach;
}
