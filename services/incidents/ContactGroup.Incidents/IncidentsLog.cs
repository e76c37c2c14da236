namespace ContactGroup.Incidents;

/// <summary>Log lines of incidents, 3000 to 3099. Ids and acts only: content has no place in a log.</summary>
internal static partial class IncidentsLog
{
    [LoggerMessage(3000, LogLevel.Information, "Incident {Item} has version {Version}: {Act}")]
    public static partial void Versioned(ILogger log, string item, int version, string act);

    [LoggerMessage(3001, LogLevel.Information, "Incident {Item} came again with the same source reference; nothing stored")]
    public static partial void AlreadyThere(ILogger log, string item);
}
