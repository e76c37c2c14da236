using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>What a coordinator settled about a quarantined item, as the owner's organisation sees it.</summary>
/// <param name="State"><c>upheld</c> or <c>returned</c>.</param>
/// <param name="Reason">What the coordinator wrote.</param>
/// <param name="By">Name of the coordinator, on the own side only.</param>
/// <param name="At">When.</param>
internal sealed record QuarantineNote(string State, string Reason, string? By, string At)
{
    public static QuarantineNote? For(Audience owner, QuarantineRow? row) => row is null
        ? null
        : new QuarantineNote(
            row.Progress == QuarantineState.Upheld ? "upheld" : "returned",
            row.Reason,
            owner.Side == Side.Humanitarian ? row.DecidedByName : null,
            Frames.Instant(row.DecidedAt));
}
