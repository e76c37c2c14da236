namespace ContactGroup.Load.Timing;

/// <summary>
/// Mann-Whitney U of two samples: how often a value of one is above a value of the other, and how unlikely that is if both come from one distribution. Needs
/// no assumption about the shape, which latencies never have.
/// </summary>
internal sealed record RankTest(double Delta, double P)
{
    /// <summary>Compares two samples of at least a few dozen values; ties share ranks, p is two-sided by the normal approximation with tie correction.</summary>
    /// <remarks>Delta is Cliff's: share of pairs in which the first is above, minus the share in which it is below; 0 same, 1 always above.</remarks>
    public static RankTest Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var all = first.Select(value => (Value: value, First: true)).Concat(second.Select(value => (Value: value, First: false))).OrderBy(one => one.Value).ToArray();
        double ranks = 0;
        double ties = 0;
        for (var from = 0; from < all.Length;)
        {
            var to = from;
            while (to < all.Length && all[to].Value.Equals(all[from].Value))
            {
                to++;
            }

            double same = to - from;
            ranks += (from + 1 + to) / 2.0 * all[from..to].Count(one => one.First);
            ties += (same * same * same) - same;
            from = to;
        }

        double n = first.Count;
        double m = second.Count;
        var u = ranks - (n * (n + 1) / 2);
        var spread = Math.Sqrt(n * m / 12 * (n + m + 1 - (ties / ((n + m) * (n + m - 1)))));
        var z = spread > 0 ? Math.Abs(u - (n * m / 2)) / spread : 0;
        return new RankTest((2 * u / (n * m)) - 1, Math.Min(1, 2 * UpperTail(z)));
    }

    /// <summary>Upper tail of the normal distribution; Abramowitz and Stegun 26.2.17, error below 7.5e-8, and by its asymptote far out.</summary>
    private static double UpperTail(double z)
    {
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z > 6)
        {
            return density / z;
        }

        var t = 1 / (1 + (0.2316419 * z));
        return density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
    }
}
