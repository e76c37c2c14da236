namespace ContactGroup.Release;

/// <summary>Log lines of release, 4000 to 4099. Ids and reasons only.</summary>
internal static partial class ReleaseLog
{
    [LoggerMessage(4000, LogLevel.Warning, "Items whose time is over could not be recalled ({Reason}); trying again")]
    public static partial void ExpiryFailed(ILogger log, string reason);

    [LoggerMessage(4001, LogLevel.Information, "Review {Review} was decided by {Person}: {State}")]
    public static partial void ReviewDecided(ILogger log, string review, string person, string state);

    [LoggerMessage(4010, LogLevel.Information, "Item {Item} was taken back from an audience by {Person}")]
    public static partial void Recalled(ILogger log, string item, string person);

    [LoggerMessage(4011, LogLevel.Warning, "Records of who read what that are too old could not be removed ({Reason}); trying again")]
    public static partial void NotForgotten(ILogger log, string reason);

    [LoggerMessage(4040, LogLevel.Warning, "Item {Item} version {Version} is marked above unclassified and was quarantined")]
    public static partial void Quarantined(ILogger log, string item, int version);

    [LoggerMessage(4042, LogLevel.Information, "Quarantined item {Item} was settled by {Person}: {State}")]
    public static partial void QuarantineSettled(ILogger log, string item, string person, string state);

    [LoggerMessage(4041, LogLevel.Information, "Item {Item} reaches more than its author was shown; {Audiences} audiences wait for a coordinator")]
    public static partial void Unconfirmed(ILogger log, string item, int audiences);

    [LoggerMessage(4012, LogLevel.Warning, "What was taken back could not be taken out of the file ({Reason}); trying again")]
    public static partial void NotScrubbed(ILogger log, string reason);

    [LoggerMessage(4050, LogLevel.Warning, "Files that no item carries any more could not be removed ({Reason}); trying again")]
    public static partial void BlobsNotRemoved(ILogger log, string reason);

    [LoggerMessage(4002, LogLevel.Information, "Policy {Policy} is in force")]
    public static partial void PolicyInForce(ILogger log, string policy);

    [LoggerMessage(4020, LogLevel.Information, "Stream {Stream} was tightened and is open again")]
    public static partial void Tightened(ILogger log, string stream);

    [LoggerMessage(4021, LogLevel.Error, "Item {Item} could not be looked at again ({Reason}): withheld from all but its owner until the next start")]
    public static partial void SetAside(ILogger log, string item, string reason);

    [LoggerMessage(4022, LogLevel.Warning, "A change of rules could not be carried on ({Reason}); trying again")]
    public static partial void BarrierStuck(ILogger log, string reason);

    [LoggerMessage(4023, LogLevel.Information, "Views were decided by {Before}, from now on by {Now}; channels to look at again: {Channels}")]
    public static partial void PolicyChanged(ILogger log, string before, string now, int channels);

    [LoggerMessage(4030, LogLevel.Information, "{Person} asked whether item {Item} may go further: {Widening}")]
    public static partial void WideningAsked(ILogger log, string person, string item, string widening);

    [LoggerMessage(4050, LogLevel.Warning, "Process {Node} with live connections does not follow ({Reason}); waiting until it may show nothing more")]
    public static partial void NodeSilent(ILogger log, string node, string reason);

    [LoggerMessage(4060, LogLevel.Information, "{Person} exports as {Format} (request {Request}); which items is in the table exports")]
    public static partial void Exported(ILogger log, string person, string format, string? request);

    [LoggerMessage(4061, LogLevel.Information, "{Person} asked for an export that takes two: {Request}")]
    public static partial void ExportAsked(ILogger log, string person, string request);

    [LoggerMessage(4062, LogLevel.Information, "{Person} confirmed the export {Request} of {AskedBy}")]
    public static partial void ExportConfirmed(ILogger log, string person, string request, string askedBy);

    [LoggerMessage(4031, LogLevel.Information, "Request {Widening} of {AskedBy} about item {Item} was answered by {Person}: {State}")]
    public static partial void WideningAnswered(ILogger log, string widening, string askedBy, string item, string person, string state);

    [LoggerMessage(4070, LogLevel.Information, "The record of notification {Item} was kept for incident {Incident}")]
    public static partial void EvidenceKept(ILogger log, string item, string incident);

    [LoggerMessage(4076, LogLevel.Warning, "The record of notification {Item} for incident {Incident} could not be kept ({Reason}); trying again")]
    public static partial void EvidencePutOff(ILogger log, string item, string incident, string reason);

    [LoggerMessage(4077, LogLevel.Error, "{Waiting} records for reports of organisation {Organisation} wait to be kept; they are, but late: see why it links so many")]
    public static partial void EvidenceWaits(ILogger log, long waiting, string organisation);

    [LoggerMessage(4078, LogLevel.Warning, "Records that are still to be kept could not be ({Reason}); trying again")]
    public static partial void EvidenceStuck(ILogger log, string reason);

    [LoggerMessage(4079, LogLevel.Information, "{Person} took out the record of {Item} (kept for incident {Incident})")]
    public static partial void RecordTaken(ILogger log, string person, string item, string? incident);
}
