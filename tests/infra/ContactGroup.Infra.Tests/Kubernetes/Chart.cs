using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Kubernetes;

/// <summary>The chart, rendered with its values and those of <c>ci/test-values.yaml</c>.</summary>
internal static class Chart
{
    public const string Folder = "infra/kubernetes/contactgroup/";

    public const string Schema = Folder + "values.schema.json";

    private const string Release = "trial";

    public static JsonObject Defaults { get; } = Yaml.Read(Repository.Text(Folder + "values.yaml"));

    public static JsonObject Values { get; } = Merge(Defaults, Yaml.Read(Repository.Text(Folder + "ci/test-values.yaml")));

    public static IReadOnlyList<string> Templates { get; } = [.. Directory.GetFiles(Repository.Path(Folder + "templates"))];

    public static IReadOnlyList<JsonNode> Objects { get; } =
        [.. Templates.Where(template => template.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(template => Yaml.ReadAll(Render(template)))];

    /// <summary>Whatever runs pods, by what it is part of.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Workloads { get; } = Objects.Where(one => Kind(one) is "Deployment" or "StatefulSet")
        .ToDictionary(one => one["metadata"]!["name"]!.ToString()[(Release.Length + 1)..], StringComparer.Ordinal);

    public static string Kind(JsonNode one) => one["kind"]!.ToString();

    public static IEnumerable<JsonNode> Of(string kind) => Objects.Where(one => Kind(one) == kind);

    public static JsonNode Pod(string workload) => Workloads[workload]["spec"]!["template"]!["spec"]!;

    /// <summary>Labels of the pods of a workload.</summary>
    public static JsonNode Labels(string workload) => Workloads[workload]["spec"]!["template"]!["metadata"]!["labels"]!;

    /// <summary>Settings of the one container of a workload; what comes from elsewhere is empty.</summary>
    public static Dictionary<string, string> Environment(string workload) => Pod(workload)["containers"]![0]!["env"] is JsonArray settings
        ? settings.ToDictionary(setting => setting!["name"]!.ToString(), setting => setting!["value"]?.ToString() ?? string.Empty, StringComparer.Ordinal)
        : [];

    /// <summary>Workloads whose pods a selector selects.</summary>
    public static IReadOnlyList<string> Selected(JsonNode? labels) =>
        [.. Workloads.Keys.Where(workload => labels.Members().All(label => Labels(workload)[label.Key]?.ToString() == label.Value!.ToString())).Order(StringComparer.Ordinal)];

    public static string Render(string template) => Template.Render(File.ReadAllText(template), new JsonObject
    {
        [nameof(Values)] = Values.DeepClone(),
        [nameof(Release)] = new JsonObject { ["Name"] = Release, ["Namespace"] = "contactgroup" },
    });

    private static JsonObject Merge(JsonObject below, JsonObject above)
    {
        var merged = (JsonObject)below.DeepClone();
        foreach (var (key, value) in above)
        {
            merged[key] = value is JsonObject inner && merged[key] is JsonObject own ? Merge(own, inner) : value?.DeepClone();
        }

        return merged;
    }
}
