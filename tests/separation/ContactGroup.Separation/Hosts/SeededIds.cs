using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactGroup.Contracts;

namespace ContactGroup.Separation.Hosts;

/// <summary>
/// Ids of a run by its seed: the name of what is done now, and a running number within it. So the same visible act makes the same ids in both worlds,
/// whatever else happens, and ids in an answer need no renaming unless what is drawn before them may differ. One world acts at a time.
/// </summary>
internal static class SeededIds
{
    /// <summary>How many ids of an act are certainly drawn before anything that may differ between worlds.</summary>
    public const int Own = 1;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int StemLength = 18;

    private static string stem = new('0', StemLength);
    private static string act = string.Empty;
    private static long drawn;
    private static long references;
    private static Counter counter = new();

    /// <summary>What a host has counted; only for the leak that counts.</summary>
    internal sealed class Counter
    {
        private long count;

        public long Next() => Interlocked.Increment(ref count);
    }

    /// <summary>Takes the place of the system's generator, for this process.</summary>
    public static void TakeOver() => Ids.Draw = Draw;

    /// <summary>For an injected leak: ids or references of this length are counted per host instead. Null otherwise.</summary>
    public static int? Counting { get; set; }

    /// <summary>From now on ids are those of an act in a host.</summary>
    public static void Begin(string key, WorldHost host)
    {
        counter = host.Counted;
        act = key;
        stem = StemOf(key);
        Interlocked.Exchange(ref drawn, 0);
        Interlocked.Exchange(ref references, 0);
    }

    /// <summary>The id that an act draws at a place, from 0.</summary>
    public static string Of(string key, long place = 0) => StemOf(key) + Number(place);

    /// <summary>The place at which an id was drawn in its act; null for what is no id of this generator.</summary>
    public static long? PlaceOf(ReadOnlySpan<char> id)
    {
        if (id[StemLength] != 'z')
        {
            return null;
        }

        long place = 0;
        foreach (var character in id[(StemLength + 1)..])
        {
            place = (place * 32) + Alphabet.IndexOf(character, StringComparison.Ordinal);
        }

        return place;
    }

    private static string Draw(int length) => length == Counting ? counter.Next().ToString(CultureInfo.InvariantCulture).PadLeft(length, '0')
        : length == Ids.Length
        ? stem + Number(Interlocked.Increment(ref drawn) - 1)
        : Hash(string.Create(CultureInfo.InvariantCulture, $"{act}/{Interlocked.Increment(ref references)}"), length);

    /// <summary>What every id of an act begins with.</summary>
    public static string StemOf(string key) => Hash(key, StemLength);

    private static string Number(long place)
    {
        Span<char> text = stackalloc char[Ids.Length - StemLength];
        text[0] = 'z';
        for (var at = text.Length - 1; at > 0; at--)
        {
            text[at] = Alphabet[(int)(place % 32)];
            place /= 32;
        }

        return new string(text);
    }

    private static string Hash(string key, int length)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        Span<char> text = stackalloc char[length];
        for (var at = 0; at < length; at++)
        {
            text[at] = Alphabet[hash[at] % 32];
        }

        return new string(text);
    }
}
