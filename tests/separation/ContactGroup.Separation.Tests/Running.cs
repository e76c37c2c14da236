using ContactGroup.Separation.Running;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ContactGroup.Separation.Tests;

/// <summary>One lane for all tests: hosts start once. One world acts at a time, so nothing here runs beside anything else.</summary>
public sealed class RunningLane : IAsyncLifetime
{
    internal Lane Lane { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await Lane.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class LaneCollection : ICollectionFixture<RunningLane>
{
    public const string Name = "lane";
}
