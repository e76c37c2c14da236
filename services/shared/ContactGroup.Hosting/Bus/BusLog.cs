namespace ContactGroup.Hosting.Bus;

/// <summary>Log lines of bus and outbox, 900 to 949. Ids and reasons only.</summary>
internal static partial class BusLog
{
    [LoggerMessage(900, LogLevel.Warning, "Consumer {Consumer} could not handle a batch of {Count} facts ({Reason}); trying one by one")]
    public static partial void BatchFailed(ILogger log, string consumer, int count, string reason);

    [LoggerMessage(901, LogLevel.Error, "Consumer {Consumer} parked fact {MessageId} ({Reason}); it is tried again at the next start")]
    public static partial void Parked(ILogger log, string consumer, string messageId, string reason);

    [LoggerMessage(902, LogLevel.Warning, "Outbox of {Store} could not be relayed ({Reason}); trying again")]
    public static partial void RelayFailed(ILogger log, string store, string reason);

    [LoggerMessage(903, LogLevel.Error, "Outbox of {Store} holds a fact of unknown name, row {Row}; it stays and the rest goes on")]
    public static partial void UnknownFact(ILogger log, string store, long row);

    [LoggerMessage(905, LogLevel.Warning, "The broker does not answer, or refuses the queues ({Reason}); facts wait in the outbox")]
    public static partial void QueuesMissing(ILogger log, string reason);

    [LoggerMessage(906, LogLevel.Warning, "A consumer waits for its store ({Reason}); nothing is passed over")]
    public static partial void Waiting(ILogger log, string reason);

    [LoggerMessage(904, LogLevel.Warning, "Consumer {Consumer} let fact {MessageId} go ({Reason}); it is had from elsewhere")]
    public static partial void LetGo(ILogger log, string consumer, string messageId, string reason);
}
