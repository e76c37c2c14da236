using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Globalization;

/// <summary>
/// Runs inside the server that is measured, before its own code (<c>DOTNET_STARTUP_HOOKS</c>): sums what the product's meters count and writes it to a file
/// every tenth of a second, so that a run can tell what a post costs.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name without a namespace.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for this name without a namespace.")]
internal static class StartupHook
{
    /// <summary>Environment variable with the path of the file.</summary>
    public const string File = "CONTACTGROUP_LOAD_COUNTERS";

    private static readonly ConcurrentDictionary<string, double> Sums = new(StringComparer.Ordinal);
    private static readonly MeterListener Listener = new();
    private static Timer? timer;

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is not { } path)
        {
            return;
        }

        Listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Name.StartsWith("ContactGroup.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        Listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        Listener.Start();
        timer = new Timer(_ => Write(path), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    private static void Write(string path)
    {
        // Ticks may overlap on a busy machine.
        lock (Listener)
        {
            var partial = path + ".partial";
            System.IO.File.WriteAllLines(partial, Sums.Select(sum => $"{sum.Key} {sum.Value.ToString(CultureInfo.InvariantCulture)}"));
            System.IO.File.Move(partial, path, overwrite: true);
        }
    }
}
