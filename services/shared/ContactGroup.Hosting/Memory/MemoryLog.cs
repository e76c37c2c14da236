namespace ContactGroup.Hosting.Memory;

/// <summary>Log lines about the memory of the process, 990 to 999.</summary>
internal static partial class MemoryLog
{
    [LoggerMessage(990, LogLevel.Information, "A burst is over: {Held} MB are held instead of {Before}; the process stood still for {Pause:F0} ms")]
    public static partial void GivenBack(ILogger logger, long before, long held, double pause);
}
