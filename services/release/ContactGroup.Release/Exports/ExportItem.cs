using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Exports;

/// <summary>
/// One view, read to be written in another format. INVARIANT: it is made of the bytes that the reader's own stream holds and of nothing else, so no
/// format can show more than the reader sees.
/// </summary>
internal sealed class ExportItem
{
    // What of a file's description leaves: not the name by which its bytes are fetched.
    private static readonly string[] OfFiles = ["name", "mediaType", "size"];

    private readonly VisibleItem held;
    private readonly JsonObject body;

    private ExportItem(VisibleItem held, JsonObject body, ItemSchema schema)
    {
        this.held = held;
        this.body = body;
        Schema = schema;
        Fields = body["fields"] as JsonObject ?? [];
        if (Fields[AttachedFile.Field] is JsonArray files)
        {
            Fields[AttachedFile.Field] = new JsonArray([.. files.OfType<JsonObject>().Select(Described)]);
        }
    }

    /// <summary>The view as an export reads it; null for a kind that this version does not know.</summary>
    public static ExportItem? Read(VisibleItem held) =>
        ItemSchemas.Find(held.Kind) is { } schema && JsonNode.Parse(held.Body) is JsonObject body ? new ExportItem(held, body, schema) : null;

    public ItemSchema Schema { get; }

    public string Id => held.Item;

    public string Kind => Schema.Kind;

    /// <summary>How often this reader's view of the item was replaced, and one.</summary>
    public long Revision => held.Revision;

    public DateTimeOffset ReleasedAt => Instants.FromMicroseconds(held.ReleasedAt);

    public string Reference => Text(body["reference"]) ?? string.Empty;

    public string Status => Text(body["status"]) ?? string.Empty;

    /// <summary>The shown fields by their names.</summary>
    public JsonObject Fields { get; }

    public string Sensitivity => Text(body["marking"]?["sensitivity"]) ?? string.Empty;

    public IReadOnlyList<string> Caveats => [.. (body["marking"]?["caveats"] as JsonArray ?? []).Select(Text).OfType<string>()];

    public bool IsExercise => (body["exercise"] as JsonValue)?.TryGetValue<bool>(out var exercise) is true && exercise || Caveats.Contains("exercise", StringComparer.Ordinal);

    /// <summary>Whether the reader's organisation wrote it: nobody else's view says how far it went.</summary>
    public bool IsOwn => body["releases"] is JsonArray;

    /// <summary>Whether its author lets it leave this place.</summary>
    public bool MayLeave => !Caveats.Contains("no-export", StringComparer.Ordinal);

    /// <summary>A name of the item for other systems: random, and another one for every stream, so that two feeds do not tell that they hold the same.</summary>
    public string NameForFeeds =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("feed " + held.Stream + " " + held.Item)).AsSpan(0, 16));

    /// <summary>The stream that holds it for the reader.</summary>
    public string Stream => held.Stream;

    /// <summary>The view itself.</summary>
    public VisibleItem Held => held;

    /// <summary>Earlier views of it in the same stream, the latest first; read only for formats that name them.</summary>
    public IReadOnlyList<EarlierView> Earlier { get; init; } = [];

    /// <summary>The same with its earlier views.</summary>
    public ExportItem After(IReadOnlyList<EarlierView> earlier) => new(held, body, Schema) { Earlier = earlier };

    /// <summary>The text of a field that is shown as text; null when it is not shown or coarse.</summary>
    public string? TextOf(string field) => Text(Fields[field]);

    /// <summary>The time of a field; null when it is not shown.</summary>
    public ShownTime? TimeOf(string field) => ShownTime.Of(Fields[field]);

    private static JsonObject Described(JsonObject file) =>
        new(OfFiles.Where(file.ContainsKey).Select(name => KeyValuePair.Create(name, file[name]?.DeepClone())));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>A view that a later one replaced.</summary>
internal sealed record EarlierView(long Revision, long At);
