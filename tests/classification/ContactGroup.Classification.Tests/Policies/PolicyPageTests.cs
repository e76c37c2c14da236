namespace ContactGroup.Classification.Tests.Policies;

public sealed class PolicyPageTests
{
    [Fact]
    public void The_reference_page_says_what_the_policy_does()
    {
        var page = new PolicyPage(Shipped.Table).Write();

        RepositoryFiles.Approve("docs/reference/policy-humanitarian-space.md", page);
    }
}
