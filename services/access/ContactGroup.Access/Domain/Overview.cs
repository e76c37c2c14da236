namespace ContactGroup.Access.Domain;

/// <summary>How many notices of one room have the same area, month and type. Its columns have no type when there are no rows, so that it is no positional record.</summary>
internal sealed record Tally
{
    /// <summary>Id of the room.</summary>
    public required string Channel { get; init; }

    /// <summary>1 for an exercise, 0 for none.</summary>
    public long Exercise { get; init; }

    /// <summary>See <see cref="Counted.Area"/>.</summary>
    public required string Area { get; init; }

    /// <summary>See <see cref="Counted.Month"/>.</summary>
    public required string Month { get; init; }

    /// <summary>A code of the list of types.</summary>
    public required string ConstraintType { get; init; }

    /// <summary>How many.</summary>
    public long Notices { get; init; }

    /// <summary>The highest severity among them, a code.</summary>
    public required string Severity { get; init; }
}

/// <summary>One figure of the overview.</summary>
/// <param name="Admin1">P-code or name of the first administrative level; absent for other areas together.</param>
/// <param name="Month">Such as <c>2026-09</c>.</param>
/// <param name="ConstraintType">A code of the list of types.</param>
/// <param name="Count">How many notices, never fewer than the minimum.</param>
/// <param name="HighestSeverity">The band in which the highest severity among them is: <c>1-2</c> or <c>3-4</c>.</param>
internal sealed record Cell(string? Admin1, string Month, string ConstraintType, long Count, string HighestSeverity);

/// <summary>
/// Makes figures of tallies. INVARIANT: no figure is smaller than the minimum, and nothing that is shown adds up with what is not: what is left out is in no total,
/// and there is no total but the figures themselves.
/// </summary>
internal static class Overview
{
    /// <summary>Figures, sorted by month, type and area; other areas last.</summary>
    public static IReadOnlyList<Cell> Of(IEnumerable<Tally> tallies, int minimum) =>
    [
        .. tallies
            .GroupBy(tally => (tally.Month, tally.ConstraintType))
            .OrderBy(group => group.Key.Month, StringComparer.Ordinal)
            .ThenBy(group => group.Key.ConstraintType, StringComparer.Ordinal)
            .SelectMany(group => InMonth(group.Key.Month, group.Key.ConstraintType, group, minimum)),
    ];

    private static IEnumerable<Cell> InMonth(string month, string type, IEnumerable<Tally> tallies, int minimum)
    {
        var areas = tallies.ToLookup(tally => tally.Area, StringComparer.Ordinal);
        var named = areas.Where(area => area.Key.Length > 0 && Count(area) >= minimum).OrderBy(area => area.Key, StringComparer.Ordinal).ToList();
        var others = areas.Except(named).SelectMany(area => area).ToList();
        IEnumerable<Cell> shown = named.Select(area => CellOf(area.Key, area));
        return Count(others) >= minimum ? shown.Append(CellOf(null, others)) : shown;

        Cell CellOf(string? area, IEnumerable<Tally> counted) => new(area, month, type, Count(counted), Band(counted));
    }

    private static long Count(IEnumerable<Tally> tallies) => tallies.Sum(tally => tally.Notices);

    private static string Band(IEnumerable<Tally> tallies) => tallies.Any(tally => tally.Severity is "3" or "4") ? "3-4" : "1-2";
}
