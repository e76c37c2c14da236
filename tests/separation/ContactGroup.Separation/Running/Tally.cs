using System.Globalization;

namespace ContactGroup.Separation.Running;

/// <summary>What a run has shown so far.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> operations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Pairs, int Differences)> observers = new(StringComparer.Ordinal);

    public int Pairs { get; private set; }

    public long Observations { get; private set; }

    public int Differences { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>Audiences that observed.</summary>
    public IReadOnlyCollection<string> Observers => observers.Keys;

    public void Add(PairResult result)
    {
        var different = result.Story is null ? 0 : 1;
        Pairs++;
        Observations += result.Observations;
        Differences += different;
        Restarts += result.Restarts;
        var (pairs, differences) = observers.GetValueOrDefault(result.Observer);
        observers[result.Observer] = (pairs + 1, differences + different);
        foreach (var (operation, count) in result.Operations)
        {
            operations[operation] = operations.GetValueOrDefault(operation) + count;
        }
    }

    public void Write(TextWriter to, TimeSpan took)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"observer",-28}{"pairs",8}{"differences",14}"));
        foreach (var (observer, (pairs, differences)) in observers)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{observer,-28}{pairs,8}{differences,14}"));
        }

        to.WriteLine();
        to.WriteLine("operations done: " + string.Join(", ", operations.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}"))));
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Pairs} pairs, {operations.Values.Sum()} operations, {Observations} observations compared, {Differences} differences, {Restarts} begun anew, {took.TotalMinutes:F1} min, {Pairs / Math.Max(0.001, took.TotalSeconds):F2} pairs/s"));
    }
}
