namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 7, first half: save and publish commit together, because there is no other way to publish.</summary>
public sealed class PublishingTests
{
    [Fact]
    public void No_module_can_publish_except_in_the_transaction_that_saves()
    {
        string[] ways = ["MassTransit.IBus", "MassTransit.IBusControl", "MassTransit.IPublishEndpoint", "MassTransit.ISendEndpoint", "MassTransit.ISendEndpointProvider", "MassTransit.ConsumeContext`1"];

        var users = Product.ModuleAssemblies
            .SelectMany(assembly => TypeReferences.Of(assembly).Intersect(ways, StringComparer.Ordinal).Select(way => $"{assembly.GetName().Name} uses {way}"));

        Assert.Empty(users);
    }

    [Fact]
    public void No_module_undoes_a_part_of_its_work_and_leaves_what_the_part_published()
    {
        var services = Path.Combine(Product.Repository.FullName, "services");
        var own = Directory.EnumerateFiles(services, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("ROLLBACK TO", StringComparison.OrdinalIgnoreCase))
            .Select(file => Path.GetRelativePath(services, file).Replace('\\', '/'));

        Assert.Equal(
            ["shared/ContactGroup.Hosting/Storage/StoreWriter.cs", "shared/ContactGroup.Hosting/Storage/WriteScope.cs"],
            own.Order(StringComparer.Ordinal));
    }
}
