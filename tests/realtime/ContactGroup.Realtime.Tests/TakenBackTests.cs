using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class TakenBackTests
{
    private const string Secret = "name of a source";
    private const int MoreThanBuffersHold = 1_500;

    [Fact]
    public async Task What_waits_for_a_slow_connection_is_not_sent_once_it_was_recalled()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:WaitingBatches", "4096"));
        app.Release.Append("north", 1);
        using var slow = await DeafClient.ConnectAsync(app, "slow", "north", after: 1);
        await app.SettledAsync("north");
        Fill(app);

        app.Bring([app.Release.Put("north", "i1", Secret)]);
        app.Bring([app.Release.Recall("north", "i1")]);
        app.Publish("north");
        var heard = await slow.HearUntilAsync("north-1504");

        Assert.DoesNotContain(Secret, heard, StringComparison.Ordinal);
        Assert.Contains("\"seq\":1502,\"prevSeq\":1501,\"op\":\"put\",\"item\":\"i1\"}", heard, StringComparison.Ordinal);
        Assert.Contains("\"seq\":1503,\"prevSeq\":1502,\"op\":\"recall\",\"item\":\"i1\"}", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_it_sent_in_a_long_message()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:WaitingBatches", "4096"));
        app.Release.Append("north", 1);
        using var slow = await DeafClient.ConnectAsync(app, "slow", "north", after: 1, "messages=long");
        await app.SettledAsync("north");
        Fill(app);

        app.Bring([app.Release.Put("north", "i1", Secret), .. app.Release.Append("north", 2, bytes: 20_000)]);
        app.Bring([app.Release.Recall("north", "i1")]);
        app.Publish("north");
        var heard = await slow.HearUntilAsync("north-1506");

        Assert.DoesNotContain(Secret, heard, StringComparison.Ordinal);
        Assert.Contains("\"seq\":1502,\"prevSeq\":1501,\"op\":\"put\",\"item\":\"i1\"},{", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_is_made_anew_once_however_many_wait_for_it()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:WaitingBatches", "4096"));
        app.Release.Append("north", 1);
        var slow = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => DeafClient.ConnectAsync(app, "slow" + number, "north", after: 1)));
        await app.SettledAsync("north", 3);
        Fill(app);

        app.Bring([app.Release.Put("north", "i1", Secret)]);
        app.Bring([app.Release.Recall("north", "i1")]);
        foreach (var client in slow)
        {
            Assert.DoesNotContain(Secret, await client.HearUntilAsync("\"recall\""), StringComparison.Ordinal);
            client.Dispose();
        }

        Assert.Equal(MoreThanBuffersHold + 2, app.Counted("serialisations"));
    }

    [Fact]
    public async Task A_page_that_was_read_before_the_recall_is_handed_on_without_the_view()
    {
        await using var app = await RealtimeApp.StartAsync();
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Release.Admit("p1", "north");
        app.Release.Put("north", "i1", Secret);
        app.Release.AfterRead = () =>
        {
            read.TrySetResult();
            return goOn.Task;
        };
        await using var client = await app.FollowAsync("p1", "north");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(20));

        app.Bring([app.Release.Recall("north", "i1")]);
        goOn.SetResult();
        var entries = await client.TakeAsync(2);

        Assert.Equal(["put", "recall"], entries.Select(entry => entry.Op));
        Assert.All(entries, entry => Assert.Null(entry.View));
    }

    [Fact]
    public async Task An_entry_and_its_recall_that_come_together_show_nothing()
    {
        await using var app = await RealtimeApp.StartAsync();
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north", after: 1);
        await app.SettledAsync("north");

        app.Bring([app.Release.Put("north", "i1", Secret), app.Release.Recall("north", "i1")]);

        Assert.All(await client.TakeAsync(2), entry => Assert.Null(entry.View));
    }

    [Fact]
    public async Task What_waits_past_its_time_is_not_sent()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:WaitingBatches", "4096"));
        app.Release.Append("north", 1);
        using var slow = await DeafClient.ConnectAsync(app, "slow", "north", after: 1);
        await app.SettledAsync("north");
        Fill(app);

        app.Bring([app.Release.Put("north", "i1", Secret, app.Clock.GetUtcNow() + TimeSpan.FromSeconds(5))]);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        app.Publish("north");

        Assert.DoesNotContain(Secret, await slow.HearUntilAsync("north-1503"), StringComparison.Ordinal);
    }

    private static void Fill(RealtimeApp app)
    {
        for (var number = 0; number < MoreThanBuffersHold; number++)
        {
            app.Publish("north", 1, bytes: 16_000);
        }
    }
}
