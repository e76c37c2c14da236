using System.Reflection;
using System.Text.RegularExpressions;

namespace ContactGroup.Client.Tests.Docs;

public sealed partial class GuideTests
{
    private static readonly string Repository =
        typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    [Fact]
    public async Task The_guide_shows_code_that_compiles()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository, "docs/guides/connect-a-client.md"));
        var code = Normal(await File.ReadAllTextAsync(Path.Combine(Repository, "tests/sdk/ContactGroup.Client.Tests/Docs/ConnectAClient.cs")));

        var shown = Block().Matches(page).Select(m => Normal(m.Groups["code"].Value)).ToArray();

        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.Contains(block, code, StringComparison.Ordinal));
    }

    private static string Normal(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
