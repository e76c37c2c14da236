using System.Collections.Frozen;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Contracts.Items;

/// <summary>All kinds of items this version knows. A kind that is not here is withheld from everybody.</summary>
public static class ItemSchemas
{
    /// <summary>Every schema.</summary>
    public static IReadOnlyList<ItemSchema> All { get; } =
    [
        MessageSchema.Schema, IncidentSchema.Schema, AccessConstraintSchema.Schema, MovementSchema.Schema, SiteSchema.Schema, AdvisorySchema.Schema,
    ];

    private static readonly FrozenDictionary<string, ItemSchema> ByKind = All.ToFrozenDictionary(schema => schema.Kind, StringComparer.Ordinal);

    /// <summary>The schema of a kind, or null when the kind is unknown.</summary>
    public static ItemSchema? Find(string kind) => ByKind.GetValueOrDefault(kind);
}
