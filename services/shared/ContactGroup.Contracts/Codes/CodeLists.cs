using System.Collections.Frozen;
using System.Text.Json;

namespace ContactGroup.Contracts.Codes;

/// <summary>Every code list of this version, read once from the embedded JSON and frozen. A list that cannot be read stops the process.</summary>
public static class CodeLists
{
    private const string Prefix = "CodeLists/";

    private static readonly FrozenDictionary<string, CodeList> ByName = Load().ToFrozenDictionary(list => list.Name, StringComparer.Ordinal);

    /// <summary>All lists by name.</summary>
    public static IReadOnlyDictionary<string, CodeList> All => ByName;

    /// <summary>The list of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list: a mistake in the program, never in its input.</exception>
    public static CodeList Get(string name) => ByName[name];

    private static IEnumerable<CodeList> Load()
    {
        var assembly = typeof(CodeLists).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var file = JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!;
            yield return new CodeList(file.Name, file.Title, file.Source, file.Version, [.. file.Codes.Select(Read)]);
        }
    }

    private static Code Read(Row row) => new(row.Code, row.En, row.Ar, row.Same, row.Note);

    private sealed record File(string Name, string Title, string Source, string Version, IReadOnlyList<Row> Codes);

    private sealed record Row(string Code, string En, string? Ar, string? Same, string? Note);
}
