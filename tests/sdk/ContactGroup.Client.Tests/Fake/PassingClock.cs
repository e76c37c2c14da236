using System.Collections.Concurrent;

namespace ContactGroup.Client.Tests.Fake;

/// <summary>A clock on which pauses pass at once and are noted. Timers of 20 s and more, which are time limits here, never fire.</summary>
internal sealed class PassingClock : TimeProvider
{
    private static readonly TimeSpan Limits = TimeSpan.FromSeconds(20);
    private long ticks = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero).Ticks;

    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Limits && dueTime != Timeout.InfiniteTimeSpan)
        {
            Pauses.Enqueue(dueTime);
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
