namespace ContactGroup.Client;

/// <summary>A message to be posted.</summary>
/// <param name="Text">1 to 8,000 characters.</param>
/// <param name="Sensitivity"><c>low</c>, <c>moderate</c> (when absent), <c>high</c> or <c>severe</c>.</param>
/// <param name="ReleaseTo">
/// Who it may go to; only ever narrows what the policy gives. Atoms: <c>own-organisation</c>, <c>own-side</c> (when absent), <c>humanitarian</c>,
/// <c>side:…</c>, <c>audience:…</c>, <c>organisation:…</c>, <c>all</c>.
/// </param>
/// <param name="ReplyTo">Id of the item that it answers.</param>
/// <param name="Caveats">E.g. <c>unattributed</c>, <c>exercise</c>.</param>
/// <param name="Attachments">Ids of complete uploads for this channel, see <see cref="ContactGroupClient.UploadAsync"/>.</param>
public sealed record MessageDraft(
    string Text,
    string? Sensitivity = null,
    IReadOnlyList<string>? ReleaseTo = null,
    string? ReplyTo = null,
    bool? AcknowledgementRequested = null,
    IReadOnlyList<string>? Caveats = null,
    IReadOnlyList<string>? Attachments = null)
{
    /// <summary>A preview's fingerprint: refused with <see cref="ErrorCodes.AudienceWidened"/> when the message would reach further than was shown.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? AudienceShown { get; init; }
}

/// <summary>A new text for a message of one's own.</summary>
/// <param name="Attachments">Ids of all files it has afterwards, kept or newly uploaded; absent to leave them as they are.</param>
public sealed record MessageEdit(
    string Text, string? Sensitivity = null, IReadOnlyList<string>? ReleaseTo = null, IReadOnlyList<string>? Attachments = null)
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? AudienceShown { get; init; }
}

/// <summary>How far a report is believed.</summary>
/// <param name="Verdict"><c>UNVERIFIED</c>, <c>PARTIALLY_VERIFIED</c>, <c>VERIFIED</c>, <c>DISPUTED</c>, <c>REFUTED</c> or <c>RETRACTED</c>.</param>
/// <param name="Reliability">Of the source, <c>A</c> to <c>F</c>.</param>
/// <param name="Credibility">Of the information, 1 (confirmed) to 6 (cannot be judged).</param>
public sealed record Verification([property: System.Text.Json.Serialization.JsonPropertyName("verification")] string Verdict, string? Reliability = null, int? Credibility = null);

/// <summary>The server has taken a command in; what others may see of it is decided next.</summary>
/// <param name="Item">26 characters, random.</param>
/// <param name="Reference">For people, e.g. <c>SIR-7K3M-Q2XD</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Existing">The record was there already, so nothing was added.</param>
public sealed record Receipt(string Item, string? Reference, int Version, bool Existing = false);
