using System.Globalization;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using ContactGroup.Classification;

namespace ContactGroup.Benchmarks;

/// <summary>What loading a policy costs. Target: compile and full check in at most 2 s.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private const int MostStatements = 500;

    private PolicyDocument _document = ShippedPolicies.HumanitarianSpace;

    /// <summary>The shipped policy, or its statements repeated until the document holds as many as it can.</summary>
    [Params("shipped", "largest")]
    public string Policy { get; set; } = "shipped";

    /// <summary>Takes the policy under test.</summary>
    [GlobalSetup]
    public void TakePolicy() => _document = string.Equals(Policy, "shipped", StringComparison.Ordinal) ? ShippedPolicies.HumanitarianSpace : Largest();

    /// <summary>Every cell joined and clipped.</summary>
    [Benchmark]
    public PolicyTable Compile() => PolicyTable.Compile(_document);

    /// <summary>Every cell held against the six rules.</summary>
    [Benchmark]
    public int Check() => PolicyCheck.Run(_document).Count;

    /// <summary>What a service does at start: check, then compile.</summary>
    [Benchmark]
    public PolicyTable Load() => PolicyTable.Load(_document);

    private static PolicyDocument Largest()
    {
        using var stream = typeof(PolicyDocument).Assembly.GetManifestResourceStream("policies/humanitarian-space.json")!;
        var policy = JsonNode.Parse(stream)!.AsObject();
        Repeat(policy["grants"]!.AsArray());
        Repeat(policy["withholdings"]!.AsArray());
        return PolicyDocument.Parse(policy.ToJsonString());
    }

    private static void Repeat(JsonArray statements)
    {
        var shipped = statements.Count;
        for (var number = shipped; number < MostStatements; number++)
        {
            var copy = statements[number % shipped]!.DeepClone();
            copy["id"] = string.Create(CultureInfo.InvariantCulture, $"copy-{shipped}-{number}");
            statements.Add(copy);
        }
    }
}
