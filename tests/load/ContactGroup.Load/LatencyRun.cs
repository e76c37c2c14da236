using System.Diagnostics;
using System.Globalization;
using ContactGroup.Client;

namespace ContactGroup.Load;

/// <summary>
/// Time from sending a post to its arrival at each of many live connections of the humanitarian side of the exercise, sender and receivers in this
/// process on one clock. Counts what was lost and what came twice.
/// </summary>
internal sealed class LatencyRun(Uri server, string password, int connections, int posts, int perSecond)
{
    private static readonly string[] Accounts = ["amal", "piet", "jonas", "leila", "maya", "samir", "ines", "tomas"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, long> sentAt = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<double> latencies = [];
    private int live;
    private int twice;

    public async Task<string> RunAsync()
    {
        using var http = new HttpClient();
        var clients = new List<ContactGroupClient>();
        foreach (var account in Accounts)
        {
            var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server });
            await client.SignInAsync(account, password);
            clients.Add(client);
        }

        using var stop = new CancellationTokenSource();
        var receivers = Enumerable.Range(0, connections).Select(number => ReceiveAsync(clients[number % clients.Count], stop.Token)).ToList();
        await UntilAsync(() => Volatile.Read(ref live) >= connections, "not all connections came up");
        var channel = (await clients[0].GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Kind == "plenary").Id;

        var started = Stopwatch.GetTimestamp();
        await PostAllAsync(clients[0], channel);
        var postedIn = Stopwatch.GetElapsedTime(started);
        await UntilAsync(() => Received() >= posts * connections, null);
        await stop.CancelAsync();
        await Task.WhenAll(receivers);
        return Report(postedIn);
    }

    private async Task PostAllAsync(ContactGroupClient author, string channel)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var number = 0; number < posts; number++)
        {
            var text = $"load {Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(12))}" + new string('x', 270);
            lock (gate)
            {
                sentAt[text] = Stopwatch.GetTimestamp();
            }

            _ = author.PostAsync(channel, new MessageDraft(text));
            await pace.WaitForNextTickAsync();
        }
    }

    private async Task ReceiveAsync(ContactGroupClient client, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var options = new LiveOptions { EntryLimit = 4_096, FrameLimit = 4_096, OnStatus = status => NoteStatus(status) };
        try
        {
            await foreach (var entry in client.SubscribeAsync(options, stop))
            {
                Note(entry, seen);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void NoteStatus(LiveStatus status)
    {
        if (status.State == LiveState.Live)
        {
            Interlocked.Increment(ref live);
        }
    }

    private void Note(Entry entry, HashSet<string> seen)
    {
        var arrived = Stopwatch.GetTimestamp();
        if (entry.Op != "put" || entry.View is not { } view || !view.Fields.TryGetValue("text", out var value) || value.GetString() is not { } text)
        {
            return;
        }

        lock (gate)
        {
            if (!sentAt.TryGetValue(text, out var sent))
            {
                return;
            }

            if (seen.Add(entry.Item))
            {
                latencies.Add(Stopwatch.GetElapsedTime(sent, arrived).TotalMilliseconds);
            }
            else if (!seen.Add($"{entry.Stream} {entry.Item}"))
            {
                twice++; // The author's organisation holds an item in two streams; a third arrival is a repeat.
            }
        }
    }

    private int Received()
    {
        lock (gate)
        {
            return latencies.Count;
        }
    }

    private static async Task UntilAsync(Func<bool> holds, string? otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds() && await tick.WaitForNextTickAsync())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                if (otherwise is not null)
                {
                    throw new TimeoutException(otherwise);
                }

                return;
            }
        }
    }

    private string Report(TimeSpan postedIn)
    {
        latencies.Sort();
        double At(double share) => latencies.Count == 0 ? double.NaN : latencies[(int)Math.Min(latencies.Count - 1, share * latencies.Count)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"connections {connections}, posts {posts} in {postedIn.TotalSeconds:F1} s, received {latencies.Count} of {posts * connections}, twice {twice}; ms from post to receive: p50 {At(0.5):F1}, p90 {At(0.9):F1}, p99 {At(0.99):F1}, most {At(1):F1}");
    }
}
