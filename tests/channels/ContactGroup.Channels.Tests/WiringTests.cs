using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests;

public sealed class WiringTests
{
    [Fact]
    public async Task A_suspension_that_identity_publishes_ends_rights_here()
    {
        await using var app = await ChannelsApp.StartAsync(withBus: true);
        var coordinator = Person.Coordinator();
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Gate.OnEnd = (person, _) =>
        {
            ended.TrySetResult(person);
            return Task.CompletedTask;
        };
        await app.SeedAsync(new GroupSeed("Group", "p", "a", Posture.Cooperation, Exercise: false, coordinator.Id, [coordinator.ToSeed()], []));

        await app.PublishAsIdentityAsync(coordinator.Organisation, coordinator.ToOrganisationFact());
        await app.PublishAsIdentityAsync(coordinator.Id, coordinator.ToFact(2, suspended: true));

        Assert.Equal(coordinator.Id, await ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
