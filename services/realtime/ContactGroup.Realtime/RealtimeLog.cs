namespace ContactGroup.Realtime;

/// <summary>Log lines of live connections, 5000 to 5099. Ids and reasons only.</summary>
internal static partial class RealtimeLog
{
    [LoggerMessage(5000, LogLevel.Information, "Connection {Connection} of person {Person} opened")]
    public static partial void Opened(ILogger logger, string connection, string person);

    [LoggerMessage(5001, LogLevel.Information, "Connection {Connection} of person {Person} closed")]
    public static partial void Closed(ILogger logger, string connection, string person);

    [LoggerMessage(5002, LogLevel.Warning, "Connection {Connection} of person {Person} dropped: it reads too slowly ({Reason})")]
    public static partial void Dropped(ILogger logger, string connection, string person, string reason);

    [LoggerMessage(5003, LogLevel.Information, "Connection {Connection} of person {Person} ended: {Reason}")]
    public static partial void Ended(ILogger logger, string connection, string person, string reason);

    [LoggerMessage(5010, LogLevel.Warning, "Stream {Stream} lost frames after {Head}; reading them from release")]
    public static partial void Gap(ILogger logger, string stream, long head);

    [LoggerMessage(5011, LogLevel.Warning, "Stream {Stream} cannot be read ({Reason}); nothing is shown until it can")]
    public static partial void Unreadable(ILogger logger, string stream, string reason);

    [LoggerMessage(5012, LogLevel.Warning, "Heads for {Count} connections cannot be read ({Reason}); no beacon this time")]
    public static partial void NoBeacon(ILogger logger, int count, string reason);

    [LoggerMessage(5030, LogLevel.Warning, "Where {Count} readings ended is not recorded ({Reason}); they count as far as their streams go")]
    public static partial void EndsNotRecorded(ILogger logger, int count, string reason);

    [LoggerMessage(5020, LogLevel.Warning, "Live connection refused: a page of another origin asked for it")]
    public static partial void ForeignOrigin(ILogger logger);

    [LoggerMessage(5050, LogLevel.Warning, "Release did not renew the leave to hand over frames ({Reason})")]
    public static partial void NoLease(ILogger logger, string reason);

    [LoggerMessage(5051, LogLevel.Warning, "The leave to hand over frames ran out; {Count} connections end")]
    public static partial void LeaseOver(ILogger logger, int count);

    [LoggerMessage(5040, LogLevel.Information, "Connection {Connection} of person {Person} ended: behind in a stream that was closed")]
    public static partial void EndedByClosing(ILogger logger, string connection, string person);
}
