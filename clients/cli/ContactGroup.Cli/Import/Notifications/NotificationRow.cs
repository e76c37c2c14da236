namespace ContactGroup.Cli.Import.Notifications;

/// <summary>A notification of a file, from one row or several, and where in the file each of its fields stands.</summary>
/// <param name="Row">The notification, or what is wrong with it.</param>
/// <param name="Find">Where a field that the server names stands.</param>
/// <param name="SpoilsFile">Whether a row belongs to nobody known, so that any other may lack it and nothing of the file may go.</param>
internal sealed record NotificationRow(MappedRow Row, Func<string, CellPlace> Find, bool SpoilsFile = false)
{
    public string? Id => Row.Id;

    public long Line => Row.Record.Line;
}

/// <summary>Where a field stands in a file; null for what is not known.</summary>
internal readonly record struct CellPlace(string? Column, long? Line = null);
