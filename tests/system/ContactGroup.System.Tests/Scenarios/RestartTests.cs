using ContactGroup.Client;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>An accepted write survives the loss of the process at any moment; what is repeated afterwards happens once; streams have no gap.</summary>
public sealed class RestartTests
{
    private const int Messages = 120;

    [Fact]
    public async Task What_was_accepted_before_a_kill_is_there_after_it_once()
    {
        using var folder = new TemporaryFolder();
        var accepted = new List<string>();
        var drafts = Enumerable.Range(1, Messages).Select(number => (Key: IdempotencyKey.New(), Text: $"EXERCISE. Number {number}.")).ToList();
        using (var first = await LaidOutExercise.One.StartAsync(folder.Path))
        {
            var amal = await SignInAsync(first, "amal");
            var channel = await amal.ChannelAsync("Plenary");
            var killed = KillAfterAsync(first, () => accepted.Count >= Messages / 3);
            await Parallel.ForEachAsync(drafts, async (draft, _) => await PostUntilDeathAsync(amal, channel, draft, accepted));
            await killed;
        }

        Assert.InRange(accepted.Count, Messages / 3, Messages);
        using var second = await StandaloneProcess.StartExerciseAsync(folder.Path);
        var again = await SignInAsync(second, "amal");
        var plenary = await again.ChannelAsync("Plenary");
        var receipts = new List<string>();
        foreach (var (key, text) in drafts)
        {
            receipts.Add((await again.Client.PostAsync(plenary, new MessageDraft(text), key)).Item);
        }

        Assert.Empty(accepted.Except(receipts, StringComparer.Ordinal));
        Assert.Equal(Messages, receipts.Distinct(StringComparer.Ordinal).Count());
        var jonas = await SignInAsync(second, "jonas");
        await jonas.SeesAsync(receipts[^1]);
        var entries = (await jonas.StreamsAsync()).Values.ToList();
        Assert.All(entries, stream => Assert.Equal(Enumerable.Range(1, stream.Count).Select(number => (long)number), stream.Select(entry => entry.Seq)));
        Assert.All(entries, stream => Assert.All(stream, entry => Assert.Equal(entry.Seq - 1, entry.PrevSeq)));
        Assert.Equal(
            receipts.Order(StringComparer.Ordinal),
            entries.SelectMany(stream => stream).Where(entry => receipts.Contains(entry.Item, StringComparer.Ordinal)).Select(entry => entry.Item).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_start_finds_the_exercise_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string password;
        int count;
        using (var first = await StandaloneProcess.StartExerciseAsync(folder.Path))
        {
            password = first.Password;
            count = (await (await SignInAsync(first, "amal")).Client.FindItemsAsync(new ItemQuery())).Count;
            await first.KillAsync();
        }

        using var second = await StandaloneProcess.StartExerciseAsync(folder.Path);

        Assert.Equal(password, second.Password);
        Assert.True(count > 0);
        Assert.Equal(count, (await (await SignInAsync(second, "amal")).Client.FindItemsAsync(new ItemQuery())).Count);
    }

    private static async Task<Participant> SignInAsync(StandaloneProcess process, string account)
    {
        var http = new HttpClient();
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = process.Address, RetryAttempts = 1, RetryWindow = TimeSpan.FromSeconds(1) });
        return new Participant(client, http, process.Address, await client.SignInAsync(account, process.Password));
    }

    private static async Task KillAfterAsync(StandaloneProcess process, Func<bool> moment)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!moment() && await look.WaitForNextTickAsync())
        {
        }

        await process.KillAsync();
    }

    private static async Task PostUntilDeathAsync(Participant author, string channel, (IdempotencyKey Key, string Text) draft, List<string> accepted)
    {
        try
        {
            var receipt = await author.Client.PostAsync(channel, new MessageDraft(draft.Text), draft.Key);
            lock (accepted)
            {
                accepted.Add(receipt.Item);
            }
        }
        catch (ContactGroupException)
        {
            // The process is gone; nothing was promised.
        }
    }
}
