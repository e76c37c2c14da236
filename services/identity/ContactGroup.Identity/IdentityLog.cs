namespace ContactGroup.Identity;

/// <summary>What identity logs, 1000 to 1099: ids and reasons. Never a name, an account as typed, a code or a token.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(1000, LogLevel.Information, "No account exists: a set-up code was shown on the console")]
    public static partial void SetUpOpen(ILogger logger);

    [LoggerMessage(1001, LogLevel.Information, "Set-up done by person {Person}")]
    public static partial void SetUpDone(ILogger logger, string person);

    [LoggerMessage(1002, LogLevel.Warning, "Set-up refused")]
    public static partial void SetUpRefused(ILogger logger);

    [LoggerMessage(1010, LogLevel.Information, "Session {Session} of person {Person} started")]
    public static partial void SessionStarted(ILogger logger, string session, string person);

    [LoggerMessage(1011, LogLevel.Information, "Session {Session} of person {Person} ended: {Reason}")]
    public static partial void SessionEnded(ILogger logger, string session, string person, string reason);

    [LoggerMessage(1012, LogLevel.Warning, "Sign-in refused for person {Person}: {Reason}")]
    public static partial void SignInRefused(ILogger logger, string person, string reason);

    [LoggerMessage(1013, LogLevel.Warning, "Sign-in slowed down: too many attempts in a minute")]
    public static partial void SignInSlowed(ILogger logger);

    [LoggerMessage(1014, LogLevel.Warning, "Refresh token of session {Session} came twice: the session is ended")]
    public static partial void RefreshReused(ILogger logger, string session);

    [LoggerMessage(1015, LogLevel.Error, "A listener failed to act on the end of a session of person {Person}")]
    public static partial void ListenerFailed(ILogger logger, Exception failure, string person);

    [LoggerMessage(1016, LogLevel.Information, "Remembered {Count} ended sessions and {Suspended} suspended people")]
    public static partial void RevocationLoaded(ILogger logger, int count, int suspended);

    [LoggerMessage(1020, LogLevel.Information, "Organisation {Organisation} added by {Administrator}")]
    public static partial void OrganisationAdded(ILogger logger, string organisation, string administrator);

    [LoggerMessage(1021, LogLevel.Information, "Organisation {Organisation} changed by {Administrator}; sessions ended: {Sessions}")]
    public static partial void OrganisationChanged(ILogger logger, string organisation, string administrator, int sessions);

    [LoggerMessage(1030, LogLevel.Information, "Invitation to organisation {Organisation} made by {Administrator}")]
    public static partial void Invited(ILogger logger, string? organisation, string administrator);

    [LoggerMessage(1031, LogLevel.Information, "Invitation accepted: person {Person} joined organisation {Organisation}")]
    public static partial void InvitationAccepted(ILogger logger, string person, string? organisation);

    [LoggerMessage(1032, LogLevel.Warning, "Invitation refused")]
    public static partial void InvitationRefused(ILogger logger);

    [LoggerMessage(1041, LogLevel.Warning, "Sessions that ended could not be looked up again ({Reason})")]
    public static partial void NotReloaded(ILogger logger, string reason);

    [LoggerMessage(1040, LogLevel.Information, "Person {Person} suspended by {Administrator}")]
    public static partial void PersonSuspended(ILogger logger, string person, string administrator);

    [LoggerMessage(1050, LogLevel.Warning, "Sign-in through provider {Provider} refused: {Reason}")]
    public static partial void OutsideSignInRefused(ILogger logger, string? provider, string reason);

    [LoggerMessage(1051, LogLevel.Information, "Person {Person} is bound to an identity of provider {Provider}")]
    public static partial void Bound(ILogger logger, string person, string provider);

    [LoggerMessage(1052, LogLevel.Information, "Provider {Provider} read again; keys: {Count}")]
    public static partial void ProviderRead(ILogger logger, string provider, int count);

    [LoggerMessage(1053, LogLevel.Warning, "Provider {Provider} could not be read: {Reason}")]
    public static partial void ProviderNotRead(ILogger logger, string provider, string reason);

    [LoggerMessage(1054, LogLevel.Warning, "Sign-in through provider {Provider} is not possible now: {Reason}")]
    public static partial void ProviderUnavailable(ILogger logger, string provider, string reason);
}
