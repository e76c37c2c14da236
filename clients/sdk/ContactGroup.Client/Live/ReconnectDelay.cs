using System.Security.Cryptography;

namespace ContactGroup.Client.Live;

/// <summary>The pause before the next attempt: doubles with every failure up to a limit, half of it by chance so that clients do not return in step.</summary>
internal sealed class ReconnectDelay(TimeSpan first, TimeSpan limit)
{
    private int failures;

    public void Reset() => failures = 0;

    public TimeSpan Next()
    {
        var full = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(failures++, 20)), limit.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + (RandomNumberGenerator.GetInt32(0, 501) / 1000d)));
    }
}
