using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Cli.Import;

/// <summary>Finds a mapping: one that is shipped, by name, or a file.</summary>
internal static class MappingFile
{
    private const string Prefix = "Mappings/";
    private const string Suffix = ".json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && !n.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static async Task<Mapping> LoadAsync(string nameOrFile, CancellationToken cancellationToken)
    {
        if (Shipped.Contains(nameOrFile, StringComparer.OrdinalIgnoreCase))
        {
            await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + nameOrFile.ToLowerInvariant() + Suffix)!;
            return await ReadAsync(stream, nameOrFile, cancellationToken);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new CliException(
                ExitCode.Usage, $"There is no mapping '{nameOrFile}'.", $"Shipped are {string.Join(", ", Shipped)}; or give a mapping file, see docs/guides/import-incidents.md.");
        }

        await using var file = File.OpenRead(nameOrFile);
        return await ReadAsync(file, nameOrFile, cancellationToken);
    }

    private static async Task<Mapping> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        try
        {
            var mapping = await JsonSerializer.DeserializeAsync<Mapping>(stream, Options, cancellationToken) ?? throw new JsonException("It is empty.");
            var faults = MappingCheck.Run(mapping).ToArray();
            return faults.Length == 0 ? mapping : throw Refused(name, faults.GroupBy(f => f.Field, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(f => f.Remedy).ToArray(), StringComparer.Ordinal));
        }
        catch (JsonException wrong)
        {
            var at = wrong.Path ?? "$";
            throw Refused(name, new Dictionary<string, string[]>(StringComparer.Ordinal) { [at] = [wrong.Message.Split(" Path:")[0]] });
        }
    }

    private static CliException Refused(string name, Dictionary<string, string[]> fields) => new(
        ExitCode.Refused, $"The mapping '{name}' is not usable.", "Mend it; its form is described in docs/guides/import-incidents.md.", fields);
}
