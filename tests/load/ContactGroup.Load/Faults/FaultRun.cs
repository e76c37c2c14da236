using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ContactGroup.Client;

namespace ContactGroup.Load.Faults;

/// <summary>
/// Steady posts and live connections of several audiences, while parts of a distributed system are harmed one after another. Afterwards what was accepted is
/// held against every stream and every connection. A client sends a post again, with the same key, until it is accepted: what is lost then was lost by us.
/// One post of five is for all who listen, as is what shows that the system has recovered; the others are for their author's organisation alone, as most of what is
/// written in a place of many organisations is not for all of them. No two accounts here are of one organisation.
/// </summary>
internal sealed class FaultRun(LocalSystem system, IReadOnlyList<(string Part, Harm Harm)> faults, int connections, int perSecond)
{
    private static readonly string[] Authors = ["amal", "jonas", "leila", "maya"];
    private static readonly string[] Holders = ["amal", "jonas", "leila", "maya", "ines", "samir"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int OneForAllOf = 5;

    // Whose it is alone; empty for everybody who listens.
    private readonly ConcurrentDictionary<string, string> accepted = new(StringComparer.Ordinal);
    private readonly List<Seat> seats = [];
    private readonly Numbers numbers = new();
    private readonly StringBuilder table = new();
    private int again;
    private int strange;
    private int done;
    private volatile bool interrupted;

    /// <summary>Runs; the report, and whether everything held.</summary>
    public async Task<(string Report, bool Holds)> RunAsync()
    {
        using var http = new HttpClient();
        var holders = new List<(string Account, ContactGroupClient Client)>();
        foreach (var account in Holders)
        {
            holders.Add((account, await SignInAsync(http, account)));
        }

        var stranger = await SignInAsync(http, "okan");
        using var stop = new CancellationTokenSource();
        var listening = Enumerable.Range(0, connections).Select(number => ListenAsync(holders[number % holders.Count], stop.Token)).ToList();
        listening.Add(ListenForeignAsync(stranger, stop.Token));
        await UntilAsync(() => seats.TrueForAll(seat => seat.IsLive), "not all connections came up");

        using var enough = new CancellationTokenSource();
        var posting = PostAllAsync(http, enough.Token);
        await HarmAllAsync();
        await enough.CancelAsync();
        await posting;
        await UntilAsync(() => seats.TrueForAll(seat => seat.Lacks(accepted) == 0), otherwise: null);
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        return await JudgeAsync(holders, stranger);
    }

    private async Task HarmAllAsync()
    {
        // Ctrl+C and, where that is ignored because this runs behind a shell, kill end the harm early; what was done until then is judged all the same.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = interrupted = true);
        using var kill = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = interrupted = true);
        foreach (var (number, (part, harm)) in faults.Index())
        {
            if (interrupted)
            {
                break;
            }

            done++;
            var before = accepted.Count;
            await system.HarmAsync(part, harm);
            var mended = Stopwatch.GetTimestamp();

            // Recovered when a post that was sent after the mending has reached every connection.
            var probe = await ProbeAsync();
            await UntilAsync(() => seats.TrueForAll(seat => seat.Has(probe)), $"the system did not recover after {part} was {harm}");
            var recovery = Stopwatch.GetElapsedTime(mended).TotalSeconds;
            table.AppendLine(CultureInfo.InvariantCulture, $"{number + 1,3}  {part,-18} {harm,-10} recovered after {recovery,5:F1} s; {accepted.Count - before} posts accepted meanwhile");
            Console.Error.Write(table.ToString().Split('\n')[^2] + "\n");
        }
    }

    private async Task<string> ProbeAsync()
    {
        using var http = new HttpClient();
        var author = await AgainAsync(() => SignInAsync(http, Authors[0]));
        var channel = (await AgainAsync(() => author.GetGroupsAsync())).SelectMany(group => group.Channels).First(one => one.Kind == "plenary").Id;
        return await PostAsync(author, channel, alone: string.Empty);
    }

