namespace ContactGroup.Movements;

/// <summary>Log lines of movements, 3100 to 3199. Ids and acts only: content has no place in a log.</summary>
internal static partial class MovementsLog
{
    [LoggerMessage(3100, LogLevel.Information, "Notification {Item} has version {Version}: {Act}")]
    public static partial void Versioned(ILogger log, string item, int version, string act);
}
