using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Data;

/// <summary>The store of this module.</summary>
internal sealed class ReleaseStore([FromKeyedServices(ReleaseStore.Name)] ModuleStore store)
{
    public const string Name = "release";

    public ModuleStore Store { get; } = store;
}
