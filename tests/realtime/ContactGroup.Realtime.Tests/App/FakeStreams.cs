using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>
/// Release as live connections see it: streams in memory, who may follow them, cursors that are bound to person and stream. Reading can be made to
/// fail, to wait and to be watched.
/// </summary>
internal sealed class FakeStreams : IStreamReader
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<EntryFrame>> streams = new(StringComparer.Ordinal);
    private readonly HashSet<(string Person, string Stream)> rights = [];

    public bool Failing { get; set; }

    /// <summary>How often it was asked for streams to be opened.</summary>
    public int Openings { get; private set; }

    /// <summary>Whose heads were asked for, by each question.</summary>
    public ConcurrentQueue<string[]> HeadsQuestions { get; } = new();

    public Func<Task>? BeforeRead { get; set; }

    /// <summary>Runs between the moment a page was read and the moment it is given.</summary>
    public Func<Task>? AfterRead { get; set; }

    public ConcurrentQueue<(string Stream, long After)> Reads { get; } = new();

    public static string Cursor(string person, string stream, long seq) => string.Create(CultureInfo.InvariantCulture, $"{person}|{stream}|{seq}");

    public void Admit(string person, string stream)
    {
        lock (gate)
        {
            rights.Add((person, stream));
            streams.TryAdd(stream, []);
        }
    }

    public void Remove(string person, string stream)
    {
        lock (gate)
        {
            rights.Remove((person, stream));
        }
    }

    public long HeadOf(string stream)
    {
        lock (gate)
        {
            return streams[stream].Count;
        }
    }

    /// <summary>Appends entries; what the outbox would publish afterwards comes back.</summary>
    public IReadOnlyList<Released> Append(string stream, int count = 1, int bytes = 0)
    {
        lock (gate)
        {
            if (!streams.TryGetValue(stream, out var entries))
            {
                streams[stream] = entries = [];
            }

            var released = new List<Released>(count);
            for (var added = 0; added < count; added++)
            {
                var seq = entries.Count + 1;
                var frame = Encoding.UTF8.GetBytes(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"stream":"{{stream}}","seq":{{seq}},"prevSeq":{{seq - 1}},"op":"put","item":"{{stream}}-{{seq}}","pad":"{{new string('x', bytes)}}"}"""));
                entries.Add(new EntryFrame(seq, frame));
                released.Add(new Released(stream, seq - 1, seq, frame));
            }

            return released;
        }
    }

    /// <summary>Appends an entry that shows something of an item.</summary>
    public Released Put(string stream, string item, string view, DateTimeOffset? expires = null) =>
        AppendOne(stream, "put", item, $$"""{"text":"{{view}}"}""", overtakes: false, expires);

    /// <summary>Appends the recall of an item; earlier entries of it lose their view, as in release.</summary>
    public Released Recall(string stream, string item) => AppendOne(stream, "recall", item, view: null, overtakes: true, expires: null);

    public ValueTask<IReadOnlyList<StreamAccess>> OpenAsync(WhoAsks who, IReadOnlyList<StreamPlace> places, CancellationToken cancellationToken)
    {
        Fail();
        Openings++;
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<StreamAccess>>([.. places.Select(place => Open(who, place)).OfType<StreamAccess>()]);
        }
    }

    private StreamAccess? Open(WhoAsks who, StreamPlace place)
    {
        var parts = place.Cursor.Split('|');
        return rights.Contains((who.Person, place.Stream)) && parts is [var person, var of, var seq] && person == who.Person && of == place.Stream
            ? new StreamAccess(place.Stream, "group of " + place.Stream, long.Parse(seq, CultureInfo.InvariantCulture), streams[place.Stream].Count)
            : null;
    }

    public async ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken)
    {
        Reads.Enqueue((stream, after));
        if (BeforeRead is { } wait)
        {
            await wait();
        }

        Fail();
        IReadOnlyList<EntryFrame> page;
        lock (gate)
        {
            page = Page(streams[stream].Skip((int)after).Take(limit));
        }

        if (AfterRead is { } hold)
        {
            await hold();
        }

        return page;
    }

    private static List<EntryFrame> Page(IEnumerable<EntryFrame> frames)
    {
        var bytes = 0;
        return [.. frames.TakeWhile(frame => (bytes += frame.Frame.Length) - frame.Frame.Length < IStreamReader.PageBytes)];
    }

    public ValueTask<IReadOnlyList<IReadOnlyList<StreamHead>>> HeadsAsync(IReadOnlyList<HeadsAsked> asked, CancellationToken cancellationToken)
    {
        Fail();
        HeadsQuestions.Enqueue([.. asked.Select(one => one.Who.Person)]);
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<StreamHead>>>([.. asked.Select(one => Heads(one.Who.Person, one.Streams))]);
        }
    }

    private IReadOnlyList<StreamHead> Heads(string person, IEnumerable<string> asked) =>
        [.. asked.Where(stream => rights.Contains((person, stream)))
            .Select(stream => new StreamHead(stream, streams[stream].Count, Cursor(person, stream, streams[stream].Count)))];

    private Released AppendOne(string stream, string op, string item, string? view, bool overtakes, DateTimeOffset? expires)
    {
        lock (gate)
        {
            var entries = streams[stream];
            for (var index = 0; overtakes && index < entries.Count; index++)
            {
                entries[index] = entries[index].Item == item ? entries[index].WithoutView() : entries[index];
            }

            var seq = entries.Count + 1;
            var head = string.Create(
                CultureInfo.InvariantCulture, $"{{\"stream\":\"{stream}\",\"seq\":{seq},\"prevSeq\":{seq - 1},\"op\":\"{op}\",\"item\":\"{item}\"");
            var frame = Encoding.UTF8.GetBytes(view is null ? head + "}" : $"{head},\"view\":{view}}}");
            var released = new Released(stream, seq - 1, seq, frame, item, view is null ? 0 : head.Length, overtakes, expires);
            entries.Add(released.ToFrame());
            return released;
        }
    }

    private void Fail()
    {
        if (Failing)
        {
            throw new IOException("The store is away.");
        }
    }
}
