using BenchmarkDotNet.Attributes;
using ContactGroup.Classification;

namespace ContactGroup.Benchmarks;

/// <summary>One decision. Targets: at most 50 ns and no allocation.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const int Questions = 1024;

    private readonly PolicyTable _table = PolicyTable.Load(ShippedPolicies.HumanitarianSpace);
    private readonly Question[] _questions = [.. Shuffled()];
    private readonly Origin _origin = new(new Audience(Constituency.Ingo), "org-a");
    private readonly Audience _force = Audience.Parse("military:northern-force");
    private readonly ReleaseSet _released = Released();

    /// <summary>The array read, over questions in no order so that cells come from all over the table.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int Decide()
    {
        var visible = 0;
        foreach (ref readonly var question in _questions.AsSpan())
        {
            visible += _table.Decide(question).IsVisible ? 1 : 0;
        }

        return visible;
    }

    /// <summary>The whole ruling: floors, release set, policy, coordinator's release.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int Rule()
    {
        var visible = 0;
        foreach (ref readonly var question in _questions.AsSpan())
        {
            visible += Ruling.Decide(_table, question, ReleaseReach.Full, Disclosure.Existence).IsVisible ? 1 : 0;
        }

        return visible;
    }

    /// <summary>From an item and who asks to the question.</summary>
    [Benchmark]
    public Question Ask() =>
        Question.About(Posture.Coexistence, ItemKind.Incident, Sensitivity.Moderate, _origin, Recipients.None, _force);

    /// <summary>How far a release set reaches.</summary>
    [Benchmark]
    public ReleaseReach Reach() => _released.Reach(_force, null, _origin);

    private static ReleaseSet Released() =>
        ReleaseSet.TryParse(["own-side", "audience:military:northern-force"], out var set, out _) ? set : throw new InvalidOperationException("the release set of the benchmark cannot be read");

    /// <summary>A fixed order without pattern: a full cycle of a linear congruence.</summary>
    private static IEnumerable<Question> Shuffled()
    {
        var seed = 12345u;
        for (var count = 0; count < Questions; count++)
        {
            seed = unchecked((seed * 1_664_525u) + 1_013_904_223u);
            yield return new Question(
                (Posture)(1 + (seed >> 8) % 3),
                (ItemKind)(1 + (seed >> 11) % 10),
                (Side)(1 + (seed >> 15) % 3),
                (Sensitivity)(1 + (seed >> 18) % 4),
                (Constituency)(1 + (seed >> 20) % 12),
                (Relation)(1 + (seed >> 24) % 4));
        }
    }
}
