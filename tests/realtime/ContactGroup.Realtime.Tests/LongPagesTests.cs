using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

/// <summary>No message is longer than a slow line carries before its client takes the connection for broken.</summary>
public sealed class LongPagesTests
{
    private const int Long = 20_000;

    [Fact]
    public async Task A_backlog_comes_in_short_messages_and_is_followed_by_what_is_live()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 9, bytes: Long);

        await using var client = await app.FollowAsync("p1", "north");
        await app.SettledAsync("north");
        app.Publish("north");

        Assert.Equal(Enumerable.Range(1, 10).Select(seq => (long)seq), (await client.TakeAsync(10)).Select(entry => entry.Seq));
        Assert.Equal([0L, 2L, 4L, 6L, 8L], app.Release.Reads.Select(read => read.After));
        Assert.Equal(5, app.Counted("backlog_serialisations"));
    }

    [Fact]
    public async Task What_comes_live_at_once_goes_in_short_messages()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north", after: 1);
        await app.SettledAsync("north");

        app.Publish("north", 9, bytes: Long);

        Assert.Equal(9, (await client.TakeAsync(9)).Count);
        Assert.Equal(5, app.Counted("serialisations"));
    }
}
