using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Streams;

/// <summary>One connection's place in one stream. First it catches up, then it is live and the topic serves it.</summary>
/// <param name="connection">Where frames go.</param>
/// <param name="topic">The stream.</param>
/// <param name="group">Id of the contact group, whose end of rights ends it.</param>
/// <param name="position">The last sequence the client has.</param>
/// <param name="whenLeft">Told once, when it is left: the last sequence that was handed over.</param>
internal sealed class Subscription(LiveConnection connection, Topic topic, string group, long position, Action<long>? whenLeft = null)
{
    private readonly List<FrameBatch> meanwhile = [];
    private bool left;

    public LiveConnection Connection => connection;

    public string Stream => topic.Stream;

    public string Group => group;

    /// <summary>The last sequence that was handed to the connection while catching up. Live, the topic's head says it.</summary>
    public long Position { get; set; } = position;

    /// <summary>Live batches that came while it catches up. Guarded by the topic.</summary>
    public IReadOnlyList<FrameBatch> Meanwhile => meanwhile;

    /// <summary>It shares readings that began after this one. Guarded by the topic.</summary>
    public long ReadSince { get; set; }

    /// <summary>Its place in the topic's list of live subscriptions; -1 while it catches up. Guarded by the topic.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Whether nothing more is sent for it, queued messages included.</summary>
    public bool Left => Volatile.Read(ref left);

    /// <summary>The last sequence that was handed to the connection.</summary>
    public long Handed => topic.HandedTo(this);

    /// <summary>Keeps a live batch for when it has caught up. Guarded by the topic.</summary>
    public void Keep(FrameBatch batch)
    {
        batch.Wait();
        meanwhile.Add(batch);
    }

    /// <summary>Lets go of what it kept. Guarded by the topic.</summary>
    public void ForgetMeanwhile()
    {
        meanwhile.ForEach(batch => batch.EndWait());
        meanwhile.Clear();
    }

    public void Leave()
    {
        if (!Interlocked.Exchange(ref left, true))
        {
            var through = topic.Leave(this);
            whenLeft?.Invoke(through);
        }
    }
}
