namespace ContactGroup.Contracts.Items;

/// <summary>
/// A fact: of an item that was once taken back from the side of its author, which version that whole side holds now. Told of kinds that are counted, and only of
/// items that were taken back so: every other is held as it was written. Names nobody and says nothing of an item.
/// </summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Version">The version, as in <see cref="ItemVersioned.Version"/>; null while somebody of that side is without the item.</param>
/// <param name="Change">From 1, rising by one for each item: of two facts the later one counts, in whichever order they come.</param>
public sealed record SideHoldingChanged(string Item, int? Version, long Change);
