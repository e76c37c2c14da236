using System.Text.Json;
using System.Text.Json.Serialization;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>What an author says about who may have an item: everything of a version that can make it go further than before.</summary>
internal sealed record ItemLabel(
    Sensitivity Sensitivity, IReadOnlyList<string> ReleaseTo, IReadOnlyList<string> Recipients, Caveats Caveats, bool Protection)
{
    private const Caveats HidesOrigin = Caveats.Unattributed | Caveats.OriginHidden;

    // Numbers, as items are kept: a stored label is compared as text.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ItemLabel Of(ItemVersioned item) => new(
        item.Sensitivity,
        [.. item.ReleaseTo.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        [.. item.Recipients.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        item.Caveats,
        item.Protection);

    public static ItemLabel Read(string stored) => JsonSerializer.Deserialize<ItemLabel>(stored, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The item as it would be with this label.</summary>
    public ItemVersioned On(ItemVersioned item) => item with
    {
        Sensitivity = Sensitivity,
        ReleaseTo = ReleaseTo,
        Recipients = Recipients,
        Caveats = Caveats,
        Protection = Protection,
    };

    /// <summary>The most that this label shows of who is behind the item.</summary>
    [JsonIgnore]
    public Disclosure Attribution => (Caveats & HidesOrigin) == Caveats.None
        ? Disclosure.Everything
        : ViewBuilder.OriginClasses.Aggregate(Disclosure.Everything, (most, fieldClass) => most.With(fieldClass, Grain.None));
}
