namespace ContactGroup.Client;

/// <summary>A contact group with the channels that the caller's audience is admitted to.</summary>
/// <param name="TermsVersion">Version of the terms of reference, from 1.</param>
/// <param name="Posture"><c>cooperation</c>, <c>coexistence</c> or <c>distance</c>.</param>
public sealed record ContactGroupInfo(
    string Id,
    string Name,
    string? Purpose,
    string? Assumptions,
    int TermsVersion,
    bool TermsAccepted,
    string Posture,
    bool Exercise,
    Convenor? Convenor,
    IReadOnlyList<ChannelInfo> Channels);

/// <summary>Who convenes a contact group.</summary>
public sealed record Convenor(string? Name);

/// <summary>A channel.</summary>
/// <param name="Kind"><c>plenary</c>, <c>caucus</c>, <c>desk</c>, <c>notice</c> or <c>notification</c>.</param>
/// <param name="Admits">Sides and audiences that may take part, as far as the caller may know.</param>
/// <param name="Crossing">What happens to an item that its author lets go to another side: <c>none</c>, <c>review</c> or <c>automatic</c>.</param>
/// <param name="Forces">
/// Audiences outside the humanitarian side that a notification in this channel can reach, such as <c>military:northern-force</c>; null for who may not notify in it.
/// </param>
public sealed record ChannelInfo(
    string Id, string Name, string Kind, IReadOnlyList<string>? Admits, bool MayPost, string? Crossing, IReadOnlyList<string>? Forces = null);
