namespace ContactGroup.Classification;

/// <summary>
/// The audiences an author lets an item go to; it only ever narrows what the policy gives. Atoms: <c>own-organisation</c>, <c>own-side</c>,
/// <c>humanitarian</c>, <c>side:political</c>, <c>side:security</c>, <c>audience:&lt;audience&gt;</c>, <c>organisation:&lt;id&gt;</c>, <c>all</c>.
/// </summary>
public sealed class ReleaseSet
{
    /// <summary>Most atoms a release set can hold.</summary>
    public const int MaxAtoms = 64;

    private readonly ReleaseAtom[] _atoms;

    private ReleaseSet(ReleaseAtom[] atoms) => _atoms = atoms;

    /// <summary>The author's own organisation and nobody else.</summary>
    public static ReleaseSet OwnOrganisation { get; } = new([new(ReleaseAtomKind.OwnOrganisation)]);

    /// <summary>The author's own side: what an unlabelled item means.</summary>
    public static ReleaseSet OwnSide { get; } = new([new(ReleaseAtomKind.OwnSide)]);

    /// <summary>Everyone the channel admits and the policy gives something.</summary>
    public static ReleaseSet All { get; } = new([new(ReleaseAtomKind.All)]);

    /// <summary>The atoms as text, sorted, without repeats; never empty.</summary>
    public IReadOnlyList<string> Atoms => [.. _atoms.Select(atom => atom.ToString())];

    /// <summary>
    /// What an absent release set means. A desk, a caucus and a notice board are chosen for whom they admit, so writing there means all of them;
    /// everywhere else the default is the author's own side.
    /// </summary>
    public static ReleaseSet DefaultFor(ItemKind kind) =>
        kind is ItemKind.DeskMessage or ItemKind.NoticeMessage or ItemKind.CaucusMessage ? All : OwnSide;

    /// <summary>Reads atoms. None at all means <see cref="OwnSide"/>. Every atom that cannot be read is an error, and then the set is the own organisation.</summary>
    public static bool TryParse(IEnumerable<string>? atoms, out ReleaseSet set, out IReadOnlyList<string> errors)
    {
        var reader = new ReleaseAtomReader(
            MaxAtoms,
            "Use own-organisation, own-side, humanitarian, side:political, side:security, audience:<audience>, organisation:<id> or all.");
        var read = reader.Read(atoms, _ => true);
        errors = reader.Errors;
        set = errors.Count > 0 ? OwnOrganisation : read.Length == 0 ? OwnSide : new ReleaseSet(read);
        return errors.Count == 0;
    }

    /// <summary>Whether the author lets the item go to who asks. The own organisation always; an unknown audience never.</summary>
    public bool Allows(Audience asked, string? organisation, Origin origin)
    {
        if (!asked.IsKnown || !origin.Audience.IsKnown)
        {
            return false;
        }

        if (Relations.IsOwner(origin, organisation))
        {
            return true;
        }

        foreach (var atom in _atoms)
        {
            if (atom.Covers(asked, organisation, origin))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far the set reaches who asks. Coordination knows at least that an item exists which was given to others.</summary>
    public ReleaseReach Reach(Audience asked, string? organisation, Origin origin)
    {
        if (Allows(asked, organisation, origin))
        {
            return ReleaseReach.Full;
        }

        return asked.IsKnown && asked.Constituency == Constituency.Coordination && origin.Audience.IsKnown && IsReleased(origin)
            ? ReleaseReach.Existence
            : ReleaseReach.None;
    }

    /// <summary>Whether everyone this set lets the item go to is in the other set as well.</summary>
    public bool IsNarrowerOrEqual(ReleaseSet other, Origin origin) => ReleaseAskers.Of(_atoms.Concat(other._atoms), origin)
        .All(asker => !Allows(asker.Audience, asker.Organisation, origin) || other.Allows(asker.Audience, asker.Organisation, origin));

    /// <summary>Given to another organisation; and by a force or a political actor, to more than its own side, which coordination is no part of.</summary>
    private bool IsReleased(Origin origin) => ReleaseAskers.Of(_atoms, origin).Any(asker =>
        !Relations.IsOwner(origin, asker.Organisation)
        && (origin.Audience.Side == Side.Humanitarian || !Relations.IsOwnSide(origin.Audience, asker.Audience))
        && Allows(asker.Audience, asker.Organisation, origin));
}
