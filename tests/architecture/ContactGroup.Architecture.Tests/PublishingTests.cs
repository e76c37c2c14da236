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
}
