namespace ContactGroup.Load.Months;

/// <summary>What is drawn by lot, and is the same from the same seed in every version of the framework: SplitMix64.</summary>
internal sealed class Draw(int seed)
{
    private ulong state = (ulong)seed;

    /// <summary>A number from zero, below another.</summary>
    public int Next(int below)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Falls(int percent) => Next(100) < percent;

    /// <summary>One of them.</summary>
    public T Of<T>(params T[] all) => all[Next(all.Length)];
}
