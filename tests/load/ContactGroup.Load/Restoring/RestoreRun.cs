using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using ContactGroup.Client;
using ContactGroup.Load.Faults;

namespace ContactGroup.Load.Restoring;

/// <summary>
/// People post, some with a file, while a backup is made; then servers, key ring and blobs are removed, and the backup is restored. What was accepted before
/// the backup began must be there, every entry under its number, cursors from before must go on, and nobody may have more than before.
/// </summary>
internal sealed class RestoreRun(string folder, string backup, int posts, int perSecond)
{
    private static readonly string[] Authors = ["amal", "jonas", "leila", "maya"];
    private static readonly string[] Readers = ["amal", "jonas", "leila", "maya", "ines", "samir", "okan"];
    private static readonly string Script = Path.GetFullPath(Path.Combine("infra", "local", "run"));

    private readonly ConcurrentDictionary<string, bool> accepted = new(StringComparer.Ordinal);
    private readonly LocalSystem system = new(folder, Script);

    /// <summary>Runs; the report, and whether everything held.</summary>
    public async Task<(string Report, bool Holds)> RunAsync()
    {
        using var http = new HttpClient();
        var before = await SignInAllAsync(http);
        await PostAsync(before, posts / 2);
        var early = await ShelvesAsync(before);

        var posting = PostAsync(before, posts / 2);
        await UntilAsync(() => accepted.Count > posts * 5 / 8);
        var promised = accepted.Keys.ToList();
        var started = Stopwatch.GetTimestamp();
        await RunAsync("backup", backup, "--data", folder);
        var copying = Stopwatch.GetElapsedTime(started);
        var acceptedByThen = accepted.Count;
        await posting;
        var late = await ShelvesAsync(before);

        await RunAsync("stop", "--data", folder);
        foreach (var gone in new[] { "servers", "kept/keys", "kept/blobs", "kept/passwords" })
        {
            await ProcessAsync("rm", "-rf", Path.Combine(folder, gone));
        }

        started = Stopwatch.GetTimestamp();
        await RunAsync(["--restore", backup, "--demo", "--detached", "--data", folder, .. system.Build]);
        await RunAsync("open", "--data", folder);
        var restoring = Stopwatch.GetElapsedTime(started);
        return await JudgeAsync(http, before, early, late, promised, string.Create(
            CultureInfo.InvariantCulture,
            $"posts accepted {accepted.Count}, {promised.Count} before the backup began and {acceptedByThen} when it had ended; backup {copying.TotalSeconds:F1} s, start with restore {restoring.TotalSeconds:F0} s"));
    }

    private async Task<(string Report, bool Holds)> JudgeAsync(
        HttpClient http, List<ContactGroupClient> before, List<Shelf> early, List<Shelf> late, List<string> promised, string story)
    {
        var stillIn = 0;
        foreach (var client in before)
        {
            stillIn += await IsLetInAsync(client) ? 1 : 0;
        }

        var after = await SignInAllAsync(http);
        var now = await ShelvesAsync(after);
        var (lost, lacking, wider, resumed, wrong) = (0, 0, 0, 0, 0);
        for (var reader = 0; reader < Readers.Length; reader++)
        {
            lost += early[reader].LostIn(now[reader]);
            lacking += promised.Count(item => late[reader].Items.Contains(item) && !now[reader].Items.Contains(item));
            wider += now[reader].Items.Count(item => !late[reader].Items.Contains(item));
            var (came, bad) = await early[reader].ResumeAsync(after[reader], now[reader]);
            (resumed, wrong) = (resumed + came, wrong + bad);
        }

        var files = await DownloadsAsync(after[0], promised);
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"{story}; entries read before {early.Sum(one => one.Count)}, not there under their number {lost}; accepted before and missing {lacking}; items that somebody did not have before {wider}; entries after old cursors {resumed}, wrong, missing or twice {wrong}; sessions from before let in {stillIn}; files opened {files}"),
            lost == 0 && lacking == 0 && wider == 0 && wrong == 0 && resumed > 0 && stillIn == 0 && files > 0);
    }

    private async Task PostAsync(List<ContactGroupClient> clients, int count)
    {
        var channels = new string[Authors.Length];
        for (var author = 0; author < Authors.Length; author++)
        {
            channels[author] = (await clients[author].GetGroupsAsync()).SelectMany(group => group.Channels).First(one => one.Kind == "plenary").Id;
        }

        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var running = new List<Task>();
        for (var number = 0; number < count; number++)
        {
            var author = number % Authors.Length;
            running.Add(PostOneAsync(clients[author], channels[author], number));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAll(running);
    }

    private async Task PostOneAsync(ContactGroupClient client, string channel, int number)
    {
        string[]? files = null;
        if (number % 40 == 0)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"list {number}"));
            files = [(await client.UploadAsync(channel, "list.txt", "text/plain", content)).Upload];
        }

        var (draft, key) = (new MessageDraft($"before the loss {number}", Attachments: files), IdempotencyKey.New());
        while (true)
        {
            try
            {
                accepted[(await client.PostAsync(channel, draft, key)).Item] = true;
                return;
            }
            catch (ContactGroupException refusal) when (refusal.Status is HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(500); // As every client does, with the same key.
            }
        }
    }

    private static async Task<int> DownloadsAsync(ContactGroupClient client, List<string> items)
    {
        var opened = 0;
        foreach (var item in items)
        {
            foreach (var file in (await client.GetItemAsync(item)).Files)
            {
                using var content = new MemoryStream();
                opened += await client.DownloadAsync(file.Blob!, content) > 0 ? 1 : 0;
            }
        }

        return opened;
    }

    private static async Task<bool> IsLetInAsync(ContactGroupClient client)
    {
        try
        {
            await client.GetStreamsAsync();
            return true;
        }
        catch (ContactGroupException)
        {
            return false;
        }
    }

    private static async Task<List<Shelf>> ShelvesAsync(List<ContactGroupClient> clients)
    {
        var shelves = new List<Shelf>();
        foreach (var client in clients)
        {
            shelves.Add(await Shelf.ReadAsync(client));
        }

        return shelves;
    }

    private async Task<List<ContactGroupClient>> SignInAllAsync(HttpClient http)
    {
        var clients = new List<ContactGroupClient>();
        foreach (var account in Readers)
        {
            var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = system.Address });
            await client.SignInAsync(account, system.Password);
            clients.Add(client);
        }

        return clients;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds() && await tick.WaitForNextTickAsync())
        {
        }
    }

    private static Task RunAsync(params string[] arguments) => ProcessAsync(Script, arguments);

    private static async Task ProcessAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments[0]} ended with {process.ExitCode}.");
        }
    }
}
