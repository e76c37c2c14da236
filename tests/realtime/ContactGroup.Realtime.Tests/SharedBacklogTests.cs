using System.Text;
using ContactGroup.Realtime.Streams;
using ContactGroup.Realtime.Tests.App;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace ContactGroup.Realtime.Tests;

public sealed class SharedBacklogTests : IAsyncLifetime
{
    private const string Secret = "name of a source";
    private readonly TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RealtimeApp app = null!;
    private LiveClient first = null!;

    public async Task InitializeAsync()
    {
        app = await RealtimeApp.StartAsync(null, ("Realtime:BacklogReads", "1"), ("Realtime:PageEntries", "100"));
        app.Release.Append("south", 1);
        app.Release.BeforeRead = () => turn.Task;
        first = await app.FollowAsync("p0", "south");
        await RealtimeApp.UntilAsync(() => app.Release.Reads.Count == 1);
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task However_many_come_back_from_the_same_place_each_page_is_read_once_and_made_once()
    {
        app.Release.Append("north", 250);
        var clients = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => app.FollowAsync("p" + number, "north")));

        turn.SetResult();
        foreach (var client in clients)
        {
            Assert.Equal(Enumerable.Range(1, 250).Select(seq => (long)seq), (await client.TakeAsync(250)).Select(entry => entry.Seq));
        }

        Assert.Equal([("north", 0L), ("north", 100L), ("north", 200L)], app.Release.Reads.Where(read => read.Stream == "north"));
        Assert.Equal(3 + 1, app.Counted("backlog_serialisations"));
        await app.SettledAsync("north", 40);
        app.Publish("north");
        foreach (var client in clients)
        {
            Assert.Equal(251, Assert.Single(await client.TakeAsync(1)).Seq);
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_comes_back_from_another_place_gets_what_lies_behind_that()
    {
        app.Release.Append("north", 10);
        await using var behind = await app.FollowAsync("p1", "north", after: 2);
        await using var further = await app.FollowAsync("p2", "north", after: 7);

        turn.SetResult();

        Assert.Equal(3, (await behind.TakeAsync(8))[0].Seq);
        Assert.Equal(8, (await further.TakeAsync(3))[0].Seq);
    }

    [Fact]
    public async Task What_is_recalled_while_a_shared_page_waits_for_its_turn_or_is_read_is_shown_to_none_of_them()
    {
        app.Release.Admit("p1", "north");
        app.Release.Put("north", "i1", Secret);
        app.Release.Put("north", "i2", Secret);
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => app.FollowAsync("p" + number, "north")));
        app.Bring([app.Release.Recall("north", "i1")]);
        app.Release.AfterRead = () =>
        {
            if (app.Release.Reads.Last().Stream == "north")
            {
                read.TrySetResult();
                return goOn.Task;
            }

            return Task.CompletedTask;
        };

        turn.SetResult();
        await read.Task.WaitAsync(TimeSpan.FromSeconds(20));
        app.Bring([app.Release.Recall("north", "i2")]);
        goOn.SetResult();

        foreach (var client in clients)
        {
            var entries = await client.TakeAsync(4);
            Assert.Equal(["put", "put", "recall", "recall"], entries.Select(entry => entry.Op));
            Assert.All(entries, entry => Assert.Null(entry.View));
            await client.DisposeAsync();
        }
    }

    [Fact]
    public void What_is_recalled_between_two_who_share_a_page_is_not_shown_to_the_second()
    {
        app.Release.Admit("p1", "north");
        var put = app.Release.Put("north", "i1", Secret).ToFrame();
        var recent = new RecentOvertakings();
        var page = new BacklogPage([put], closed: false, recent.Moment, era: 0);
        Assert.Contains(Secret, Text(page, recent), StringComparison.Ordinal);

        recent.Note(app.Release.Recall("north", "i1").ToFrame());

        Assert.DoesNotContain(Secret, Text(page, recent), StringComparison.Ordinal);
    }

    private string Text(BacklogPage page, RecentOvertakings recent) => Encoding.UTF8.GetString(
        page.Clean(recent, app.Clock, app.Services.GetRequiredService<RealtimeMeter>().BacklogSerialisations)!.Message.GetSerializedMessage(new JsonHubProtocol()).Span);
}
