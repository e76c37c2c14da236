using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Which fields of a view differ from the version that the same readers were shown before it: names, never values. INVARIANT: reckoned from what these
/// readers held and from what they hold now, and from nothing else, so that what they are not shown makes no difference to it.
/// </summary>
/// <param name="Since">The version that they were shown before: whoever last read an older one knows that this is not all.</param>
/// <param name="Names">Names in the order of display, at least one.</param>
internal sealed record ChangedFields(long Since, IReadOnlyList<string> Names)
{
    private const char AfterSince = ' ';
    private const char BetweenNames = ',';

    /// <summary>Whether views of the kind say which version they are of.</summary>
    public static bool AreToldOf(string kind) => SchemaOf(kind) is not null;

    /// <summary>What is said after one view took the place of another; null for nothing.</summary>
    /// <param name="kind">Kind of the item.</param>
    /// <param name="before">The view that the readers held.</param>
    /// <param name="said">What was said with it.</param>
    /// <param name="now">The view that they hold from now on.</param>
    public static ChangedFields? Between(string kind, byte[] before, ChangedFields? said, byte[] now)
    {
        if (SchemaOf(kind) is not { } schema || Fields(before) is not { } old || Fields(now) is not { } present
            || VersionOf(old) is not { } oldVersion || VersionOf(present) is not { } presentVersion)
        {
            return null;
        }

        var differing = schema.Fields
            .Where(field => !field.IsLifeCycle && field.Shape != FieldShape.ItemReference)
            .Select(field => field.Name)
            .Where(name => !JsonNode.DeepEquals(old[name], present[name]))
            .ToList();
        if (oldVersion != presentVersion)
        {
            return Of(oldVersion, differing);
        }

        // The same version, looked at again: a line of dispatch, other rules, something taken back. What was taken or added by that is not said to have been
        // changed by the owner, and is not named any more where it was.
        return said is null ? null : Of(said.Since, [.. said.Names.Except(differing, StringComparer.Ordinal)]);
    }

    /// <summary>From the store.</summary>
    public static ChangedFields? Read(string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        var parts = stored.Split(AfterSince, 2);
        return new ChangedFields(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].Split(BetweenNames));
    }

    /// <summary>For the store.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Since}{AfterSince}{string.Join(BetweenNames, Names)}");

    /// <summary>As members of an object in JSON, each with a comma behind it. Names are those of a schema and need no escaping.</summary>
    public string Members() => string.Create(
        CultureInfo.InvariantCulture, $"\"changed\":[{string.Join(',', Names.Select(name => $"\"{name}\""))}],\"changedSince\":{Since},");

    private static ChangedFields? Of(long since, IReadOnlyList<string> names) => names.Count == 0 ? null : new ChangedFields(since, names);

    // A kind without a version that people speak of has nothing by which a reader could tell a correction from a change of rules.
    private static ItemSchema? SchemaOf(string kind) => ItemSchemas.Find(kind) is { SaysVersion: true } schema ? schema : null;

    private static JsonObject? Fields(byte[] body) => JsonNode.Parse(body)?["fields"] as JsonObject;

    private static long? VersionOf(JsonObject fields) => fields[ItemSchema.Version] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;
}
