namespace ContactGroup.Hosting.Deadlines;

/// <summary>An instant at which something happens to an item by itself.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Kind">What happens, in a word of the module, such as <c>remind</c>. An item has one deadline of a kind.</param>
/// <param name="Due">When, UTC.</param>
public sealed record Deadline(string Item, string Kind, DateTimeOffset Due);
