namespace ContactGroup.Separation.Worlds;

/// <summary>Chance, by a seed. The same on every machine and in every version of the framework.</summary>
internal sealed class Dice(long seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ 0xD1B54A32D192ED03UL;

    /// <summary>A number from 0 to below a bound.</summary>
    public int Below(int bound)
    {
        // SplitMix64.
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }

    public bool OneIn(int many) => Below(many) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
