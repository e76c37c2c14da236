namespace ContactGroup.Hosting.Storage;

/// <summary>Instants in a store: whole microseconds since 1970 UTC, so that both databases order and compare them alike.</summary>
public static class Instants
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1_000;

    /// <summary>Microseconds since 1970 UTC.</summary>
    public static long ToMicroseconds(this DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    /// <summary>The instant of a number of microseconds since 1970 UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + (microseconds * TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The instant cut to the precision a store keeps.</summary>
    public static DateTimeOffset ToStorePrecision(this DateTimeOffset instant) => FromMicroseconds(instant.ToMicroseconds());
}
