namespace ContactGroup.Client;

/// <summary>What goes into an export, of what the caller may see. Everything absent means everything.</summary>
/// <param name="Channel">Id of a channel.</param>
/// <param name="Kind">Name of a kind; some formats hold one kind in a file, or some kinds only.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
/// <param name="Status">Such as <c>current</c>.</param>
public sealed record ExportQuery(string? Channel = null, string? Kind = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Status = null);

/// <summary>An export.</summary>
/// <param name="Name">Name of the file, the same for every file of a format.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>Exports that take two people.</summary>
/// <param name="Own">Those the caller asked for.</param>
/// <param name="Waiting">Those the caller may be the second person of.</param>
public sealed record ExportRequests(IReadOnlyList<ExportRequest> Own, IReadOnlyList<ExportRequest> Waiting);

/// <summary>An export that takes two people.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Format">Name of the format.</param>
/// <param name="Channel">Id of the channel that it is about; null for all.</param>
/// <param name="Kind">Of one kind; null for all.</param>
/// <param name="From">Not before, as it was asked.</param>
/// <param name="To">Before, as it was asked.</param>
/// <param name="Status">Of one status; null for all.</param>
/// <param name="Person">Who asked; null for the caller's own.</param>
/// <param name="Organisation">Their organisation; null for the caller's own.</param>
/// <param name="AskedAt">When.</param>
/// <param name="State"><c>waiting</c>, <c>ready</c>, <c>used</c> or <c>over</c>.</param>
public sealed record ExportRequest(
    string Request,
    string Format,
    string? Channel,
    string? Kind,
    string? From,
    string? To,
    string? Status,
    string? Person,
    string? Organisation,
    DateTimeOffset AskedAt,
    string State);
