using System.Collections.Concurrent;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Streams;

/// <summary>The streams that somebody in this process follows. Frames of all others pass by.</summary>
internal sealed class Topics(StreamBacklog backlog, RealtimeMeter meter, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Topic> byStream = new(StringComparer.Ordinal);

    public Topic? Find(string stream) => byStream.GetValueOrDefault(stream);

    /// <summary>Joins a stream at a position and catches up in the background. False when the connection ended or follows too much.</summary>
    public bool TryFollow(LiveConnection connection, StreamAccess access, long position, int most, Action<long>? whenLeft = null)
    {
        while (true)
        {
            var topic = byStream.GetOrAdd(access.Stream, stream => new Topic(stream, backlog, meter, clock, Forget));
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

    private void Forget(Topic topic)
    {
        if (topic.CloseIfUnused())
        {
            byStream.TryRemove(KeyValuePair.Create(topic.Stream, topic));
        }
    }
}
