namespace ContactGroup.Realtime.Tests.App;

/// <summary>Repeatable chance: the same seed, the same throws.</summary>
internal sealed class Dice(int seed)
{
    private uint state = (uint)((seed * 2_654_435_761L) | 1);

    /// <summary>A number from 0 to one below <paramref name="sides"/>.</summary>
    public int Throw(int sides)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)sides);
    }

    public bool OneIn(int sides) => Throw(sides) == 0;
}
