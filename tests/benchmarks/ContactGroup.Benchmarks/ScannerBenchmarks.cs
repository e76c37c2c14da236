using BenchmarkDotNet.Attributes;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Benchmarks;

/// <summary>Scanning free text, per character of a message of the longest kind.</summary>
[MemoryDiagnoser]
public class ScannerBenchmarks
{
    private const int Characters = 8_000;

    private static readonly string Plain = Repeat(
        "Two trucks with 400 litres of fuel each crossed the bridge at 14:20 on 2026-03-01; see SIR-7K3M-Q2XD. Nobody was hurt and the road is open again. ");

    private static readonly string Arabic = Repeat("وزعنا ٤٠٠ سلة على ١٢٠ أسرة يوم ٢٠٢٦-٠٣-٠١ بين ٠٩:٠٠ و ١٢:٠٠ قرب الجسر، والطريق مفتوح. ");

    // Made to be slow: digits and separators without end.
    private static readonly string Hostile = Repeat("0 ");

    [Benchmark(OperationsPerInvoke = Characters)]
    public int English() => TextScanner.Scan(Plain).Count;

    [Benchmark(OperationsPerInvoke = Characters)]
    public int InArabic() => TextScanner.Scan(Arabic).Count;

    [Benchmark(OperationsPerInvoke = Characters)]
    public int MadeToBeSlow() => TextScanner.Scan(Hostile).Count;

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, (Characters / text.Length) + 1))[..Characters];
}
