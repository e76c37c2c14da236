using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ContactGroup.Infra.Tests.Formats;

/// <summary>Whether a document keeps to a JSON schema.</summary>
internal static class Schemas
{
    /// <summary>What in a document does not keep to the schema of a file: where, and why.</summary>
    public static IReadOnlyList<string> Faults(string schemaFile, JsonNode document)
    {
        var text = JsonNode.Parse(Repository.Text(schemaFile))!.AsObject();
        if (text["$schema"]!.ToString().Contains("2019-09", StringComparison.Ordinal))
        {
            // The schema of Compose names its own language by an address with a mistake in it, its parts by a word that this language does not have, and
            // durations such as 30s by a format that has another form there.
            text["$schema"] = "https://json-schema.org/draft/2019-09/schema";
            Mend(text);
        }

        var schema = JsonSchema.FromText(text.ToJsonString());
        var results = schema.Evaluate(document.Deserialize<JsonElement>(), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return [.. Faults(results)];
    }

    private static void Mend(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            if (map["id"] is JsonValue)
            {
                map.Remove("id");
            }

            if (map["format"]?.ToString() == "duration")
            {
                map.Remove("format");
            }

            map.Select(member => member.Value).ToList().ForEach(Mend);
        }
    }

    private static IEnumerable<string> Faults(EvaluationResults results) => results.IsValid
        ? []
        : (results.Details ?? []).SelectMany(detail => (detail.Errors ?? []).Select(error => $"{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty("not valid");
}
