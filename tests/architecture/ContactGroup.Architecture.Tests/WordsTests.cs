using System.Text.RegularExpressions;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 9: notification is never permission. And the room is a contact group.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "dist", ".git", "TestResults"];

    /// <summary>Files in which a word of permission is right, each with the reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["tests/architecture/ContactGroup.Architecture.Tests/WordsTests.cs"] = "lists the words",
        ["clients/web/src/i18n/catalogues.test.ts"] = "looks for the words in the catalogues",
        ["LICENSE"] = "is not ours to write",
    };

    [Fact]
    public void The_room_is_a_contact_group()
    {
        var wrong = Texts().Where(file => WrongRoom().IsMatch(file.Text)).Select(file => file.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_text_that_people_read_speaks_of_permission()
    {
        var spoken = Texts().SelectMany(file => Spoken(file.Path, file.Text)
            .Where(line => Permission().IsMatch(line))
            .Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Empty(spoken);
    }

    private static IEnumerable<(string Path, string Text)> Texts() => Files(Product.Repository)
        .Where(file => file.Extension is ".cs" or ".ts" or ".tsx" or ".md" or ".json" or ".svg" or ".html")
        .Select(file => (Path: Path.GetRelativePath(Product.Repository.FullName, file.FullName).Replace('\\', '/'), file))
        .Where(file => !Allowed.ContainsKey(file.Path) && !file.Path.EndsWith("lock.json", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.file.FullName)));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Files));

    /// <summary>In code, what stands between quotation marks with a space in it; elsewhere, every line.</summary>
    private static IEnumerable<string> Spoken(string path, string text) => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".ts", StringComparison.Ordinal) || path.EndsWith(".tsx", StringComparison.Ordinal)
        ? Sentence().Matches(text).Select(match => match.Value)
        : path.EndsWith(".md", StringComparison.Ordinal) ? [] : text.Split('\n');

    [GeneratedRegex(@"coordination[ -]group", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrongRoom();

    [GeneratedRegex(@"\b(approv(e|es|ed|al)|den(y|ies|ied|ial)|authori[sz](e|es|ed|ation)|permit(s|ted)?|clearance)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Permission();

    [GeneratedRegex("""["'`][^"'`\n]* [^"'`\n]*["'`]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
