using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Observing;

/// <summary>The observer in one world: asks, listens, and writes down everything that comes.</summary>
internal sealed class Eye(World world) : IAsyncDisposable
{
    private static readonly TimeSpan FramePatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(20);

    private readonly Canonical canonical = new();
    private readonly List<Observation> seen = [];
    private LiveSocket? live;
    private List<string> followed = [];
    private TimeSpan patience = FramePatience;
    private int beaconsExpected;
    private string when = string.Empty;

    public World World => world;

    public string Token => world.TokenOf(world.Plan.Observer.Key);

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<Observation> Seen => seen;

    /// <summary>Cursors of earlier looks, by stream: a later look reads on from them.</summary>
    public Dictionary<string, string> OldCursors { get; } = new(StringComparer.Ordinal);

    /// <summary>What follows is seen after this slot.</summary>
    public void At(string slot)
    {
        when = slot;
        world.Answered ??= Note;
    }

    /// <summary>Asks, and notes the answers in the order of the questions.</summary>
    public async Task<IReadOnlyList<RawAnswer>> AskAsync(IReadOnlyList<Question> questions)
    {
        var answers = await world.Http.SendAsync([.. questions.Select(question => question.With(Token))]);
        for (var at = 0; at < answers.Count; at++)
        {
            Note(questions[at].What, answers[at]);
        }

        return answers;
    }

    private void Note(string what, RawAnswer answer) => Note(what, answer.Head + "\r\n\r\n" + answer.Text);

    public void Note(string what, string text) => seen.Add(new Observation(when, what, canonical.Of(text)));

    /// <summary>Connects and follows every stream, from the start or from the present end.</summary>
    public async Task ConnectAsync(bool fromStart)
    {
        await DisconnectAsync();
        live = await LiveSocket.OpenAsync(world.Host.Port, Token);
        var streams = await world.StreamsOfAsync(world.Plan.Observer.Key);
        await live.SubscribeAsync(streams.Select(stream => fromStart ? (stream.Id, stream.Start, 0L) : (stream.Id, stream.Cursor, stream.Head)));
        followed = [.. streams.Select(stream => stream.Id)];
        beaconsExpected = 0;
    }

    /// <summary>Connects anew; what was under way to the old connection is awaited first, since it comes or not by real time.</summary>
    public async Task ReconnectAsync()
    {
        await ListenAsync();
        await ConnectAsync(fromStart: false);
    }

    public async Task DisconnectAsync()
    {
        if (live is not null)
        {
            NoteFrames();
            await live.DisposeAsync();
            live = null;
        }
    }

    /// <summary>A beacon fell due: waits until it comes, if the observer is connected and follows something.</summary>
    public async Task ExpectBeaconAsync()
    {
        if (live is { IsClosed: false } && followed.Count > 0 && !await live.BeaconsAsync(++beaconsExpected, FramePatience))
        {
            Note("live", "a beacon did not come");
        }
    }

    /// <summary>
    /// Waits until everything that the streams say they hold has come, then notes what came. The wait ends by what the product says to the observer: a
    /// frame that was promised and does not come is noted as well.
    /// </summary>
    public async Task ListenAsync()
    {
        var heads = World.ReadStreams((await AskAsync([Question.Get("streams", "/api/release/streams")]))[0]);
        if (live is null)
        {
            return;
        }

        foreach (var stream in heads.Where(stream => followed.Contains(stream.Id)))
        {
            if (stream.Head > 0 && !await live.SeenAsync(stream.Id, stream.Head, patience))
            {
                // A stream that promised once what does not come is not waited for again.
                Note("live", "a stream did not come up to its head");
                patience = Impatience;
            }
        }

        if (followed.Count > 0 && !heads.Any(stream => followed.Contains(stream.Id)))
        {
            // Nothing is the observer's any more, so the server closes.
            await live.ClosedAsync();
        }

        NoteFrames();
        if (live.IsClosed)
        {
            await ConnectAsync(fromStart: false);
        }
    }

    public async ValueTask DisposeAsync() => await DisconnectAsync();

    private void NoteFrames()
    {
        foreach (var message in LiveText.InOrderOf(live!.Take(), [.. followed]))
        {
            Note("live", message);
        }
    }
}
