using System.Collections.Concurrent;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>
/// The machine's clock, which a test can set forward as an operator could. What sleeps until a moment that was passed by it wakes at once: that it is found without that is shown
/// elsewhere, and here it would be waited for at every step.
/// </summary>
internal sealed class ForwardClock : TimeProvider
{
    private readonly ConcurrentDictionary<Sleeper, bool> sleepers = new();
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var sleeper = new Sleeper(this, callback, state);
        sleepers[sleeper] = true;
        sleeper.Change(dueTime, period);
        return sleeper;
    }

    public void ForwardTo(DateTimeOffset moment)
    {
        Interlocked.Add(ref ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
        foreach (var sleeper in sleepers.Keys)
        {
            sleeper.WakeIfPassed();
        }
    }

    private sealed class Sleeper : ITimer
    {
        private readonly ForwardClock clock;
        private readonly ITimer inner;
        private readonly Lock gate = new();
        private DateTimeOffset? until;
        private TimeSpan every;

        public Sleeper(ForwardClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            inner = System.CreateTimer(
                given =>
                {
                    Woke();
                    callback(given);
                },
                state,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                until = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                every = period;
                return inner.Change(dueTime, period);
            }
        }

        public void WakeIfPassed()
        {
            lock (gate)
            {
                if (until <= clock.GetUtcNow())
                {
                    inner.Change(TimeSpan.Zero, every);
                }
            }
        }

        public void Dispose()
        {
            clock.sleepers.TryRemove(this, out _);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.sleepers.TryRemove(this, out _);
            return inner.DisposeAsync();
        }

        private void Woke()
        {
            lock (gate)
            {
                until = every == Timeout.InfiniteTimeSpan || every == TimeSpan.Zero ? null : clock.GetUtcNow() + every;
            }
        }
    }
}
