using System.Diagnostics;

namespace ContactGroup.Load.FanOut;

/// <summary>What one place did with one crowd.</summary>
/// <param name="Place">Whose figures these are.</param>
/// <param name="Subscribers">How many followed.</param>
/// <param name="PerSecond">Deliveries a second with a fixed number of posts on their way, each counted as on its way until everybody has it.</param>
/// <param name="Posts">Posts a second at that rate.</param>
/// <param name="Cores">Processor time that the server used at that rate, in cores.</param>
/// <param name="Median">Milliseconds from sending to arrival at ten posts a second: half of the deliveries.</param>
/// <param name="Late">The same, 99 of 100.</param>
/// <param name="Lacking">Deliveries that did not come, over both parts.</param>
/// <param name="Twice">Deliveries that came again.</param>
/// <param name="Counters">What the server counted while the rate was measured, for each post.</param>
internal sealed record FanOutFigures(
    string Place, int Subscribers, double PerSecond, double Posts, double Cores, double Median, double Late, long Lacking, int Twice, string Counters);

/// <summary>Measures one place: first what it can do, then how soon things arrive when little happens.</summary>
internal sealed class FanOutRun(IPlace place, int subscribers, int onTheirWay, TimeSpan lasts, Func<IReadOnlyDictionary<string, double>> counters)
{
    private const int MostPosts = 1_000_000;
    private const int SlowPosts = 150;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<FanOutFigures> RunAsync()
    {
        var (rate, posts, cores, lost, twice, counted) = await RateAsync();
        var calm = await CalmAsync();
        return new FanOutFigures(place.Name, subscribers, rate, posts, cores, calm.Median, calm.Late, lost + calm.Lost, twice + calm.Twice, counted);
    }

    private async Task<(double Rate, double Posts, double Cores, long Lost, int Twice, string Counted)> RateAsync()
    {
        var tally = new Tally(subscribers, MostPosts);
        await using var crowd = await Crowd.GatherAsync(subscribers, await place.MarkAsync(), messages => tally.Note(messages.Span));
        using var over = new CancellationTokenSource();
        var authors = Enumerable.Range(0, onTheirWay).Select(author => PostAsync(author, tally, over.Token)).ToList();
        await Task.Delay(WarmUp);

        var (before, deliveries, posts, processor, began) = (counters(), tally.Deliveries, tally.Posts, place.Processor(), Stopwatch.GetTimestamp());
        await Task.Delay(lasts);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (after, delivered, posted) = (counters(), tally.Deliveries - deliveries, tally.Posts - posts);
        var cores = (place.Processor() - processor).TotalSeconds / seconds;
        await over.CancelAsync();
        await Task.WhenAll(authors);
        var counted = string.Join(", ", after.Select(one =>
            $"{one.Key} {(one.Value - before.GetValueOrDefault(one.Key)) / posted:0.###}").Order(StringComparer.Ordinal));
        return (delivered / seconds, posted / seconds, cores, ((long)tally.Posts * subscribers) - tally.Deliveries, tally.Twice, counted);
    }

    private async Task PostAsync(int author, Tally tally, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var number = tally.Next();
            await place.PostAsync(author, Marks.Text(number));
            await tally.EverywhereAsync(number).WaitAsync(Patience, CancellationToken.None);
        }
    }

    private async Task<(double Median, double Late, long Lost, int Twice)> CalmAsync()
    {
        var tally = new Tally(subscribers, MostPosts);
        await using var crowd = await Crowd.GatherAsync(subscribers, await place.MarkAsync(), messages => tally.Note(messages.Span));
        await Task.Delay(WarmUp);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var arriving = new List<Task>();
        for (var post = 0; post < SlowPosts; post++)
        {
            var number = tally.Next();
            arriving.Add(place.PostAsync(post % 4, Marks.Text(number)));
            arriving.Add(tally.EverywhereAsync(number));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAll(arriving).WaitAsync(Patience).ContinueWith(_ => { }, TaskScheduler.Default);
        return (tally.Delay(0.5), tally.Delay(0.99), ((long)SlowPosts * subscribers) - tally.Deliveries, tally.Twice);
    }
}
