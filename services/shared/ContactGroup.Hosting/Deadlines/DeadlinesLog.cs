namespace ContactGroup.Hosting.Deadlines;

/// <summary>Log lines of deadlines, 980 to 989. Ids and reasons only.</summary>
internal static partial class DeadlinesLog
{
    [LoggerMessage(980, LogLevel.Error, "Deadline {Kind} of {Item} in {Store} failed {Tries} times ({Reason}); it stays, is tried again later, and the rest goes on")]
    public static partial void PutOff(ILogger log, string store, string kind, string item, int tries, string reason);

    [LoggerMessage(981, LogLevel.Warning, "Deadlines of {Store} could not be looked at ({Reason}); trying again")]
    public static partial void Unwatched(ILogger log, string store, string reason);
}
