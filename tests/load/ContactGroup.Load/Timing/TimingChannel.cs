using System.Globalization;

namespace ContactGroup.Load.Timing;

/// <summary>Two requests that an observer must not be able to tell apart by how long they take.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Hidden">The request about something that exists and is hidden; a new one each time.</param>
/// <param name="Absent">The same about something that does not exist.</param>
/// <param name="MustDiffer">Whether this is the positive control.</param>
internal sealed record TimingChannel(string Name, Func<HttpRequestMessage> Hidden, Func<HttpRequestMessage> Absent, bool MustDiffer = false);

/// <summary>What was measured of a channel, in microseconds.</summary>
internal sealed record TimingResult(TimingChannel Channel, IReadOnlyList<double> Hidden, IReadOnlyList<double> Absent)
{
    // Set before the first run. An observer over a network sees noise of hundreds of microseconds; from |delta| below 0.1 or a median difference below 50
    // microseconds it would need thousands of undisturbed requests about one id, which the limit per person makes slow and the log makes visible. p alone
    // is no measure: with enough requests any difference is significant.
    private const double LargestDelta = 0.1;
    private const double LargestMedianDifference = 50;
    private const double Significant = 0.001;

    public RankTest Test { get; } = RankTest.Of(Hidden, Absent);

    public double MedianDifference => Median(Hidden) - Median(Absent);

    public bool Differs => Test.P < Significant && (Math.Abs(Test.Delta) >= LargestDelta || Math.Abs(MedianDifference) >= LargestMedianDifference);

    /// <summary>Whether it is as it must be: a control differs, everything else does not.</summary>
    public bool Holds => Differs == Channel.MustDiffer;

    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Channel.Name} | {Hidden.Count} | {Median(Hidden):F0} | {Median(Absent):F0} | {MedianDifference:+0;-0;0} | {Test.Delta:+0.000;-0.000;0.000} | {Test.P:0.0000} | {(Holds ? "holds" : "FAILS")} |");
}
