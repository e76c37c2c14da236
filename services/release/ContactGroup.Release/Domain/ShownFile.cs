using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>A file as a view shows it.</summary>
/// <param name="File">Id of its upload. INVARIANT: stands for the bytes, so a view's hash covers what the file holds.</param>
/// <param name="Blob">Where the bytes lie; never in a view.</param>
/// <param name="Name">The name that its readers see: as uploaded, or neutral.</param>
/// <param name="MediaType">Type of the bytes.</param>
internal sealed record ShownFile(string File, string Blob, string Name, string MediaType)
{
    private const string BlobName = "blob";

    /// <summary>
    /// The field as its readers get it, before each stream names the bytes; null when no file is left. Coarse is what may cross sides: files that were
    /// cleaned, under names that tell nothing, numbered by what is shown alone.
    /// </summary>
    public static JsonArray? Field(JsonNode value, Grain grain, bool isOwner)
    {
        var files = Read(value).Where(file => grain == Grain.Full || file.Stays is null).ToList();
        return files.Count == 0 ? null : [.. files.Select((file, index) => Write(file, grain == Grain.Full ? file.Name : Neutral(file, index), isOwner))];
    }

    /// <summary>The files of a field that was built by <see cref="Field"/>.</summary>
    public static IReadOnlyList<ShownFile> Of(ItemVersioned item, JsonObject fields)
    {
        if (fields[AttachedFile.Field] is not JsonArray shown)
        {
            return [];
        }

        var files = AttachedFile.Of(item.Content).ToDictionary(file => file.Id, StringComparer.Ordinal);
        return [.. shown.Select(one => (Shown: one!, File: files[one![BlobName]!.GetValue<string>()]))
            .Select(one => new ShownFile(one.File.Id, one.File.Blob, one.Shown["name"]!.GetValue<string>(), one.File.MediaType))];
    }

    /// <summary>Puts a stream's names for the bytes into the fields of a view; a file that the stream has no name for is left without.</summary>
    public static void Rename(JsonNode? fields, IReadOnlyDictionary<string, string> names)
    {
        foreach (var file in (fields?[AttachedFile.Field] as JsonArray ?? []).OfType<JsonObject>())
        {
            var id = file[BlobName]?.GetValue<string>();
            file.Remove(BlobName);
            if (id is not null && names.TryGetValue(id, out var name))
            {
                file[BlobName] = name;
            }
        }
    }

    /// <summary>Fields for where no bytes can be had by name, such as a preview and a history.</summary>
    public static void Unname(JsonNode? fields) => Rename(fields, new Dictionary<string, string>(StringComparer.Ordinal));

    private static IReadOnlyList<AttachedFile> Read(JsonNode value) => AttachedFile.Of(new JsonObject { [AttachedFile.Field] = value.DeepClone() });

    private static string Neutral(AttachedFile file, int index) => $"attachment-{index + 1}.{file.Extension}";

    private static JsonObject Write(AttachedFile file, string name, bool isOwner)
    {
        var shown = new JsonObject { ["name"] = name, ["mediaType"] = file.MediaType, ["size"] = file.Size };
        if (isOwner)
        {
            shown["id"] = file.Id;
            shown["crosses"] = file.Stays is null;
            shown["stays"] = file.Stays;
        }

        shown[BlobName] = file.Id;
        return shown;
    }
}
