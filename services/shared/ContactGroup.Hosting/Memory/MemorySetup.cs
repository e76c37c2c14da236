namespace ContactGroup.Hosting.Memory;

/// <summary>For a host that has a process of its own.</summary>
public static class MemorySetup
{
    /// <summary>Gives memory back to the machine after bursts.</summary>
    public static IServiceCollection AddMemoryReturn(this IServiceCollection services) => services.AddHostedService<MemoryReturn>();
}
