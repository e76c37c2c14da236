using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

/// <summary>Streams that release closes while it narrows what their readers hold.</summary>
public sealed class HoldingTests
{
    [Fact]
    public async Task A_frame_of_a_stream_that_is_held_back_reaches_nobody_until_it_is_served_again_and_then_once()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await using var other = await app.FollowAsync("p2", "south");
        await client.TakeAsync(1);
        app.Gate.Close(["north"]);
        app.Publish("north", 2);
        app.Publish("south");
        await other.TakeAsync(1);
        Assert.Empty(client.Rest());

        app.Gate.Open(["north"]);

        Assert.Equal([2L, 3L], (await client.TakeAsync(2)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task A_frame_from_before_that_comes_late_is_not_handed_out_after_it_is_served_again()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);
        var late = app.Release.Append("north", 2);
        app.Gate.Close(["north"]);

        app.Gate.Open(["north"]);
        Assert.Equal([2L, 3L], (await client.TakeAsync(2)).Select(entry => entry.Seq));
        app.Bring(late);
        app.Publish("north");

        Assert.Equal([4L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task Who_subscribes_while_it_is_held_back_waits_and_loses_nothing()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 3);
        app.Gate.Close(["north"]);
        await using var client = await app.FollowAsync("p1", "north");
        Assert.Empty(client.Rest());

        app.Gate.Open(["north"]);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var taken = client.TakeAsync(3);
        while (!taken.IsCompleted && await pace.WaitForNextTickAsync())
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1L, 2L, 3L], (await taken).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task What_was_read_before_it_was_held_back_is_read_again()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 3);
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Release.BeforeRead = async () =>
        {
            reading.TrySetResult();
            await go.Task;
        };
        await using var client = await app.FollowAsync("p1", "north");
        await reading.Task.WaitAsync(TimeSpan.FromSeconds(30));

        app.Gate.Close(["north"]);
        app.Gate.OpenAllBut([]);
        go.SetResult();

        Assert.Equal([1L, 2L, 3L], (await client.TakeAsync(3)).Select(entry => entry.Seq));
        Assert.True(app.Release.Reads.Count >= 2);
    }

    [Fact]
    public async Task Who_had_read_an_empty_stream_before_it_was_held_back_does_not_miss_what_came_meanwhile()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Admit("p1", "north");
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Release.AfterRead = async () =>
        {
            read.TrySetResult();
            await go.Task;
        };
        await using var client = await app.FollowAsync("p1", "north");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(30));

        app.Gate.Close(["north"]);
        app.Publish("north");
        app.Gate.Open(["north"]);
        go.SetResult();

        Assert.Equal([1L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task Who_reads_an_empty_stream_while_it_is_held_back_does_not_miss_what_came_meanwhile()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Admit("p1", "north");
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Release.AfterRead = async () =>
        {
            read.TrySetResult();
            await go.Task;
        };
        app.Gate.Close(["north"]);
        await using var client = await app.FollowAsync("p1", "north");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(30));

        app.Publish("north");
        app.Gate.Open(["north"]);
        go.SetResult();

        Assert.Equal([1L], (await client.TakeAsync(1)).Select(entry => entry.Seq));
    }

    [Fact]
    public async Task A_gap_of_live_readers_is_filled_while_all_turns_of_backlogs_are_taken()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:BacklogReads", "1"));
        app.Release.Append("north", 1);
        app.Release.Append("south", 1);
        await using var live = await app.FollowAsync("p1", "north");
        await live.TakeAsync(1);
        await app.SettledAsync("north");
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Release.BeforeRead = () => app.Release.Reads.Last().Stream == "south" ? stuck.Task : Task.CompletedTask;
        await using var slow = await app.FollowAsync("p2", "south");
        await RealtimeApp.UntilAsync(() => app.Release.Reads.Last().Stream == "south");

        var lost = app.Release.Append("north", 2);
        app.Bring([lost[1]]);

        Assert.Equal([2L, 3L], (await live.TakeAsync(2)).Select(entry => entry.Seq));
        stuck.SetResult();
    }
}
