using System.Diagnostics;
using System.Globalization;
using ContactGroup.Client;

namespace ContactGroup.Load;

/// <summary>When recalls arrived, connection by connection.</summary>
internal sealed class ArrivalBook(int connections)
{
    private const double TargetMilliseconds = 500;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<double>> arrivals = new(StringComparer.Ordinal);
    private readonly List<double> last = [];
    private readonly List<string> slow = [];

    /// <summary>Recall frames that did not come.</summary>
    public int Lost { get; private set; }

    public void Note(Entry entry)
    {
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            if (entry.Op == "put")
            {
                held[entry.Item] = held.GetValueOrDefault(entry.Item) + 1;
            }
            else if (entry.Op == "recall" && begun.TryGetValue(entry.Item, out var at))
            {
                arrivals[entry.Item].Add(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
            }
        }
    }

    public int Held(string item)
    {
        lock (gate)
        {
            return held.GetValueOrDefault(item);
        }
    }

    public int Gone(string item)
    {
        lock (gate)
        {
            return arrivals[item].Count;
        }
    }

    /// <summary>The command is about to be sent.</summary>
    public void Begin(string item)
    {
        lock (gate)
        {
            arrivals[item] = new List<double>(connections);
            begun[item] = Stopwatch.GetTimestamp();
        }
    }

    public void End(string item)
    {
        lock (gate)
        {
            Lost += connections - arrivals[item].Count;
            last.Add(arrivals[item].DefaultIfEmpty(double.NaN).Max());
            if (last[^1] > TargetMilliseconds)
            {
                slow.Add(string.Create(
                    CultureInfo.InvariantCulture, $"recall {last.Count}: {arrivals[item].Count(arrival => arrival > TargetMilliseconds)} of {connections} frames later"));
            }
        }
    }

    public string Describe()
    {
        last.Sort();
        double At(double share) => last.Count == 0 ? double.NaN : last[(int)Math.Min(last.Count - 1, share * last.Count)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ms from command to last frame: p50 {At(0.5):F0}, p90 {At(0.9):F0}, p99 {At(0.99):F0}, most {At(1):F0}; over {TargetMilliseconds} ms: {slow.Count} ({string.Join("; ", slow)}); frames lost {Lost}");
    }
}
