namespace ContactGroup.Release.Tests;

/// <summary>A clock that lets something happen once, beside whoever asks it for the time: after what they have read, before what they do with it.</summary>
/// <param name="clock">What time it is.</param>
/// <param name="ask">How often it is asked until then.</param>
internal sealed class Meanwhile(TimeProvider clock, int ask) : TimeProvider
{
    private Func<Task>? happens;
    private int asked;

    /// <summary>What happens; counts from now on.</summary>
    public void Let(Func<Task> happen)
    {
        asked = 0;
        happens = happen;
    }

    /// <summary>Whether it has.</summary>
    public bool HasHappened => happens is null;

    public override DateTimeOffset GetUtcNow()
    {
        if (happens is { } happen && ++asked == ask)
        {
            happens = null;
            happen().GetAwaiter().GetResult();
        }

        return clock.GetUtcNow();
    }
}
