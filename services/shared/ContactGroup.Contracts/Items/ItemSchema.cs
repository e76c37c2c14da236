using System.Text.Json.Nodes;

namespace ContactGroup.Contracts.Items;

/// <summary>The fields of one kind of item. Views are built from this list and from nothing else.</summary>
/// <param name="Kind">Name of the kind on the wire: <c>message</c>, <c>incident</c>.</param>
/// <param name="ReferencePrefix">Prefix of its references, such as <c>SIR</c>.</param>
/// <param name="Fields">Every field that can ever be shown, in display order.</param>
/// <param name="FreeText">Names of the fields that full-text search covers.</param>
public sealed record ItemSchema(string Kind, string ReferencePrefix, IReadOnlyList<FieldSpec> Fields, IReadOnlyList<string> FreeText)
{
    /// <summary>The version that people speak of, in kinds that have one.</summary>
    public const string Version = "version";

    /// <summary>Fields that name another item, which shows to those who hold that one.</summary>
    public IEnumerable<FieldSpec> References => Fields.Where(spec => spec.Shape == FieldShape.ItemReference);

    /// <summary>The one of them that counts in a content, the first that it has; null when it names no other item. No further one is ever shown.</summary>
    public FieldSpec? ReferenceIn(JsonObject content) => References.FirstOrDefault(spec => content[spec.Name] is not null);

    /// <summary>Whether who is shown these fields of it, and whether its organisation wrote it, has to look at it before others; null where nothing of the kind is ever urgent.</summary>
    public Func<JsonObject, bool, bool>? IsUrgent { get; init; }

    /// <summary>Fields that say where an item stands, which nobody looks at again.</summary>
    public IEnumerable<FieldSpec> LifeCycle => Fields.Where(spec => spec.IsLifeCycle);

    /// <summary>Whether every view says of which version it is.</summary>
    public bool SaysVersion => LifeCycle.Any(spec => string.Equals(spec.Name, Version, StringComparison.Ordinal));
}
