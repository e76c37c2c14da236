using System.Diagnostics;
using System.Globalization;

namespace ContactGroup.Load.FanOut;

/// <summary>What processes of this machine use.</summary>
internal static class ProcessFigures
{
    /// <summary>Resident memory in bytes.</summary>
    public static long Memory(IEnumerable<int> processes) => processes.Sum(process => 1024 * File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)));

    /// <summary>Processor time since they started.</summary>
    public static TimeSpan Processor(IEnumerable<int> processes) => processes.Aggregate(TimeSpan.Zero, (sum, id) =>
    {
        using var process = Process.GetProcessById(id);
        return sum + process.TotalProcessorTime;
    });
}