    private async Task PostAllAsync(HttpClient http, CancellationToken enough)
    {
        var authors = new List<(string Account, ContactGroupClient Client, string Channel)>();
        foreach (var account in Authors)
        {
            var client = await AgainAsync(() => SignInAsync(http, account));
            authors.Add((account, client, (await AgainAsync(() => client.GetGroupsAsync())).SelectMany(group => group.Channels).First(one => one.Kind == "plenary").Id));
        }

        var running = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var (account, client, channel) = authors[number % authors.Count];
            running.Add(PostAsync(client, channel, alone: number % OneForAllOf == 0 ? string.Empty : account));
            running.RemoveAll(task => task.IsCompletedSuccessfully);
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(running);
    }

    private async Task<string> PostAsync(ContactGroupClient client, string channel, string alone)
    {
        var key = IdempotencyKey.New();
        var draft = new MessageDraft($"fault {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))} " + new string('x', 270), ReleaseTo: [alone.Length == 0 ? "own-side" : "own-organisation"]);
        var item = (await AgainAsync(() => client.PostAsync(channel, draft, key))).Item;
        accepted[item] = alone;
        return item;
    }

    private async Task<T> AgainAsync<T>(Func<Task<T>> ask)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(started) < Patience)
            {
                Interlocked.Increment(ref again);
                await Task.Delay(200 + RandomNumberGenerator.GetInt32(400));
            }
        }
    }

    private async Task ListenAsync((string Account, ContactGroupClient Client) holder, CancellationToken stop)
    {
        var seat = new Seat(numbers, holder.Account);
        lock (seats)
        {
            seats.Add(seat);
        }

        var options = new LiveOptions { EntryLimit = 65_536, FrameLimit = 65_536, OnStatus = seat.NoteStatus };
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var entry in holder.Client.SubscribeAsync(options, stop))
                {
                    seat.Note(entry);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                seat.NoteFailure(failure);
                await Task.Delay(500, CancellationToken.None);
            }
        }
    }

    // A force, to which these messages never go without review.
    private async Task ListenForeignAsync(ContactGroupClient client, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var entry in client.SubscribeAsync(new LiveOptions(), stop))
                {
                    if (accepted.ContainsKey(entry.Item))
                    {
                        Interlocked.Increment(ref strange);
                    }
                }
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                await Task.Delay(500, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<(string Report, bool Holds)> JudgeAsync(List<(string Account, ContactGroupClient Client)> holders, ContactGroupClient stranger)
    {
        var audit = new StreamAudit(done, 0, accepted.Count, string.Empty);
        var (lacking, wider) = (0, strange + (await HeldAsync(stranger)).Count(accepted.ContainsKey));
        foreach (var (account, client) in holders)
        {
            await audit.ReadAsync(client);
            var held = await HeldAsync(client);
            lacking += accepted.Count(one => Seat.IsFor(account, one.Value) && !held.Contains(one.Key));
            wider += accepted.Count(one => !Seat.IsFor(account, one.Value) && held.Contains(one.Key));
        }

        wider += seats.Sum(seat => seat.Exceeds(accepted));
        var shownTwice = seats.Sum(seat => seat.Twice);
        var neverCame = seats.Sum(seat => seat.Lacks(accepted));
        var holds = audit.Holds(accepted.Count) && lacking == 0 && wider == 0 && shownTwice == 0 && neverCame == 0;
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"{table}faults {done}, posts accepted {accepted.Count}, sent again {again}, connections {connections}; accepted and not in a stream {lacking}, never came live {neverCame}, shown twice {shownTwice}, to who may not {wider}; {audit.Describe()}"),
            holds);
    }

    // What a person has in their streams.
    private static async Task<HashSet<string>> HeldAsync(ContactGroupClient client)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in await client.GetStreamsAsync())
        {
            var cursor = stream.Start;
            for (var more = true; more;)
            {
                var page = await client.GetEntriesAsync(stream.Id, cursor);
                held.UnionWith(page.Entries.Select(entry => entry.Item));
                (cursor, more) = (page.Cursor, page.More);
            }
        }

        return held;
    }

    private async Task<ContactGroupClient> SignInAsync(HttpClient http, string account)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = system.Address });
        await client.SignInAsync(account, system.Password);
        return client;
    }

    private static async Task UntilAsync(Func<bool> holds, string? otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
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
}
