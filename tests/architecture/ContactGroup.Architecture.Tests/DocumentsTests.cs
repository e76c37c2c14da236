using System.Text.RegularExpressions;

namespace ContactGroup.Architecture.Tests;

/// <summary>Documents that do not rot: what they link to is there, and the tests they name exist.</summary>
public sealed partial class DocumentsTests
{
    private static IEnumerable<FileInfo> Documents => Product.Repository.EnumerateFiles("*.md")
        .Concat(Folder("docs").EnumerateFiles("*.md", SearchOption.AllDirectories))
        .Concat(Folder("services").EnumerateFiles("README.md", SearchOption.AllDirectories));

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var broken = Documents.SelectMany(document => Link().Matches(File.ReadAllText(document.FullName))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(document.DirectoryName!, target)))
            .Select(target => $"{Path.GetRelativePath(Product.Repository.FullName, document.FullName)} → {target}"));

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_decision_is_in_the_list_of_decisions()
    {
        var list = File.ReadAllText(Path.Combine(Folder("docs").FullName, "decisions", "README.md"));

        Assert.All(Folder("docs/decisions").EnumerateFiles("0*.md"), record => Assert.Contains($"({record.Name})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_invariant_names_tests_that_exist()
    {
        var page = File.ReadAllText(Path.Combine(Folder("docs").FullName, "architecture.md"));
        var tests = Folder("tests").EnumerateFiles("*Tests.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToHashSet(StringComparer.Ordinal);

        var named = TestName().Matches(page).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    private static DirectoryInfo Folder(string path) => new(Path.Combine(Product.Repository.FullName, path));

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
