namespace ContactGroup.Identity.Features;

/// <summary>A person as answers name them.</summary>
internal sealed record PersonName(string Id, string DisplayName);

/// <summary>An answer that consists of a person.</summary>
internal sealed record PersonAnswer(PersonName Person);
