using ContactGroup.Realtime.Tests.App;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Tests;

public sealed class SubscribeTests
{
    [Fact]
    public async Task The_backlog_comes_first_then_what_is_live_in_order()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 750);

        await using var client = await app.FollowAsync("p1", "north");
        var backlog = await client.TakeAsync(750);
        app.Publish("north", 3);
        var live = await client.TakeAsync(3);

        Assert.Equal(Sequence(1, 750), backlog.Select(entry => entry.Seq));
        Assert.Equal(Sequence(751, 3), live.Select(entry => entry.Seq));
        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task A_client_starts_after_what_it_has_seen()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 30);
        app.Release.Admit("p1", "north");
        await using var client = await app.ConnectAsync("p1");

        await client.ResumeAsync("north", FakeStreams.Cursor("p1", "north", 10), seen: 25);

        Assert.Equal(Sequence(26, 5), (await client.TakeAsync(5)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task What_a_client_claims_beyond_the_head_does_not_count()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 3);
        app.Release.Admit("p1", "north");
        await using var client = await app.ConnectAsync("p1");
        await using var other = await app.FollowAsync("p2", "north");

        await client.ResumeAsync("north", FakeStreams.Cursor("p1", "north", 0), seen: 1_000_000);
        app.Publish("north", 2);

        Assert.Equal(Sequence(1, 5), (await client.TakeAsync(5)).Select(entry => entry.Seq));
        Assert.Equal(Sequence(1, 5), (await other.TakeAsync(5)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task Foreign_cursors_foreign_streams_and_garbage_are_refused_alike()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 3);
        app.Release.Append("south", 3);
        app.Release.Admit("p1", "north");
        app.Release.Admit("p2", "south");
        await using var client = await app.ConnectAsync("p1");

        var answer = await client.SubscribeAsync(
            ("south", FakeStreams.Cursor("p1", "south", 0)),
            ("south-too", FakeStreams.Cursor("p1", "south-too", 0)),
            ("north", FakeStreams.Cursor("p2", "north", 0)));
        var garbage = await client.SubscribeAsync(("north", "garbage"));
        app.Publish("south", 2);
        app.Publish("north", 2);

        Assert.Empty(answer.Accepted);
        Assert.Equal(["south", "south-too", "north"], answer.Refused);
        Assert.Equal(["north"], garbage.Refused);
        await client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 4)));
        Assert.Equal([5L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task However_many_streams_are_asked_for_they_are_opened_by_one_question()
    {
        await using var app = await RealtimeApp.StartAsync();
        var streams = Enumerable.Range(1, 40).Select(number => "stream-" + number).ToList();
        streams.ForEach(stream => app.Release.Admit("p1", stream));
        await using var client = await app.ConnectAsync("p1");

        var answer = await client.SubscribeAsync([.. streams.Select(stream => (stream, FakeStreams.Cursor("p1", stream, 0)))]);

        Assert.Equal(streams, answer.Accepted);
        Assert.Equal(1, app.Release.Openings);
    }

    [Fact]
    public async Task Asking_again_starts_anew_from_the_given_place()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 4);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(4);

        await client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 2)));
        var again = await client.TakeAsync(2);
        app.Publish("north");

        Assert.Equal([3L, 4L], again.Select(entry => entry.Seq));
        Assert.Equal([5L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task A_bad_argument_is_refused_without_detail_and_the_connection_lives_on()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.ConnectAsync("p1");

        foreach (var bad in new object[] { "text", new[] { new { stream = "north" } }, new object?[] { null }, Enumerable.Repeat(new { stream = "s", cursor = "c" }, 1000) })
        {
            var refusal = await Assert.ThrowsAsync<HubException>(() => client.CallAsync(bad));
            Assert.DoesNotContain("System.", refusal.Message, StringComparison.Ordinal);
        }

        app.Release.Admit("p1", "north");
        Assert.Equal(["north"], (await client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 0)))).Accepted);
    }

    [Fact]
    public async Task When_release_cannot_be_read_nothing_is_shown_and_the_client_is_told_to_ask_again()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 2);
        app.Release.Admit("p1", "north");
        await using var client = await app.ConnectAsync("p1");
        app.Release.Failing = true;

        var refusal = await Assert.ThrowsAsync<HubException>(() => client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 0))));
        app.Publish("north");

        Assert.Contains("CG-1008", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Rest());
        app.Release.Failing = false;
        await client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 0)));
        Assert.Equal(Sequence(1, 3), (await client.TakeAsync(3)).Select(entry => entry.Seq));
    }

    internal static IEnumerable<long> Sequence(int first, int count) => Enumerable.Range(first, count).Select(number => (long)number);
}
