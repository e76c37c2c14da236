namespace ContactGroup.Movements.Domain;

/// <summary>Something that may be wrong with a position. The notification is taken all the same: only who drives the road knows.</summary>
/// <param name="Field">The field, as a request names it.</param>
/// <param name="Text">What to look at, in a sentence.</param>
internal sealed record Warning(string Field, string Text);
