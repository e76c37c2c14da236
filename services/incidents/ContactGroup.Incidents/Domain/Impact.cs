using System.Collections.Frozen;

namespace ContactGroup.Incidents.Domain;

/// <summary>The names of impact figures: a harm, alone for its total or with a split. Source: KIKA record fields, AWSD columns.</summary>
internal static class Impact
{
    /// <summary>More people than this in one report is a slip of the keyboard.</summary>
    public const int Most = 10_000;

    public static IReadOnlyList<string> Harms { get; } =
        ["killed", "injured", "kidnapped", "killedInCaptivity", "arrestedDetained", "assaulted", "threatened", "missing"];

    public static IReadOnlyList<string> ByOrigin { get; } = ["National", "International"];

    public static IReadOnlyList<string> BySex { get; } = ["Female", "Male", "SexUnknown"];

    public static FrozenSet<string> Names { get; } = Harms
        .SelectMany(harm => ByOrigin.Concat(BySex).Select(split => harm + split).Prepend(harm))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The figures with totals completed: a total that is not said is what its larger split adds up to.</summary>
    public static SortedDictionary<string, int> Complete(IReadOnlyDictionary<string, int> said)
    {
        var figures = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in said)
        {
            figures[name] = count;
        }

        foreach (var harm in Harms.Where(harm => !said.ContainsKey(harm)))
        {
            var total = Math.Max(Sum(said, harm, ByOrigin), Sum(said, harm, BySex));
            if (total > 0)
            {
                figures[harm] = total;
            }
        }

        return figures;
    }

    /// <summary>Splits that add up to more than their total, as (name of the total, remedy).</summary>
    public static IEnumerable<(string Name, string Remedy)> Contradictions(IReadOnlyDictionary<string, int> figures)
    {
        foreach (var harm in Harms)
        {
            var total = figures.GetValueOrDefault(harm);
            if (Sum(figures, harm, ByOrigin) > total)
            {
                yield return (harm, "National and international together must not exceed the total.");
            }

            if (Sum(figures, harm, BySex) > total)
            {
                yield return (harm, "Female, male and sex unknown together must not exceed the total.");
            }
        }
    }

    private static int Sum(IReadOnlyDictionary<string, int> figures, string harm, IReadOnlyList<string> splits) =>
        splits.Sum(split => figures.GetValueOrDefault(harm + split));
}
