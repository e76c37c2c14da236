namespace ContactGroup.Channels.Tests;

public sealed class ModuleShapeTests
{
    [Fact]
    public void The_module_exports_only_its_module_class() =>
        Assert.Equal(typeof(ChannelsModule), Assert.Single(typeof(ChannelsModule).Assembly.GetExportedTypes()));

    [Fact]
    public void The_module_references_no_other_module()
    {
        string[] shared = ["ContactGroup.Classification", "ContactGroup.Contracts", "ContactGroup.Hosting"];

        var foreign = typeof(ChannelsModule).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("ContactGroup.", StringComparison.Ordinal) && !shared.Contains(name, StringComparer.Ordinal));

        Assert.Empty(foreign);
    }
}
