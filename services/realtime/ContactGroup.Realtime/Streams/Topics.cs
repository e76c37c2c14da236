using System.Collections.Concurrent;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Streams;

/// <summary>The streams that somebody in this process follows. Frames of all others pass by.</summary>
internal sealed class Topics(StreamBacklog backlog, RealtimeMeter meter, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Topic> byStream = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);

    /// <summary>Streams that are held back now.</summary>
    public IReadOnlyCollection<string> Closed
    {
        get
        {
            lock (gate)
            {
                return [.. closed];
            }
        }
    }

    /// <summary>Holds streams back; the connections that follow them.</summary>
    public IReadOnlyList<LiveConnection> Close(IReadOnlyCollection<string> streams)
    {
        lock (gate)
        {
            // INVARIANT: those that are closed already are left alone, or a connection that is behind would be ended by what happens in rooms of others.
            return [.. streams.Where(closed.Add).Select(Find).OfType<Topic>().SelectMany(topic => topic.HoldBack())];
        }
    }

    /// <summary>Serves streams again.</summary>
    public void Open(IReadOnlyCollection<string> streams)
    {
        lock (gate)
        {
            foreach (var stream in streams.Where(closed.Remove))
            {
                Find(stream)?.Resume();
            }
        }
    }

    public Topic? Find(string stream) => byStream.GetValueOrDefault(stream);

    /// <summary>Joins a stream at a position and catches up in the background. False when the connection ended or follows too much.</summary>
    public bool TryFollow(LiveConnection connection, StreamAccess access, long position, int most, Action<long>? whenLeft = null)
    {
        while (true)
        {
            var topic = TopicOf(access.Stream);
            var subscription = new Subscription(connection, topic, access.Group, position, whenLeft);
            if (!topic.TryJoin(subscription))
            {
                byStream.TryRemove(KeyValuePair.Create(access.Stream, topic));
                continue;
            }

            if (!connection.TryAttach(subscription, most))
            {
                subscription.Leave();
                return false;
            }

            _ = Task.Run(() => backlog.CatchUpAsync(subscription, topic));
            return true;
        }
    }

    // INVARIANT: a topic of a stream that is held back is never served before it is held back itself.
    private Topic TopicOf(string stream)
    {
        lock (gate)
        {
            var topic = byStream.GetOrAdd(stream, _ => new Topic(stream, backlog, meter, clock, Forget));
            if (closed.Contains(stream))
            {
                topic.HoldBack();
            }

            return topic;
        }
    }

    private void Forget(Topic topic)
    {
        if (topic.CloseIfUnused())
        {
            byStream.TryRemove(KeyValuePair.Create(topic.Stream, topic));
        }
    }
}
