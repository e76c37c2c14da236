using System.Text.Json.Nodes;

namespace ContactGroup.Release.Domain;

/// <summary>What only the owner's organisation gets beside the fields: how far its item went, and which version of it this is.</summary>
/// <param name="Version">For a change that is to go over no newer one; null where the fields say it.</param>
/// <param name="Releases">How far it went to each.</param>
/// <param name="Acknowledgements">Who has acknowledged it.</param>
/// <param name="Widenings">What coordination asked for.</param>
/// <param name="Quarantine">What became of a quarantine; null for none.</param>
internal sealed record OwnerNotes(
    int? Version,
    IReadOnlyList<ReleaseNote> Releases,
    IReadOnlyList<AcknowledgementNote> Acknowledgements,
    IReadOnlyList<WideningNote> Widenings,
    QuarantineNote? Quarantine);

/// <summary>How far an item went to one target: <c>released</c>, <c>in-review</c>, <c>returned</c>, <c>recalled</c> or <c>withheld</c>.</summary>
/// <param name="Audience">A side, or one force.</param>
/// <param name="State">The state.</param>
/// <param name="Reason">What the coordinator wrote when returning or editing it, or whoever took it back.</param>
/// <param name="Edited">Whether the coordination office edited what went; absent when not.</param>
/// <param name="Fields">What the target got then.</param>
internal sealed record ReleaseNote(string Audience, string State, string? Reason, bool? Edited = null, JsonNode? Fields = null);

/// <summary>A receipt as its reader may know it: the name only on the own side.</summary>
internal sealed record AcknowledgementNote(string By, string? Name, string At);
