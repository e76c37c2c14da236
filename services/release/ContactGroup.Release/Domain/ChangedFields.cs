using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Which fields of a view differ from the version that the same readers were shown before it: names, never values. INVARIANT: reckoned from what these
/// readers held and from what they hold now, and from nothing else, so that what they are not shown makes no difference to it.
/// </summary>
internal static class ChangedFields
{
    // The version that people speak of, in kinds that have one. Others have nothing by which a reader could tell a correction from a change of rules.
    private const string Version = "version";

    private const char Separator = ',';

    /// <summary>Whether views of the kind say which version they are of.</summary>
    public static bool AreToldOf(string kind) => SchemaOf(kind) is not null;

    /// <summary>The names after one view took the place of another, in the order of display.</summary>
    /// <param name="kind">Kind of the item.</param>
    /// <param name="before">The view that the readers held.</param>
    /// <param name="named">The names that stood with it.</param>
    /// <param name="now">The view that they hold from now on.</param>
    public static IReadOnlyList<string> Between(string kind, byte[] before, IReadOnlyList<string> named, byte[] now)
    {
        if (SchemaOf(kind) is not { } schema || Fields(before) is not { } old || Fields(now) is not { } present
            || old[Version] is not { } oldVersion || present[Version] is not { } presentVersion)
        {
            return [];
        }

        var differing = schema.Fields
            .Where(field => !field.IsLifeCycle && field.Shape != FieldShape.ItemReference)
            .Select(field => field.Name)
            .Where(name => !JsonNode.DeepEquals(old[name], present[name]))
            .ToList();

        // The same version, looked at again: a line of dispatch, other rules, something taken back. What was taken or added by that is not said to have been
        // changed by the owner, and is not named any more where it was.
        return JsonNode.DeepEquals(oldVersion, presentVersion) ? [.. named.Except(differing, StringComparer.Ordinal)] : differing;
    }

    /// <summary>As the store has them; null for none.</summary>
    public static string? Write(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(Separator, names);

    /// <summary>From the store.</summary>
    public static IReadOnlyList<string> Read(string? stored) => stored?.Split(Separator) ?? [];

    private static ItemSchema? SchemaOf(string kind) =>
        ItemSchemas.Find(kind) is { } schema && schema.LifeCycle.Any(field => string.Equals(field.Name, Version, StringComparison.Ordinal)) ? schema : null;

    private static JsonObject? Fields(byte[] body) => JsonNode.Parse(body)?["fields"] as JsonObject;
}
