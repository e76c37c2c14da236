namespace ContactGroup.Hosting.Memory;

/// <summary>
/// Tells when a burst of work is over and what it took can be given back: little is asked for now, the process holds clearly more than after the last time, and
/// so long has passed since that standing still for it takes a five-hundredth of the time at most. Never in a process that holds a gigabyte: it would stand still too long
/// at once, and has its machine to itself.
/// </summary>
internal sealed class Bursts
{
    private const int LittleOfWhatIsHeld = 16;
    private const int MuchOfWhatWasHeld = 8;
    private const long Noise = 16L << 20;
    private const int RestForPause = 500;
    private const long MuchToAsk = 32L << 20;
    private const long MuchToHold = 1L << 30;

    private long asked;
    private long kept;
    private TimeSpan rested;

    /// <summary>Whether it is time, at one of several looks that are equally far apart.</summary>
    /// <param name="now">Since any fixed moment.</param>
    /// <param name="askedSoFar">Bytes that the process ever asked for.</param>
    /// <param name="held">Bytes that it holds of the machine.</param>
    public bool IsOver(TimeSpan now, long askedSoFar, long held)
    {
        var isQuiet = askedSoFar - asked < Math.Min(held / LittleOfWhatIsHeld, MuchToAsk);
        asked = askedSoFar;
        kept = Math.Min(kept, held); // What went by itself is taken anew by the next burst.
        return isQuiet && now >= rested && held < MuchToHold && held > kept + Math.Max(Noise, kept / MuchOfWhatWasHeld);
    }

    /// <summary>Something was given back.</summary>
    /// <param name="now">Since the same moment.</param>
    /// <param name="pause">How long the process stood still for it.</param>
    /// <param name="held">Bytes that it holds of the machine since.</param>
    public void GivenBack(TimeSpan now, TimeSpan pause, long held)
    {
        kept = held;
        rested = now + (RestForPause * pause);
    }
}
