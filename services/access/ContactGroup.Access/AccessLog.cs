namespace ContactGroup.Access;

/// <summary>Log lines of access, 3200 to 3299. Ids and acts only: content has no place in a log.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(3200, LogLevel.Information, "Notice {Item} has version {Version}: {Act}")]
    public static partial void Versioned(ILogger log, string item, int version, string act);
}
