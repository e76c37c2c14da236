namespace ContactGroup.Hosting.Storage;

/// <summary>Opens and migrates every store before anything else starts: a process that cannot reach its store does not start.</summary>
internal sealed class StoreStartup(IEnumerable<NamedStore> stores) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(stores.Select(named => named.Store.EnsureReadyAsync()));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
