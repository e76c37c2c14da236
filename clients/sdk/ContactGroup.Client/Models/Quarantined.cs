namespace ContactGroup.Client;

/// <summary>That an item is quarantined: it carried a marking above unclassified, and nothing of its words is kept.</summary>
/// <param name="Item">26 characters, random.</param>
/// <param name="Reference">For people, e.g. <c>MSG-7K3M-Q2XD</c>.</param>
/// <param name="Channel">Id of the channel.</param>
/// <param name="At">Since when.</param>
public sealed record Quarantined(string Item, string Reference, string Channel, DateTimeOffset At);
