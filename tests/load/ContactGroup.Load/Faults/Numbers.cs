using System.Collections.Concurrent;

namespace ContactGroup.Load.Faults;

/// <summary>Small numbers in the place of ids.</summary>
internal sealed class Numbers
{
    private readonly ConcurrentDictionary<string, int> known = new(StringComparer.Ordinal);
    private int last = -1;

    /// <summary>The number of an id; the same whenever it is asked for. Some numbers may be of nothing.</summary>
    public int Of(string id) => known.TryGetValue(id, out var number) ? number : known.GetOrAdd(id, _ => Interlocked.Increment(ref last));
}

/// <summary>A set of small numbers.</summary>
internal sealed class Bits
{
    private ulong[] words = new ulong[16];

    /// <summary>Adds a number; false when it was there.</summary>
    public bool Set(int number)
    {
        var (word, bit) = (number / 64, 1UL << (number % 64));
        if (word >= words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 1, 2 * words.Length));
        }

        var isNew = (words[word] & bit) == 0;
        words[word] |= bit;
        return isNew;
    }

    /// <summary>Whether a number is in it.</summary>
    public bool Has(int number) => number / 64 < words.Length && (words[number / 64] & (1UL << (number % 64))) != 0;
}
