namespace ContactGroup.Classification;

/// <summary>Audiences and organisations that an item's owner named as recipients: <c>audience:military:northern-force</c>, <c>organisation:…</c>.</summary>
public sealed class Recipients
{
    /// <summary>Most recipients an item can name.</summary>
    public const int MaxAtoms = 64;

    private readonly ReleaseAtom[] _atoms;

    private Recipients(ReleaseAtom[] atoms) => _atoms = atoms;

    /// <summary>Nobody named.</summary>
    public static Recipients None { get; } = new([]);

    /// <summary>The atoms as text, sorted, without repeats.</summary>
    public IReadOnlyList<string> Atoms => [.. _atoms.Select(atom => atom.ToString())];

    /// <summary>Whether the audience or the organisation is named.</summary>
    public bool Names(Audience asked, string? organisation)
    {
        if (!asked.IsKnown)
        {
            return false;
        }

        foreach (var atom in _atoms)
        {
            if (atom.Covers(asked, organisation, default))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads atoms; every one that cannot be read is an error, and then nobody is named.</summary>
    public static bool TryParse(IEnumerable<string>? atoms, out Recipients recipients, out IReadOnlyList<string> errors)
    {
        var reader = new ReleaseAtomReader(MaxAtoms, "Name a recipient as `audience:<audience>` or `organisation:<id>`.");
        var read = reader.Read(atoms, atom => atom.Kind is ReleaseAtomKind.Audience or ReleaseAtomKind.Organisation);
        errors = reader.Errors;
        recipients = errors.Count == 0 ? new Recipients(read) : None;
        return errors.Count == 0;
    }
}
