using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>How views and entries are written.</summary>
internal static class ViewJson
{
    private static readonly (Caveats Flag, string Code)[] KnownCaveats =
    [
        (Caveats.Unattributed, "unattributed"),
        (Caveats.Exercise, "exercise"),
        (Caveats.OriginHidden, "origin-hidden"),
        (Caveats.NoExport, "no-export"),
        (Caveats.Expires, "expires"),
    ];

    // Served as application/json with nosniff, never inside HTML: Arabic text may stay as it is, at half the bytes.
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Code(Sensitivity sensitivity) => JsonNamingPolicy.KebabCaseLower.ConvertName(sensitivity.ToString());

    public static IEnumerable<string> Codes(Caveats caveats) =>
        KnownCaveats.Where(known => (caveats & known.Flag) != Caveats.None).Select(known => known.Code);

    public static IEnumerable<string> AllCaveats => KnownCaveats.Select(known => known.Code);

    public static Caveats ReadCaveats(IEnumerable<string>? codes) =>
        (codes ?? []).Aggregate(
            Caveats.None,
            (read, code) => read | KnownCaveats.FirstOrDefault(known => string.Equals(known.Code, code, StringComparison.Ordinal)).Flag);

    public static string Code(EntryOp op) => op switch
    {
        EntryOp.Put => "put",
        EntryOp.Replace => "replace",
        EntryOp.Recall => "recall",
        _ => throw new InvalidOperationException("An entry of a kind that this version does not write."),
    };
}
