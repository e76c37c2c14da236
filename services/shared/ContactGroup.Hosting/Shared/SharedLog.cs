namespace ContactGroup.Hosting.Shared;

/// <summary>Log lines of what processes share, 970 to 979. Never an address, a key or a value.</summary>
internal static partial class SharedLog
{
    [LoggerMessage(970, LogLevel.Warning, "Redis does not answer ({Reason}); this process gives its share of every limit")]
    public static partial void Away(ILogger logger, string reason);

    [LoggerMessage(971, LogLevel.Warning, "Redis answers; limits are counted together")]
    public static partial void Back(ILogger logger);
}
