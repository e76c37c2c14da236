using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ContactGroup.Client;

namespace ContactGroup.Load.Barriers;

/// <summary>
/// Removes a member while they listen and others post as fast as the server shows their posts, again and again. After the acknowledgement nothing may reach them: no frame, no
/// answer, no old cursor.
/// </summary>
internal sealed class RemovalsRun(ServerProcess server, int races)
{
    /// <summary>Of the side of those who post: what crosses to others waits for a coordinator, and would show nothing.</summary>
    private static readonly string[] Members = ["leila", "samir", "maya"];
    private static readonly string[] Posters = ["amal", "jonas"];

    private const int MostUnseen = 32;

    /// <summary>
    /// What a frame may take from the server's hand to ours beyond the time in which questions that were asked after the acknowledgement are answered: those
    /// wait for the same two cores, so that a machine that is busy with something else is not taken for a leak.
    /// </summary>
    private static readonly TimeSpan Travel = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> postedAt = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<long> arrivals = [];
    private int done;
    private int silent;
    private long frames;

    public async Task<(string Report, bool Holds)> RunAsync()
    {
        await server.StartAsync();
        try
        {
            using var http = new HttpClient();
            var stage = new Stage(server, http);
            await stage.SetAsync("Removal run");
            using var stop = new CancellationTokenSource();
            var posting = Posters.Select(poster => PostAsync(stage[poster], stage.Channel, stop.Token)).ToList();
            await Task.WhenAll(Members.Select(member => RaceAsync(stage, member)));
            await stop.CancelAsync();
            await Task.WhenAll(posting);
            return (Report(), failures.IsEmpty);
        }
        finally
        {
            await server.KillAsync();
        }
    }

