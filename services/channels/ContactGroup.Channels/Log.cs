namespace ContactGroup.Channels;

/// <summary>What this module logs: 2000 to 2099, ids only.</summary>
internal sealed partial class Log
{
    private Log()
    {
    }

    [LoggerMessage(2000, LogLevel.Information, "Contact group {Group} opened by {Person}")]
    public static partial void GroupOpened(ILogger log, string group, string person);

    [LoggerMessage(2001, LogLevel.Information, "Channel {Channel} opened in contact group {Group} by {Person}")]
    public static partial void ChannelOpened(ILogger log, string channel, string group, string person);

    [LoggerMessage(2002, LogLevel.Information, "Posture of contact group {Group} set by {Person}")]
    public static partial void PostureChanged(ILogger log, string group, string person);

    [LoggerMessage(2010, LogLevel.Information, "Person {Member} added to contact group {Group} by {Person}")]
    public static partial void MemberAdded(ILogger log, string group, string member, string person);

    [LoggerMessage(2011, LogLevel.Information, "Person {Member} removed from contact group {Group} by {Person}")]
    public static partial void MemberRemoved(ILogger log, string group, string member, string person);

    [LoggerMessage(2012, LogLevel.Information, "Memberships of person {Member} ended: suspended or of another organisation")]
    public static partial void MembershipsEnded(ILogger log, string member);

    [LoggerMessage(2050, LogLevel.Debug, "Upload {Upload} goes on, by {Person}")]
    public static partial void UploadMoved(ILogger log, string upload, string person);

    [LoggerMessage(2051, LogLevel.Warning, "Uploads whose time is over could not be removed ({Reason}); trying again")]
    public static partial void UploadSweepFailed(ILogger log, string reason);

    [LoggerMessage(2020, LogLevel.Debug, "Version {Version} of message {Item} accepted")]
    public static partial void MessageAccepted(ILogger log, string item, long version);

    [LoggerMessage(2021, LogLevel.Debug, "Message {Item} acknowledged by {Person}")]
    public static partial void MessageAcknowledged(ILogger log, string item, string person);
}
