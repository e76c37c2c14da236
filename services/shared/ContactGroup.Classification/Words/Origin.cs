namespace ContactGroup.Classification;

/// <summary>Whom an item comes from.</summary>
/// <param name="Audience">Constituency and force of the author's organisation when the item was written.</param>
/// <param name="Organisation">Id of that organisation; without one nobody is the owner.</param>
public readonly record struct Origin(Audience Audience, string? Organisation);
