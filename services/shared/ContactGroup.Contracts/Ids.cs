using System.Security.Cryptography;

namespace ContactGroup.Contracts;

/// <summary>
/// Random identifiers. An id that participants see must carry nothing: no time, no order, no number, no origin. So every id is 130 random bits as
/// 26 characters of lower-case Crockford base32.
/// </summary>
public static class Ids
{
    /// <summary>Length of every id in characters.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// Where random characters come from. INVARIANT: the generator of the system. Only the separation harness replaces it, in its own process, so that two
    /// worlds of one seed name the same things alike (decision 0019); no configuration reaches it.
    /// </summary>
    internal static Func<int, string> Draw { get; set; } = count => RandomNumberGenerator.GetString(Alphabet, count);

    /// <summary>A new random id.</summary>
    public static string New() => Draw(Length);

    /// <summary>Whether the text has the shape of an id. Says nothing about whether anything of that id exists.</summary>
    public static bool IsWellFormed(string? text)
    {
        if (text is null || text.Length != Length)
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!Alphabet.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A short reference people can say on the radio, such as <c>SIR-7K3M-Q2XD</c>: a prefix of the kind and 40 random bits. Random and not counted,
    /// because a running number tells how much is hidden between two of them.
    /// </summary>
    public static string NewReference(string prefix)
    {
        var random = Draw(8).ToUpperInvariant();
        return $"{prefix}-{random[..4]}-{random[4..]}";
    }
}
