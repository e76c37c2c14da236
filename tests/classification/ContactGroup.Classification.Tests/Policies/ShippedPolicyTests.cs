using System.Text;

namespace ContactGroup.Classification.Tests.Policies;

public sealed class ShippedPolicyTests
{
    private static readonly PolicyDocument Policy = ShippedPolicies.HumanitarianSpace;
    private static readonly Question[] Possible = [.. TableIndex.Questions.Where(question => !question.IsContradictory)];

    [Fact]
    public void Humanitarian_space_passes_the_check()
    {
        var violations = PolicyCheck.Run(PolicyTable.Compile(Policy));

        Assert.Empty(violations.Select(violation => violation.ToString()));
        Assert.Equal("humanitarian-space@2", PolicyTable.Load(Policy).Document.ToString());
    }

    [Fact]
    public void The_embedded_policy_is_the_file()
    {
        var file = RepositoryFiles.Read("services/policies/humanitarian-space.json");
        using var embedded = typeof(PolicyDocument).Assembly.GetManifestResourceStream("policies/humanitarian-space.json")!;
        using var reader = new StreamReader(embedded, Encoding.UTF8);

        Assert.Equal(file, reader.ReadToEnd());
    }

    [Fact]
    public void Every_grant_gives_something_that_no_other_grant_gives()
    {
        string[] superfluous = [.. Policy.Grants
            .Where(grant => IsCheckedWithout(grant.Id, out var without) && Possible.All(question => WrittenCell.Of(without, question) == WrittenCell.Of(Policy, question)))
            .Select(grant => grant.Id)];

        Assert.Empty(superfluous);
    }

    [Fact]
    public void Every_withholding_speaks_about_a_cell_that_would_be_undefined()
    {
        string[] superfluous = [.. Policy.Withholdings
            .Where(withholding => !Possible.Any(question => withholding.Scope.Covers(question) && !WrittenCell.Of(Policy, question).Granted.IsVisible))
            .Select(withholding => withholding.Id)];

        Assert.Empty(superfluous);
    }

    private static bool IsCheckedWithout(string grant, out PolicyDocument without)
    {
        without = new PolicyDocument(
            Policy.Name, Policy.Version, [.. Policy.Grants.Where(other => !string.Equals(other.Id, grant, StringComparison.Ordinal))], Policy.Withholdings);
        return true;
    }
}
