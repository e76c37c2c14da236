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
        Assert.Equal(Enumerable.Range(0, 10).Select(after => (long)after), app.Release.Reads.Select(read => read.After));
        Assert.Equal(9, app.Counted("backlog_serialisations"));
    }

    [Fact]
    public async Task What_waited_for_a_slow_line_does_not_come_as_one_long_message()
    {
        const int Entries = 2_000;
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", Entries, bytes: 1_000);
        using var slow = await DeafClient.ConnectAsync(app, "slow", "north", after: 0);
        await RealtimeApp.UntilAsync(() => app.Release.Reads.Count > 5); // It waits for whoever does not read.

        Assert.InRange(await slow.LongestMessageAsync(Entries * 1_000), 1, 40 * 1024);
    }

    [Fact]
    public async Task A_message_goes_in_one_frame()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        using var client = await FrameReader.ConnectAsync(app, "p1", "north", after: 1);
        await app.SettledAsync("north");

        app.Publish("north", bytes: Long);

        Assert.EndsWith("\u001e", await client.FrameWithAsync("\"seq\":2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_long_messages_gets_what_comes_at_once_in_one_and_the_others_in_short_ones()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        using var fast = await FrameReader.ConnectAsync(app, "p1", "north", after: 1, "?messages=long");
        using var slow = await FrameReader.ConnectAsync(app, "p2", "north", after: 1, "?messages=short");
        await app.SettledAsync("north", 2);

        app.Publish("north", 9, bytes: Long);

        var together = await fast.FrameWithAsync("\"seq\":2");
        Assert.Contains("\"seq\":3", together, StringComparison.Ordinal);
        Assert.InRange(together.Length, Long, 64 * 1024);
        Assert.EndsWith("\u001e", await fast.FrameWithAsync("\"seq\":10"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"seq\":3", await slow.FrameWithAsync("\"seq\":2"), StringComparison.Ordinal);
        Assert.EndsWith("\u001e", await slow.FrameWithAsync("\"seq\":10"), StringComparison.Ordinal);
        Assert.Equal(18, app.Counted("deliveries"));
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
        Assert.Equal(9, app.Counted("serialisations"));
    }
}
