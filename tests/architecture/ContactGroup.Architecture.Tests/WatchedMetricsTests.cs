using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactGroup.Testing;

namespace ContactGroup.Architecture.Tests;

/// <summary>What dashboards and alerts look at is measured, under the name that it has behind the collector.</summary>
[Collection(StandaloneCollection.Name)]
public sealed partial class WatchedMetricsTests(RunningStandalone app)
{
    // What Prometheus itself knows: its functions, and whether it reached the collector.
    private static readonly HashSet<string> Prometheus = new(StringComparer.Ordinal)
    {
        "absent", "histogram_quantile", "increase", "max", "min", "min_over_time", "or", "rate", "sum", "up",
    };

    [Theory]
    [InlineData("infra/observability/alerts.yaml")]
    [InlineData("infra/observability/grafana/dashboards/contactgroup.json")]
    public async Task Every_metric_that_is_looked_at_is_measured(string file)
    {
        using var answer = await app.CreateClient().GetAsync("/health/live");
        var looked = Expressions(await File.ReadAllTextAsync(Path.Combine(Product.Repository.FullName, file))).SelectMany(Metrics).ToHashSet(StringComparer.Ordinal);

        await Eventually.IsAsync(string.Empty, () => Task.FromResult(string.Join(' ', looked.Except(Measured(), StringComparer.Ordinal))));
        Assert.True(looked.Count > 5);
    }

    private HashSet<string> Measured() => app.Telemetry.Instruments.SelectMany(Names).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names that the exporter for Prometheus gives an instrument.</summary>
    private static IEnumerable<string> Names(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            null or ['{', ..] => string.Empty,
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "_of-a-unit-that-nothing-here-looks-at",
        };
        var name = instrument.Name.Replace('.', '_') + unit;
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? [name + "_bucket", name + "_sum", name + "_count"]
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [name + "_total"]
            : [name];
    }

    private static IEnumerable<string> Expressions(string text) => text.StartsWith('{')
        ? JsonNode.Parse(text)!["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => target!["expr"]!.ToString())
        : Alert().Matches(text).Select(match => match.Groups["expr"].Value);

    private static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(Aside().Replace(expression, " ")).Select(match => match.Value).Where(name => !Prometheus.Contains(name));

    [GeneratedRegex(@"expr: (>-\s*)?(?<expr>.*?)\n\s+(for|labels):", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alert();

    // Labels, spans of time, and what is grouped by.
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|by \([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_]\w*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
