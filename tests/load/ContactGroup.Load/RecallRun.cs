using System.Diagnostics;
using System.Globalization;
using ContactGroup.Client;

namespace ContactGroup.Load;

/// <summary>
/// One run: messages of an NGO that three audiences of its side hold live are taken back one by one. Sender and receivers are in this process, on one
/// clock; connections of a force that never held them listen beside.
/// </summary>
internal sealed class RecallRun(ServerProcess server, int connections, int strangers, int recalls)
{
    private static readonly string[] Holders = ["ines", "tomas", "jonas", "leila"]; // coordination twice, an international and a national NGO
    private static readonly string[] Names = ["Ines Carvalho", "Jonas Weiler", "Leila Haddou", "Tomas Vered"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ArrivalBook book = new(connections);
    private int live;
    private int strange;
    private int wrongReports;

    public bool Holds => strange == 0 && wrongReports == 0 && book.Lost == 0;

    public async Task<string> RunAsync()
    {
        using var http = new HttpClient();
        var owner = await SignInAsync(http, "amal");
        var holders = new List<ContactGroupClient>();
        foreach (var account in Holders)
        {
            holders.Add(await SignInAsync(http, account));
        }

        var stranger = await SignInAsync(http, "okan");
        using var stop = new CancellationTokenSource();
        var receivers = Enumerable.Range(0, connections)
            .Select(number => ListenAsync(holders[number % holders.Count], book.Note, stop.Token))
            .Concat(Enumerable.Range(0, strangers).Select(_ => ListenAsync(stranger, _ => Interlocked.Increment(ref strange), stop.Token)))
            .ToList();
        await UntilAsync(() => Volatile.Read(ref live) >= connections + strangers, "not all connections came up");

        var channel = (await owner.GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Kind == "plenary").Id;
        for (var number = 0; number < recalls; number++)
        {
            await RecallOneAsync(owner, holders, channel, number);
        }

        await stop.CancelAsync();
        await Task.WhenAll(receivers);
        return Report();
    }

    private async Task RecallOneAsync(ContactGroupClient owner, List<ContactGroupClient> holders, string channel, int number)
    {
        var item = (await owner.PostAsync(channel, new MessageDraft($"load {number.ToString(CultureInfo.InvariantCulture)} " + new string('x', 280)))).Item;
        await UntilAsync(() => book.Held(item) >= connections, "a message did not reach all connections");
        var opens = number % 2 == 0;
        if (opens)
        {
            await holders[2].GetItemAsync(item);
        }

        book.Begin(item);
        await owner.RecallAsync(item, "side:humanitarian", "load");
        await UntilAsync(() => book.Gone(item) >= connections, otherwise: null);
        book.End(item);
        wrongReports += IsRight(await owner.GetExposureAsync(item), opens) ? 0 : 1;
    }

    /// <summary>Exactly the people with connections received it, exactly who asked for it opened it, and nobody of another side had it.</summary>
    private static bool IsRight(Exposure exposure, bool opened)
    {
        var people = exposure.Audiences.SelectMany(audience => audience.People ?? []).ToList();
        return people.Select(person => person.Name).Order(StringComparer.Ordinal).SequenceEqual(Names)
            && people.Where(person => person.Opened is not null).Select(person => person.Name).SequenceEqual(opened ? ["Jonas Weiler"] : [])
            && exposure.Audiences.All(audience => !audience.HoldsNow && (audience.People is not null || audience.Received is null));
    }

    private async Task ListenAsync(ContactGroupClient client, Action<Entry> note, CancellationToken stop)
    {
        var options = new LiveOptions { EntryLimit = 4_096, FrameLimit = 4_096, OnStatus = NoteStatus };
        try
        {
            await foreach (var entry in client.SubscribeAsync(options, stop))
            {
                note(entry);
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

    private async Task<ContactGroupClient> SignInAsync(HttpClient http, string account)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address });
        await client.SignInAsync(account, server.Password);
        return client;
    }

    private static async Task UntilAsync(Func<bool> holds, string? otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
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

    private string Report() => string.Create(
        CultureInfo.InvariantCulture,
        $"connections {connections} in three audiences, recalls {recalls}; {book.Describe()}; frames to {strangers} connections that never held it: {strange}; exposure reports that were not right: {wrongReports}");
}
