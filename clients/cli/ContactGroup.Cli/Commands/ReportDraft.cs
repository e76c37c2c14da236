using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>A report as it would be posted, to be previewed: its label beside its content.</summary>
internal static class ReportDraft
{
    /// <summary>What a report says beside its content.</summary>
    private static readonly string[] NotContent = ["sensitivity", "releaseTo", "caveats", "sourceReference"];

    public static PreviewDraft Of(string channel, JsonObject report)
    {
        var content = (JsonObject)report.DeepClone();
        foreach (var label in NotContent)
        {
            content.Remove(label);
        }

        return new PreviewDraft(channel, "incident", content, Text(report["sensitivity"]), Texts(report["releaseTo"]), Texts(report["caveats"]));
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string[]? Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : null;
}
