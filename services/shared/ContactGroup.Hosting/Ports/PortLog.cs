namespace ContactGroup.Hosting.Ports;

/// <summary>Log lines of internal calls, 950 to 969.</summary>
internal static partial class PortLog
{
    [LoggerMessage(950, LogLevel.Warning, "Internal call {Port}.{Method} failed here ({Reason})")]
    public static partial void Failed(ILogger log, string port, string method, string reason);

    [LoggerMessage(951, LogLevel.Warning, "Internal call {Port}.{Method} was not one of this deployment ({Reason})")]
    public static partial void Unreadable(ILogger log, string port, string method, string reason);
}
