namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>The machine's clock, which a test can set forward as an operator could. What sleeps is not woken by it; whoever waits for a moment has to look now and then.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void ForwardTo(DateTimeOffset moment) => Interlocked.Add(ref ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
}
