using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Testing;
using Dapper;

namespace ContactGroup.Hosting.Tests.Deadlines;

public sealed class DueTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeClock clock = new();

    private DateTimeOffset InAnHour { get; } = new FakeClock().GetUtcNow() + TimeSpan.FromHours(1);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_fires_when_it_is_due_and_not_before_and_once()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        await app.SetAsync("one", InAnHour);
        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await app.RunAsync();
        Assert.Empty(await app.FiredAsync());

        clock.Advance(TimeSpan.FromMilliseconds(1));
        await app.RunAsync();
        await app.RunAsync();

        Assert.Equal(["one"], await app.FiredAsync());
        Assert.Equal(0, await app.WaitingAsync());
    }

    [Fact]
    public async Task A_deadline_is_moved_and_cancelled_with_the_act_that_does_it_and_stays_when_that_is_undone()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        await app.SetAsync("moved", InAnHour);
        await app.SetAsync("moved", InAnHour + TimeSpan.FromHours(1));
        await app.SetAsync("cancelled", InAnHour);
        await app.SetAsync("kept", InAnHour);
        await app.Store.WriteAsync(scope => app.Table.CancelAsync(scope, "cancelled", "remind"), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Store.WriteAsync(
            async scope =>
            {
                await app.Table.CancelAsync(scope, "kept", "remind");
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        clock.Advance(TimeSpan.FromHours(1));
        await app.RunAsync();

        Assert.Equal(["kept"], await app.FiredAsync());
        Assert.Equal(1, await app.WaitingAsync());
    }

    [Fact]
    public async Task All_deadlines_of_an_item_are_set_at_once_and_those_of_others_stay()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        await app.SetAsync("one", InAnHour, "remind");
        await app.SetAsync("one", InAnHour, "expire");
        await app.SetAsync("other", InAnHour, "remind");

        await app.Store.WriteAsync(scope => app.Table.ReplaceAsync(scope, "one", [new Deadline("one", "expire", InAnHour)]), CancellationToken.None);

        Assert.Equal(2, await app.WaitingAsync());
    }

    [Fact]
    public async Task After_an_interruption_or_a_clock_that_jumped_what_fell_due_fires_at_once_in_its_order()
    {
        await using (var before = await DueApp.StartAsync(folder, clock))
        {
            await before.SetAsync("third", InAnHour + TimeSpan.FromHours(2));
            await before.SetAsync("first", InAnHour);
            await before.SetAsync("second", InAnHour + TimeSpan.FromHours(1));
            await before.SetAsync("far", InAnHour + TimeSpan.FromDays(30));
        }

        clock.Advance(TimeSpan.FromDays(1));
        await using var app = await DueApp.StartAsync(folder, clock, isWatched: true);

        await Eventually.IsAsync("first second third", async () => string.Join(' ', await app.FiredAsync()));
        Assert.Equal(1, await app.WaitingAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_fires_nothing_twice()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        await app.SetAsync("one", InAnHour);
        clock.Advance(TimeSpan.FromHours(1));
        await app.RunAsync();

        clock.Advance(TimeSpan.FromHours(-3));
        await app.RunAsync();
        clock.Advance(TimeSpan.FromHours(6));
        await app.RunAsync();

        Assert.Equal(["one"], await app.FiredAsync());
    }

    [Fact]
    public async Task What_fails_leaves_nothing_of_what_it_did_stays_is_tried_again_and_holds_nobody_up()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        app.Breaks.Items.Add("broken");
        await app.SetAsync("broken", InAnHour);
        await app.SetAsync("whole", InAnHour);
        clock.Advance(TimeSpan.FromHours(1));

        await app.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await app.RunAsync();

        Assert.Equal(["whole"], await app.FiredAsync());
        Assert.Equal(2, await app.Store.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT tries FROM deadlines"), CancellationToken.None));
        Assert.Contains(app.Log.Lines, line => line.Contains("broken", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Secret", StringComparison.Ordinal));

        app.Breaks.Items.Clear();
        await app.RunAsync();
        Assert.Equal(["whole"], await app.FiredAsync());
        clock.Advance(TimeSpan.FromSeconds(2));
        await app.RunAsync();
        Assert.Equal(["whole", "broken"], await app.FiredAsync());
    }

    [Fact]
    public void What_fails_again_and_again_waits_an_hour_at_most() =>
        Assert.Equal([1, 2, 4, 2048, 3600, 3600], ((int[])[1, 2, 3, 12, 13, 1000]).Select(tries => (int)Backoff.After(tries).TotalSeconds));

    [Fact]
    public async Task Of_two_processes_on_one_store_one_fires_it()
    {
        await using var one = await DueApp.StartAsync(folder, clock);
        await using var other = await DueApp.StartAsync(folder, clock);
        foreach (var number in Enumerable.Range(0, 300))
        {
            await one.SetAsync($"{number:000}", InAnHour);
        }

        clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(one.RunAsync(), other.RunAsync());

        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"{number:000}"), (await one.FiredAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_in_the_same_minute_all_fire_once()
    {
        await using var app = await DueApp.StartAsync(folder, clock);
        await app.Store.WriteAsync(
            scope => scope.Connection.InsertAsync(
                "deadlines (item, kind, due, try_at)",
                Enumerable.Range(0, 10_000).Select(number =>
                {
                    var due = (InAnHour + TimeSpan.FromMilliseconds(6 * number)).ToMicroseconds();
                    return (object[])[$"{number:00000}", "remind", due, due];
                })),
            CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));

        await app.RunAsync();

        Assert.Equal(Enumerable.Range(0, 10_000).Select(number => $"{number:00000}"), await app.FiredAsync());
    }

    [Fact]
    public async Task A_deadline_that_is_set_before_all_others_is_not_slept_through()
    {
        await using var app = await DueApp.StartAsync(folder, TimeProvider.System, isWatched: true);

        await app.SetAsync("at once", DateTimeOffset.UnixEpoch);

        await Eventually.IsAsync("at once", async () => string.Join(' ', await app.FiredAsync()), within: TimeSpan.FromSeconds(8));
    }
}
