using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Tests.Scanning;

/// <summary>A text of <c>tests/release/scanner-cases</c> with what has to be found in it, in order.</summary>
public sealed record ScannerCase(string Text, IReadOnlyList<string> Finds)
{
    public static string Folder { get; } = Path.Combine(FindRoot(AppContext.BaseDirectory), "tests", "release", "scanner-cases");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public static IReadOnlyList<ScannerCase> Read(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!["cases"]!.AsArray().Select(row => new ScannerCase(
            (string)row!["text"]!,
            [.. row["finds"]!.AsArray().Select(found => $"{(string)found!["kind"]!} {(string)found["at"]!}")]))];

    /// <summary>What the scanner finds, as the files write it: the kind, and the very characters of the author's text.</summary>
    public static IReadOnlyList<string> Scan(string text) =>
        [.. TextScanner.Scan(text).Select(found => $"{Code(found)} {text.Substring(found.Start, found.Length)}")];

    internal static string Code(Finding found) => JsonNamingPolicy.KebabCaseLower.ConvertName(found.Kind.ToString());

    private static string FindRoot(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ContactGroup.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("the repository is not above the test folder");
    }
}
