namespace ContactGroup.Channels.Domain;

/// <summary>What the author of a version gets back: it is stored, and release decides next who may see it.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Reference">Short random reference for people.</param>
/// <param name="Version">Version of the author's own item, from 1.</param>
internal sealed record Receipt(string Item, string Reference, long Version);
