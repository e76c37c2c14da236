namespace ContactGroup.Hosting.Authentication;

/// <summary>What authentication logs: ids and reasons.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(900, LogLevel.Error, "Request refused: revocation of session {Session} is unknown")]
    public static partial void RevocationUnknown(ILogger logger, Exception failure, string session);

    [LoggerMessage(908, LogLevel.Warning, "Identity was not heard ({Reason}); when that lasts, requests are refused")]
    public static partial void IdentityNotHeard(ILogger logger, string reason);
}
