using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Tests.App;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Tests;

public sealed class ReadingRecordTests
{
    [Fact]
    public async Task A_reading_is_on_record_from_where_it_begins_and_ends_where_the_connection_did()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 5);
        var client = await app.FollowAsync("p1", "north", after: 2);
        await client.TakeAsync(3);
        await app.SettledAsync("north");
        app.Publish("north", 2);
        await client.TakeAsync(2);

        await client.DisposeAsync();
        await RealtimeApp.UntilAsync(() => app.Readings.Ended.Count == 1);

        Assert.Equal([("p1", new ReadingStart("north", 2, 5))], app.Readings.Begun);
        Assert.Equal(7, app.Readings.Ended[0]);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 5);
        app.Release.Admit("p1", "north");
        app.Readings.Failing = true;
        await using var client = await app.ConnectAsync("p1");

        var refusal = await Assert.ThrowsAsync<HubException>(() => client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 0))));
        app.Publish("north");

        Assert.Contains("CG-1008", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task Nothing_is_recorded_for_a_stream_that_is_not_the_caller_s()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("south", 5);
        app.Release.Admit("p2", "south");
        await using var client = await app.ConnectAsync("p1");

        await client.SubscribeAsync(("south", FakeStreams.Cursor("p1", "south", 0)));

        Assert.Empty(app.Readings.Begun);
    }
}
