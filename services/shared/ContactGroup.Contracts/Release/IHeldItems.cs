using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>Port: whether a person's audiences hold an item now. Implemented by <c>release</c>; closed on failure.</summary>
public interface IHeldItems
{
    /// <summary>The item as held; null when it does not exist or is not visible to the person, which look the same.</summary>
    ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken);
}

/// <summary>An item a person's audiences hold.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Channel">Id of its channel.</param>
/// <param name="Kind">Name of its schema.</param>
/// <param name="OwnOrganisation">Whether the person's organisation owns it.</param>
/// <param name="AcknowledgementRequested">Whether its author asked for acknowledgement.</param>
public sealed record HeldItem(string Item, string Channel, string Kind, bool OwnOrganisation, bool AcknowledgementRequested)
{
    /// <summary>The field <c>version</c> of the view that the person holds; null where the view has none.</summary>
    public int? Version { get; init; }

    /// <summary>SHA-256 of the view that the person holds, hexadecimal: what a receipt is for. To be shown to nobody who does not hold that view.</summary>
    public string? Hash { get; init; }
}
