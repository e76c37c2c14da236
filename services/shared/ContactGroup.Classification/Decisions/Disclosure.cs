namespace ContactGroup.Classification;

/// <summary>
/// What an audience may see of an item: a grain per field class, whether it may know of the item at all, and whether that goes at once.
/// One 64-bit word: two bits per class, coarse 01 and full 11, so that meet is AND and join is OR; bit 62 visible, bit 63 automatic.
/// The default value is withheld.
/// </summary>
public readonly record struct Disclosure
{
    internal const int ClassCount = (int)FieldClass.Provenance + 1;

    private const ulong VisibleBit = 1UL << 62;
    private const ulong AutomaticBit = 1UL << 63;
    private const ulong GrainBits = (1UL << (2 * ClassCount)) - 1;
    private const ulong CoarseBits = GrainBits / 3; // 01 in every pair

    private readonly ulong _bits;

    // INVARIANT: what is not visible discloses nothing, so every constructor goes through this line.
    private Disclosure(ulong bits) => _bits = (bits & VisibleBit) == 0 ? 0 : bits;

    /// <summary>Nothing, not even existence. The bottom of the lattice.</summary>
    public static Disclosure Withheld => default;

    /// <summary>That the item exists, at once, and nothing of what it says.</summary>
    public static Disclosure Existence => new(VisibleBit | AutomaticBit);

    /// <summary>Everything in full, at once. The top of the lattice.</summary>
    public static Disclosure Everything => new(VisibleBit | AutomaticBit | GrainBits);

    /// <summary>The word itself, for storage; read back with <see cref="FromBits"/>.</summary>
    public ulong Bits => _bits;

    /// <summary>Whether the audience may know of the item.</summary>
    public bool IsVisible => _bits != 0;

    /// <summary>Whether it goes at once.</summary>
    public Gate Gate => (_bits & AutomaticBit) != 0 ? Gate.Automatic : Gate.Review;

    /// <summary>How much of a class is shown; nothing of a class that does not exist.</summary>
    public Grain this[FieldClass fieldClass] => (int)fieldClass >= ClassCount
        ? Grain.None
        : ((_bits >> (2 * (int)fieldClass)) & 3) switch { 3 => Grain.Full, 1 => Grain.Coarse, _ => Grain.None };

    /// <summary>A visible disclosure of no class yet; add classes with <see cref="With(FieldClass, Grain)"/>.</summary>
    public static Disclosure Of(Gate gate) => new(VisibleBit | (gate == Gate.Automatic ? AutomaticBit : 0));

    /// <summary>Reads a stored word. One that no disclosure can have is withheld: an unreadable label denies.</summary>
    public static Disclosure FromBits(ulong bits)
    {
        var fullWithoutCoarse = (bits >> 1) & CoarseBits & ~bits;
        var stray = bits & ~(VisibleBit | AutomaticBit | GrainBits);
        return fullWithoutCoarse != 0 || stray != 0 ? Withheld : new Disclosure(bits);
    }

    /// <summary>A word that this assembly wrote itself.</summary>
    internal static Disclosure FromTable(ulong bits) => new(bits);

    /// <summary>The stricter of both in every respect.</summary>
    public Disclosure Meet(Disclosure other) => new(_bits & other._bits);

    /// <summary>The looser of both in every respect, gate included; <see cref="PolicyTable"/> says why cells are not built with it alone.</summary>
    public Disclosure Join(Disclosure other) => new(_bits | other._bits);

    /// <summary>The same with another grain of one class. What is withheld stays withheld; an unknown class or grain shows nothing more.</summary>
    public Disclosure With(FieldClass fieldClass, Grain grain)
    {
        if ((int)fieldClass >= ClassCount)
        {
            return this;
        }

        var shift = 2 * (int)fieldClass;
        var pair = grain switch { Grain.Full => 3UL, Grain.Coarse => 1UL, _ => 0UL };
        return new((_bits & ~(3UL << shift)) | (pair << shift));
    }

    /// <summary>The same behind another gate. What is withheld stays withheld.</summary>
    public Disclosure With(Gate gate) => new(gate == Gate.Automatic ? _bits | AutomaticBit : _bits & ~AutomaticBit);

    /// <summary>Whether this shows no more than the other in any respect.</summary>
    public bool IsAtMost(Disclosure other) => (_bits & ~other._bits) == 0;

    /// <summary>Readable form: <c>withheld</c>, <c>automatic: category full, area coarse</c>, <c>review: existence only</c>.</summary>
    public override string ToString()
    {
        if (!IsVisible)
        {
            return "withheld";
        }

        var disclosure = this;
        string[] shown = [.. Codes.Classes.Codes
            .Where(fieldClass => disclosure[fieldClass] != Grain.None)
            .Select(fieldClass => $"{Codes.Format(fieldClass)} {Codes.Format(disclosure[fieldClass])}")];
        return $"{Codes.Format(Gate)}: {(shown.Length == 0 ? "existence only" : string.Join(", ", shown))}";
    }
}
