using System.Text;
using ContactGroup.Testing;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 6: no content in logs, traces, metrics, broker or error queues; content of one service in no store of another but release's.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class NoContentElsewhereTests(RunningStandalone app)
{
    [Fact]
    public async Task Not_in_logs_even_when_everything_is_logged()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        Assert.NotEmpty(app.Logs.Lines);
        AssertSilent(scenario, app.Logs.Lines);
    }

    [Fact]
    public async Task Not_in_metrics_and_traces()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        Assert.NotEmpty(app.Telemetry.Measurements);
        Assert.NotEmpty(app.Telemetry.Spans);
        AssertSilent(scenario, [.. app.Telemetry.Measurements, .. app.Telemetry.Spans]);
    }

    [Fact]
    public async Task Not_in_what_leaves_for_a_collector()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        // The first that arrives may have been under way.
        var before = app.Exported.Count;
        await Eventually.IsAsync(true, () => Task.FromResult(app.Exported.Count >= before + 2));
        Assert.True(app.Exported.Has("contactgroup.facts.lag"));
        Assert.False(app.Exported.Has(scenario.MessageCanary) || app.Exported.Has(scenario.ReportCanary));
    }

    [Fact]
    public async Task Not_on_the_bus()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        Assert.NotEmpty(app.Bus.Wire);
        AssertSilent(scenario, app.Bus.Wire);
    }

    [Fact]
    public async Task Not_in_the_store_of_a_service_that_does_not_own_it()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        Assert.True(Holds("channels", scenario.MessageCanary), "the owner keeps it, or this test looks in the wrong place");
        Assert.True(Holds("incidents", scenario.ReportCanary), "the owner keeps it, or this test looks in the wrong place");
        Assert.False(Holds("identity", scenario.MessageCanary) || Holds("identity", scenario.ReportCanary), "identity");
        Assert.False(Holds("channels", scenario.ReportCanary), "channels");
        Assert.False(Holds("incidents", scenario.MessageCanary), "incidents");
    }

    [Fact]
    public void A_planted_word_is_found()
    {
        using var ear = new LogEar();
        var log = ear.CreateLogger("planted");

        var exception = new InvalidOperationException("planted-in-exception");
        using (log.BeginScope("around planted-in-scope"))
        {
            log.Log(LogLevel.Trace, default, "planted-in-state", exception, (state, _) => state);
        }

        var line = Assert.Single(ear.Lines);
        Assert.All((string[])["planted-in-scope", "planted-in-state", "planted-in-exception"], word => Assert.Contains(word, line, StringComparison.Ordinal));
    }

    private static void AssertSilent(CanaryScenario scenario, IEnumerable<string> heard) => Assert.DoesNotContain(
        heard, line => line.Contains(scenario.MessageCanary, StringComparison.Ordinal) || line.Contains(scenario.ReportCanary, StringComparison.Ordinal));

    private bool Holds(string store, string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return Directory.GetFiles(app.DataFolder, $"{store}.db*").Any(path => Read(path).AsSpan().IndexOf(bytes) >= 0);
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
