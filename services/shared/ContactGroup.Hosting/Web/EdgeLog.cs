namespace ContactGroup.Hosting.Web;

/// <summary>Log lines of the HTTP edge, 950 to 969. Types and places only: an exception's message may repeat what a person wrote.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(950, LogLevel.Error, "Unforeseen {Kind} while answering {Route}: {Place}")]
    public static partial void Unforeseen(ILogger logger, string kind, string route, string? place);

    [LoggerMessage(951, LogLevel.Warning, "Store or time not available ({Kind}) while answering {Route}")]
    public static partial void Unavailable(ILogger logger, string kind, string route);
}
