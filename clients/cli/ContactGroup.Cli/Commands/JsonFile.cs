using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>Fields in a file, or on standard input when it is <c>-</c>.</summary>
internal static class JsonFile
{
    /// <summary>Reads one object.</summary>
    /// <param name="what">What it should be, for people.</param>
    public static async Task<JsonObject> ReadAsync(Invocation run, string path, string what, CancellationToken cancellationToken)
    {
        var text = path is "-" ? await run.Around.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(path, cancellationToken);
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("it is not an object");
        }
        catch (JsonException wrong)
        {
            throw new CliException(
                ExitCode.Refused, $"{path} is not a {what}: {wrong.Message}", $"Give one JSON object with the fields of a {what}, see docs/reference/cli.md.");
        }
    }
}
