using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Realtime.Facts;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class OverTheBusTests
{
    [Fact]
    public async Task What_release_commits_reaches_the_connection_and_who_leaves_elsewhere_is_cut_off()
    {
        await using var app = await RealtimeApp.StartAsync(builder =>
        {
            builder.Services.AddModuleStore("elsewhere", typeof(OverTheBusTests).Assembly);
            builder.Services.AddInMemoryBus(RealtimeModule.AddRealtimeConsumers);
        });
        var store = app.Services.GetRequiredKeyedService<ModuleStore>("elsewhere");
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north", after: 1);
        await app.SettledAsync("north");

        await store.WriteAsync(
            async scope =>
            {
                foreach (var released in app.Release.Append("north", 40))
                {
                    await scope.PublishAsync("north", released);
                }
            },
            CancellationToken.None);
        Assert.Equal(SubscribeTests.Sequence(2, 40), (await client.TakeAsync(40)).Select(entry => entry.Seq));

        await store.WriteAsync(
            scope => scope.PublishAsync("p1", new MembershipChanged("group of north", "p1", "o1", "Organisation", Constituency.Ingo, null, Member: false, 2)),
            CancellationToken.None);
        Assert.Equal("rights-changed", await client.Ended);
    }

    [Fact]
    public async Task What_waited_on_the_broker_is_shown_as_release_has_it_now_and_not_as_it_came()
    {
        await using var app = await RealtimeApp.StartAsync(builder => builder.Services.AddInMemoryBus(RealtimeModule.AddRealtimeConsumers));
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north", after: 1);
        await app.SettledAsync("north");
        var late = app.Release.Append("north").Single() with { Frame = """{"stream":"north","seq":2,"prevSeq":1,"op":"put","item":"taken back"}"""u8.ToArray() };

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LiveFrames>().HandleAsync(
            [new Delivery<Released>("m", "north", late) { At = app.Clock.GetUtcNow() - TimeSpan.FromSeconds(3) }], CancellationToken.None);

        Assert.Equal((2L, "north-2"), (await client.TakeAsync(1)).Select(entry => (entry.Seq, entry.Item)).Single());
        Assert.Empty(client.Rest());
    }
}
