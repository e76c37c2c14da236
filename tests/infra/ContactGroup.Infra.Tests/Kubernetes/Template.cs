using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactGroup.Infra.Tests.Kubernetes;

/// <summary>
/// Renders the part of Go's templates that the chart keeps to: values, <c>quote</c>, <c>toYaml … | nindent</c>, <c>if</c> with <c>not</c>, <c>eq</c> and <c>ne</c>,
/// <c>range</c> over a map. Anything else fails, and so does a value that is not there, for which Helm would write nothing. It is no Helm: see the
/// decision about what is checked without an engine.
/// </summary>
internal sealed partial class Template
{
    private readonly List<(string Text, bool IsAction)> parts;
    private int next;

    private Template(List<(string Text, bool IsAction)> parts) => this.parts = parts;

    public static string Render(string text, JsonObject root)
    {
        var template = new Template(Split(text));
        var output = new StringBuilder();
        template.Block(new Scope(root, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["$"] = root }), output);
        Assert.Equal(template.parts.Count, template.next);
        return output.ToString();
    }

    private static List<(string Text, bool IsAction)> Split(string text)
    {
        var split = new List<(string, bool)>();
        var (from, trims) = (0, false);
        foreach (Match action in Action().Matches(text))
        {
            var before = text[from..action.Index];
            before = trims ? before.TrimStart() : before;
            split.Add((action.Groups["left"].Success ? before.TrimEnd() : before, false));
            split.Add((action.Groups["action"].Value, true));
            (from, trims) = (action.Index + action.Length, action.Groups["right"].Success);
        }

        split.Add((trims ? text[from..].TrimStart() : text[from..], false));
        return split;
    }

    /// <summary>Renders up to the end of the block; to nowhere when there is no output.</summary>
    private void Block(Scope scope, StringBuilder? output)
    {
        while (next < parts.Count && parts[next] is not ("end", true))
        {
            var (text, isAction) = parts[next++];
            if (!isAction)
            {
                output?.Append(text);
            }
            else if (text.StartsWith("if ", StringComparison.Ordinal))
            {
                Block(scope, output is not null && IsTrue(Value(text[3..], scope)) ? output : null);
                next++;
            }
            else if (Range().Match(text) is { Success: true } range)
            {
                Each(range, scope, output);
            }
            else
            {
                output?.Append(Value(text, scope));
            }
        }
    }

    private void Each(Match range, Scope scope, StringBuilder? output)
    {
        var start = next;
        var items = output is null ? [] : ((JsonObject)Value(range.Groups["over"].Value, scope)!).OrderBy(item => item.Key, StringComparer.Ordinal).ToList();
        foreach (var (key, value) in items)
        {
            next = start;
            var inner = new Dictionary<string, JsonNode?>(scope.Variables, StringComparer.Ordinal) { [range.Groups["key"].Value] = key, [range.Groups["value"].Value] = value };
            Block(new Scope(value, inner), output);
        }

        if (items.Count == 0)
        {
            Block(scope, output: null);
        }

        next++;
    }

    private static JsonNode? Value(string expression, Scope scope)
    {
        var words = Word().Matches(expression).Select(match => match.Value).ToArray();
        return words switch
        {
            [['"', .. var literal, '"']] => literal,
            [var path] => Find(path, scope),
            ["not", var path] => !IsTrue(Find(path, scope)),
            ["eq", var path, ['"', .. var literal, '"']] => Find(path, scope)!.ToString() == literal,
            ["ne", var path, ['"', .. var literal, '"']] => Find(path, scope)!.ToString() != literal,
            [var path, "|", "quote"] => $"\"{Find(path, scope)}\"",

            // As flow, which is YAML too.
            ["toYaml", var path, "|", "nindent", var spaces] =>
                "\n" + new string(' ', int.Parse(spaces, System.Globalization.CultureInfo.InvariantCulture)) + Find(path, scope)!.ToJsonString(),
            _ => throw new NotSupportedException($"{{{{ {expression} }}}} is more than these tests can render; say it more simply."),
        };
    }

    private static JsonNode? Find(string path, Scope scope)
    {
        var steps = path.Split('.');
        var node = steps[0].Length == 0 ? scope.Dot : scope.Variables.GetValueOrDefault(steps[0]) ?? throw new KeyNotFoundException(path);
        foreach (var step in steps.Skip(1))
        {
            node = node is JsonObject map && map.TryGetPropertyValue(step, out var value) && value is not null ? value : throw new KeyNotFoundException($"{path} is in no values.");
        }

        return node;
    }

    private static bool IsTrue(JsonNode? value) => value?.ToString() is not (null or "" or "false" or "0");

    [GeneratedRegex(@"\{\{(?<left>-)?\s*(?<action>.*?)\s*(?<right>-)?\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    [GeneratedRegex(@"^range (?<key>\$\w+), (?<value>\$\w+) := (?<over>\S+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex("""
        "[^"]*"|\S+
        """, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    private sealed record Scope(JsonNode? Dot, IReadOnlyDictionary<string, JsonNode?> Variables);
}
