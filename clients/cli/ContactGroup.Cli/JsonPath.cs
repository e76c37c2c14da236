using System.Text.Json.Nodes;

namespace ContactGroup.Cli;

/// <summary>Writes to a field named by a path such as <c>position.lat</c>, making the objects on the way.</summary>
internal static class JsonPath
{
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var at = root;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (at[step] is not JsonObject next)
            {
                at[step] = next = [];
            }

            at = next;
        }

        at[steps[^1]] = value;
    }
}