    private string Report()
    {
        var found = failures.IsEmpty ? "nothing reached anybody" : string.Join(", ", failures.Select(failure => $"{failure.Key} {failure.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"races {done} (without a frame before the removal: {silent}), items posted {postedAt.Count}, frames before removals {frames}; latest frame {arrivals.DefaultIfEmpty(0).Max()} ms after an acknowledgement; after acknowledgement: {found}");
    }

    /// <summary>Posts without pause, but never more ahead of what comes back than the bound: an endless queue would only measure itself.</summary>
    private async Task PostAsync(Reader poster, string channel, CancellationToken stop)
    {
        using var unseen = new SemaphoreSlim(MostUnseen);
        var returning = ReturnAsync(poster, channel, unseen, stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await unseen.WaitAsync(stop);
                var sent = Stopwatch.GetTimestamp();
                var receipt = await poster.Client.PostAsync(channel, new MessageDraft("EXERCISE. A post of the run.", "moderate", ["all"]), cancellationToken: stop);
                postedAt[receipt.Item] = sent;
            }
            catch (OperationCanceledException)
            {
                // The run is over.
            }
        }

        await returning;
    }

    private static async Task ReturnAsync(Reader poster, string channel, SemaphoreSlim unseen, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var own = await OwnStreamAsync(poster, channel, stop);
            await foreach (var entry in poster.Client.SubscribeAsync(new LiveOptions { Streams = [own.Id] }, stop))
            {
                if (seen.Add(entry.Item))
                {
                    unseen.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>The stream of the poster's organisation, which a channel that was just opened has a moment later.</summary>
    private static async Task<StreamInfo> OwnStreamAsync(Reader poster, string channel, CancellationToken stop)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if ((await poster.Client.GetStreamsAsync(stop)).FirstOrDefault(stream => stream.Channel == channel && stream.Scope == "organisation") is { } own)
            {
                return own;
            }

            await pace.WaitForNextTickAsync(stop);
        }
    }

    private async Task RaceAsync(Stage stage, string account)
    {
        var member = stage[account];
        await ReadsAsync(stage, member);
        for (var race = 0; race < races / Members.Length; race++)
        {
            var before = await OneAsync(stage, member);
            Interlocked.Increment(ref done);
            await stage.Coordinator.Client.Coordination.AddMemberAsync(stage.Group, member.Person);
            await ReadsAsync(stage, member);
            await WorthlessAsync(member, before);
        }
    }

    private async Task<StreamInfo> OneAsync(Stage stage, Reader member)
    {
        var stream = (await member.Client.GetStreamsAsync()).First(stream => stream.Channel == stage.Channel && stream.Scope == "audience");
        var heard = new ConcurrentQueue<(string Item, long At)>();
        using var stop = new CancellationTokenSource();
        var live = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = ListenAsync(member, heard, live, stop.Token);
        await live.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await HeardAsync(heard);
        await Task.Delay(RandomNumberGenerator.GetInt32(5, 60));

        await stage.Coordinator.Client.Coordination.RemoveMemberAsync(stage.Group, member.Person);
        var acknowledged = Stopwatch.GetTimestamp();

        await RefusedAsync(stage, member, stream, heard.LastOrDefault().Item ?? postedAt.Keys.First());
        var answered = Stopwatch.GetTimestamp();
        await Task.Delay(2 * Travel);
        await stop.CancelAsync();
        await listening;
        Interlocked.Add(ref frames, heard.Count);
        if (heard.IsEmpty)
        {
            Interlocked.Increment(ref silent);
        }

        foreach (var (item, at) in heard)
        {
            arrivals.Add(Math.Max(0, (long)Stopwatch.GetElapsedTime(acknowledged, at).TotalMilliseconds));
            Note(at > answered && Stopwatch.GetElapsedTime(answered, at) > Travel, "frames late");
            Note(postedAt.TryGetValue(item, out var sent) && sent > acknowledged, "frames of later posts");
        }

        return stream;
    }

    /// <summary>Waits until frames flow: who is removed while nothing comes shows nothing. What is posted is a flood, so a minute without any is rare, and counted.</summary>
    private static async Task HeardAsync(ConcurrentQueue<(string Item, long At)> heard)
    {
        for (var look = 0; heard.IsEmpty && look < 3_000; look++)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Asks for everything that a member could ask for.</summary>
    private async Task RefusedAsync(Stage stage, Reader member, StreamInfo stream, string item)
    {
        var client = member.Client;
        await Task.WhenAll(
            GoneAsync("item", () => client.GetItemAsync(item)),
            GoneAsync("explanation", () => client.ExplainAsync(item)),
            GoneAsync("history", () => client.GetHistoryAsync(item)),
            GoneAsync("entries by an old cursor", () => client.GetEntriesAsync(stream.Id, stream.Start)),
            GoneAsync("members", () => client.GetMembersAsync(stage.Group)),
            GoneAsync("preview", () => client.PreviewAsync(new PreviewDraft(stage.Channel, "message", new { text = "EXERCISE. A draft." }))),
            GoneAsync("post", () => client.PostAsync(stage.Channel, new MessageDraft("EXERCISE. By a removed member."))),
            GoneAsync("acknowledgement", () => AcknowledgedAsync(client, item)),
            EmptyAsync("list", async () => (await client.FindItemsAsync(new ItemQuery(stage.Channel))).Count),
            EmptyAsync("search", async () => (await client.FindItemsAsync(new ItemQuery(Text: "exercise"))).Count),
            EmptyAsync("streams", async () => (await client.GetStreamsAsync()).Count(mine => mine.Channel == stage.Channel)),
            EmptyAsync("groups", async () => (await client.GetGroupsAsync()).Count(group => group.Id == stage.Group)));
    }

    private static async Task<bool> AcknowledgedAsync(ContactGroupClient client, string item)
    {
        await client.AcknowledgeAsync(item);
        return true;
    }

    private async Task GoneAsync<T>(string what, Func<Task<T>> ask)
    {
        try
        {
            await ask();
            Note(true, what);
        }
        catch (ContactGroupException refused)
        {
            Note(refused.Code != ErrorCodes.NotFound, $"{what} ({refused.Code})");
        }
    }

    private async Task EmptyAsync(string what, Func<Task<int>> count) => Note(await count() != 0, what);

    private async Task WorthlessAsync(Reader member, StreamInfo before)
    {
        try
        {
            await member.Client.GetEntriesAsync(before.Id, before.Start);
            Note(true, "cursor of an earlier membership");
        }
        catch (ContactGroupException refused)
        {
            Note(refused.Code != ErrorCodes.CursorNotUsable, $"cursor of an earlier membership ({refused.Code})");
        }
    }

    /// <summary>Waits until a member reads the channel that was just opened, or who was let in again reads it again: the fact of it queues behind the flood of posts.</summary>
    private static async Task ReadsAsync(Stage stage, Reader member)
    {
        for (var look = 0; look < 3_000; look++)
        {
            if ((await member.Client.GetStreamsAsync()).Any(stream => stream.Channel == stage.Channel))
            {
                return;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException("A member does not read the channel.");
    }

    private static async Task ListenAsync(Reader member, ConcurrentQueue<(string Item, long At)> heard, TaskCompletionSource live, CancellationToken stop)
    {
        try
        {
            var options = new LiveOptions { OnStatus = status => _ = status.State == LiveState.Live && live.TrySetResult() };
            await foreach (var entry in member.Client.SubscribeAsync(options, stop))
            {
                heard.Enqueue((entry.Item, Stopwatch.GetTimestamp()));
            }
        }
        catch (OperationCanceledException)
        {
            // The race is over.
        }
    }

    private void Note(bool failed, string what)
    {
        if (failed)
        {
            failures.AddOrUpdate(what, 1, (_, count) => count + 1);
        }
    }
}
