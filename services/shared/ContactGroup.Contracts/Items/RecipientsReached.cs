namespace ContactGroup.Contracts.Items;

/// <summary>
/// A fact: which of the recipients that a version of an item names hold that version now. Told when a version arrived, and when a recipient came to hold it later:
/// a coordinator let it go, or somebody of that force came into the room. Names audiences that the item names itself, and no others.
/// </summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Version">As in <see cref="ItemVersioned.Version"/>.</param>
/// <param name="Audiences">Those that hold it, such as <c>military:northern-force</c>.</param>
/// <param name="HasArrived">Whether the version came just now, so that who is not among them does not hold it yet.</param>
public sealed record RecipientsReached(string Item, int Version, IReadOnlyList<string> Audiences, bool HasArrived);
