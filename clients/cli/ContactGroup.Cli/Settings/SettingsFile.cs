using System.Reflection;
using System.Text.Json;

namespace ContactGroup.Cli.Settings;

/// <summary>Checks a server's settings file against the configuration schema that is generated from the server's own options.</summary>
internal static class SettingsFile
{
    private const string SchemaName = "configuration.schema.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static async Task<IReadOnlyList<Finding>> CheckAsync(string path, CancellationToken cancellationToken)
    {
        JsonDocument settings;
        try
        {
            settings = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken), Lenient);
        }
        catch (JsonException broken)
        {
            return [new Finding(FindingState.Wrong, path, "is not JSON: " + broken.Message, "Look at that place for a comma, quote or bracket.", ExitCode.Refused)];
        }

        using (settings)
        {
            var findings = new List<Finding>();
            if (Schema() is { } schema)
            {
                using (schema)
                {
                    SettingsSchema.Check(schema.RootElement, settings.RootElement, string.Empty, findings);
                }
            }

            else
            {
                findings.Add(new Finding(FindingState.Doubtful, path, "is JSON; this build knows no keys to compare with", "The server names wrong keys when it starts."));
            }

            if (findings.Count == 0)
            {
                findings.Add(new Finding(FindingState.Good, path, "every key is known and every value within its bounds"));
            }

            return findings;
        }
    }

    private static JsonDocument? Schema()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(SchemaName);
        return stream is null ? null : JsonDocument.Parse(stream);
    }
}
