using System.Collections.Frozen;
using ContactGroup.Movements.Domain.Advisories;
using ContactGroup.Movements.Domain.Movements;
using ContactGroup.Movements.Domain.Sites;

namespace ContactGroup.Movements.Domain;

/// <summary>Every kind that this module keeps.</summary>
internal static class Kinds
{
    private static readonly FrozenDictionary<string, Kind> ByName =
        new[] { MovementKind.Kind, SiteKind.Kind, AdvisoryKind.Kind }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The kind of this name, as the store has it.</summary>
    public static Kind Get(string name) => ByName[name];
}
