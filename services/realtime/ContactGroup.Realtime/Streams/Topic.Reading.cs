namespace ContactGroup.Realtime.Streams;

/// <summary>
/// Pages of the backlog that several subscriptions share. After a storm of reconnects most ask from the same place: each page is read once and made into a
/// message once. INVARIANT: whoever shares a reading had joined before it began, so that nothing passes between the page and what comes live; and nobody
/// gets the same reading twice.
/// </summary>
internal sealed partial class Topic
{
    private const int MostShared = 8;
    private readonly Dictionary<long, BacklogReading> readings = [];
    private long begun;

    /// <summary>The page after a subscription's position.</summary>
    public async Task<BacklogPage> ReadAsync(Subscription subscription)
    {
        var reading = Share(subscription);
        var page = await reading.Page;
        lock (gate)
        {
            subscription.ReadSince = Math.Max(subscription.ReadSince, reading.Began);
        }

        return page;
    }

    /// <summary>A reading begins now: what it is to be held against later, and the end of its being open to those who join.</summary>
    public (long Moment, long Era) Begin(BacklogReading reading)
    {
        lock (gate)
        {
            reading.Began = ++begun;
            return (recent.Moment, era);
        }
    }

    private BacklogReading Share(Subscription subscription)
    {
        lock (gate)
        {
            var after = subscription.Position;
            if (readings.TryGetValue(after, out var reading) && (reading.Began == 0 || reading.Began > subscription.ReadSince))
            {
                return reading;
            }

            if (readings.Count == MostShared)
            {
                readings.Remove(readings.MinBy(one => one.Value.Began == 0 ? long.MaxValue : one.Value.Began).Key);
            }

            return readings[after] = backlog.Ask(this, after);
        }
    }
}
