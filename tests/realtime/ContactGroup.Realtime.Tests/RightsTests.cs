using ContactGroup.Contracts.Channels;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class RightsTests
{
    [Fact]
    public async Task A_person_whose_rights_ended_gets_nothing_after()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        await using var removed = await app.FollowAsync("p1", "north");
        await using var other = await app.FollowAsync("p2", "north");
        await removed.TakeAsync(2);

        app.Release.Remove("p1", "north");
        await app.Rights.EndAsync("p1", new MembershipEnd("group of north", 1), CancellationToken.None);
        app.Publish("north", 5);

        Assert.Equal(7, (await other.TakeAsync(7)).Count);
        Assert.Equal("rights-changed", await removed.Ended);
        await removed.Closed;
        Assert.Empty(removed.Rest());
    }

    [Fact]
    public async Task Rights_that_end_in_another_group_leave_the_connection_alone()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);

        await app.Rights.EndAsync("p1", new MembershipEnd("group of south", 1), CancellationToken.None);
        app.Publish("north");

        Assert.Equal([2L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task A_session_that_ends_closes_its_connections_and_no_others()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        app.Release.Admit("p1", "north");
        await using var ended = await app.ConnectAsync("p1", "s1");
        await using var other = await app.ConnectAsync("p1", "s2");
        await ended.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 1)));
        await other.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 1)));

        app.Sessions.End("p1", "s1");
        app.Publish("north");

        Assert.Equal([2L], (await other.TakeAsync(1)).Select(entry => entry.Seq));
        Assert.Equal("session-ended", await ended.Ended);
        await ended.Closed;
        Assert.Empty(ended.Rest());
    }

    [Fact]
    public async Task A_stream_that_release_no_longer_names_ends_the_connection_at_the_next_beacon()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);

        app.Release.Remove("p1", "north");
        app.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal("rights-changed", await client.Ended);
    }

    [Fact]
    public async Task More_connections_than_a_person_may_have_are_ended()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:ConnectionsPerPerson", "2"));
        await using var first = await app.ConnectAsync("p1");
        await using var second = await app.ConnectAsync("p1");

        await using var third = await app.ConnectAsync("p1");
        await using var other = await app.ConnectAsync("p2");

        Assert.Equal("too-many-connections", await third.Ended);
        await third.Closed;
        Assert.Empty((await other.SubscribeAsync()).Refused);
    }
}
