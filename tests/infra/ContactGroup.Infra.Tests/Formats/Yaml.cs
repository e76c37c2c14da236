using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContactGroup.Infra.Tests.Formats;

/// <summary>YAML as JSON: anchors and merges are followed, unquoted scalars have their type.</summary>
internal static class Yaml
{
    /// <summary>Every document of a text; empty ones are left out.</summary>
    public static IReadOnlyList<JsonNode> ReadAll(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Node(document.RootNode)).OfType<JsonNode>()];
    }

    public static JsonObject Read(string text) => Assert.IsType<JsonObject>(Assert.Single(ReadAll(text)));

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Node)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidOperationException($"{node.NodeType} is not expected."),
    };

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach (var merged in mapping.Where(IsMerge).Select(pair => Mapping((YamlMappingNode)pair.Value)))
        {
            foreach (var (key, value) in merged)
            {
                result[key] = value?.DeepClone();
            }
        }

        foreach (var (key, value) in mapping.Where(pair => !IsMerge(pair)))
        {
            result[((YamlScalarNode)key).Value!] = Node(value);
        }

        return result;
    }

    private static bool IsMerge(KeyValuePair<YamlNode, YamlNode> pair) => pair.Key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain };

    private static JsonNode? Scalar(YamlScalarNode scalar) => (scalar.Style, scalar.Value) switch
    {
        (not ScalarStyle.Plain, var text) => JsonValue.Create(text),
        (_, null or "" or "~" or "null") => null,
        (_, "true") => JsonValue.Create(true),
        (_, "false") => JsonValue.Create(false),
        (_, var text) when long.TryParse(text, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        (_, var text) when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        (_, var text) => JsonValue.Create(text),
    };
}

internal static class YamlAccess
{
    /// <summary>Members of an object; none when it is not there.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(this JsonNode? node) => node as JsonObject ?? [];

    /// <summary>Texts of a list; none when it is not there.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node) => [.. (node as JsonArray ?? []).Select(one => one!.ToString())];
}
