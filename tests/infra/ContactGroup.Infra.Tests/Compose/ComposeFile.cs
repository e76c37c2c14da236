using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Compose;

/// <summary>The file <c>docker-compose.yml</c>.</summary>
internal static partial class ComposeFile
{
    public static JsonObject Document { get; } = Yaml.Read(Repository.Text("docker-compose.yml"));

    public static IReadOnlyDictionary<string, JsonNode> Services { get; } =
        Document["services"].Members().ToDictionary(service => service.Key, service => service.Value!, StringComparer.Ordinal);

    /// <summary>Variables that the file asks for, and how.</summary>
    public static IReadOnlyList<(string Name, string Form)> Variables { get; } =
        [.. Variable().Matches(Repository.Text("docker-compose.yml")).Select(match => (match.Groups["name"].Value, match.Groups["form"].Value))];

    public static bool IsOurs(JsonNode service) => service["build"] is not null;

    /// <summary>The environment of a service, with the variables that are set.</summary>
    public static Dictionary<string, string> Environment(string service, IReadOnlyDictionary<string, string> variables) =>
        Services[service]["environment"].Members().ToDictionary(
            setting => setting.Key,
            setting => Variable().Replace(setting.Value!.ToString(), match => variables.GetValueOrDefault(match.Groups["name"].Value, string.Empty)),
            StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(?<form>:\?|:-)?[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
