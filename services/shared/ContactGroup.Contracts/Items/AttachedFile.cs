using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ContactGroup.Contracts.Items;

/// <summary>A file that an item carries, as facts describe it. The bytes never travel with a fact.</summary>
/// <param name="Id">Id of the upload it came from. Nothing else ever has it, so it stands for the bytes.</param>
/// <param name="Blob">Id of the blob that holds the bytes. INVARIANT: never shown to anybody; release names it anew for each stream.</param>
/// <param name="Name">Name that its uploader gave it; for the own side only.</param>
/// <param name="MediaType">One of the types that uploads accept.</param>
/// <param name="Extension">How a neutral name of this type ends, such as <c>jpg</c>.</param>
/// <param name="Size">Bytes, after cleaning.</param>
/// <param name="Stays">Why it never crosses sides, in a sentence for its author; null when it may cross after review.</param>
/// <param name="Findings">What its text holds that should not cross unseen, as in <see cref="Release.TextVerdict"/>; null when nothing was found.</param>
public sealed record AttachedFile(
    string Id,
    string Blob,
    string Name,
    string MediaType,
    string Extension,
    long Size,
    string? Stays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Findings = null)
{
    /// <summary>Name of the field in the content of items.</summary>
    public const string Field = "attachments";

    /// <summary>The files of an item's content; none when it has no such field.</summary>
    public static IReadOnlyList<AttachedFile> Of(JsonObject content) => content[Field] is JsonArray files
        ? files.Deserialize<AttachedFile[]>(JsonSerializerOptions.Web)!
        : [];

    /// <summary>Writes the files into an item's content; no field when there is none.</summary>
    public static void Write(JsonObject content, IReadOnlyList<AttachedFile> files)
    {
        content.Remove(Field);
        if (files.Count > 0)
        {
            content[Field] = JsonSerializer.SerializeToNode(files, JsonSerializerOptions.Web);
        }
    }
}
