using System.Collections.Frozen;
using ContactGroup.Contracts.Codes;

namespace ContactGroup.Movements.Domain.Areas;

/// <summary>Where the areas lie that a notification states, as the operator's file has them. They say nothing about whose land it is.</summary>
/// <param name="areas">By P-code, or by the code of a country, with two letters or three.</param>
internal sealed class Boundaries(FrozenDictionary<string, Area> areas)
{
    /// <summary>No area is known: nothing is checked.</summary>
    public static Boundaries None { get; } = new(FrozenDictionary<string, Area>.Empty);

    /// <summary>The area of a P-code or of a country of the list <c>country</c>; null when the file has none.</summary>
    public Area? Find(string? code) => code is null ? null
        : areas.GetValueOrDefault(code) ?? (CodeLists.Get("country").Find(code)?.Same is { } same ? areas.GetValueOrDefault(same) : null);
}

/// <summary>One area: all parts that have its code.</summary>
/// <param name="Name">What a warning calls it: its name in the file and its code.</param>
/// <param name="Parts">Islands count for themselves.</param>
internal sealed record Area(string Name, IReadOnlyList<AreaShape> Parts)
{
    /// <summary>Whether a position is in it or within some metres of it.</summary>
    public bool IsWithin((double Lat, double Lon) position, double metres) => Parts.Any(part => part.IsWithin(position, metres));

    /// <summary>How far a position is from it, in metres; 0 inside.</summary>
    public double MetresFrom((double Lat, double Lon) position) =>
        Parts.Aggregate(double.PositiveInfinity, (nearest, part) => Math.Min(nearest, part.MetresFrom(position, nearest)));
}
