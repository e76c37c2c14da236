namespace ContactGroup.Classification;

internal enum ReleaseAtomKind : byte
{
    OwnOrganisation,
    OwnSide,
    Side,
    Audience,
    Organisation,
    All,
}

/// <summary>One member of a release set or of a list of recipients.</summary>
internal readonly record struct ReleaseAtom(ReleaseAtomKind Kind, Side Side = Side.Unknown, Audience Audience = default, string? Organisation = null)
{
    private const int MaxOrganisationLength = 64;

    public bool Covers(Audience asked, string? organisation, Origin origin) => Kind switch
    {
        ReleaseAtomKind.OwnOrganisation => Relations.IsOwner(origin, organisation),
        ReleaseAtomKind.OwnSide => Relations.IsOwnSide(origin.Audience, asked),
        ReleaseAtomKind.Side => asked.Side == Side,
        ReleaseAtomKind.Audience => asked == Audience,
        ReleaseAtomKind.Organisation => string.Equals(organisation, Organisation, StringComparison.Ordinal),
        ReleaseAtomKind.All => true,
        _ => false,
    };

    public static bool TryParse(string? text, out ReleaseAtom atom)
    {
        switch (text)
        {
            case "own-organisation":
                atom = new(ReleaseAtomKind.OwnOrganisation);
                return true;
            case "own-side":
                atom = new(ReleaseAtomKind.OwnSide);
                return true;
            case "humanitarian":
                atom = new(ReleaseAtomKind.Side, Side.Humanitarian);
                return true;
            case "side:political":
                atom = new(ReleaseAtomKind.Side, Side.Political);
                return true;
            case "side:security":
                atom = new(ReleaseAtomKind.Side, Side.Security);
                return true;
            case "all":
                atom = new(ReleaseAtomKind.All);
                return true;
            default:
                return TryParseNamed(text, out atom);
        }
    }

    private static bool TryParseNamed(string? text, out ReleaseAtom atom)
    {
        atom = default;
        if (text is not null && text.StartsWith("audience:", StringComparison.Ordinal) && Audience.TryParse(text["audience:".Length..], out var audience))
        {
            atom = new(ReleaseAtomKind.Audience, Audience: audience);
            return true;
        }

        if (text is not null && text.StartsWith("organisation:", StringComparison.Ordinal) && IsOrganisation(text["organisation:".Length..]))
        {
            atom = new(ReleaseAtomKind.Organisation, Organisation: text["organisation:".Length..]);
            return true;
        }

        return false;
    }

    private static bool IsOrganisation(string id) =>
        id.Length is >= 1 and <= MaxOrganisationLength && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public override string ToString() => Kind switch
    {
        ReleaseAtomKind.OwnOrganisation => "own-organisation",
        ReleaseAtomKind.OwnSide => "own-side",
        ReleaseAtomKind.Side => Side == Side.Humanitarian ? "humanitarian" : $"side:{Codes.Format(Side)}",
        ReleaseAtomKind.Audience => $"audience:{Audience}",
        ReleaseAtomKind.Organisation => $"organisation:{Organisation}",
        _ => "all",
    };
}
