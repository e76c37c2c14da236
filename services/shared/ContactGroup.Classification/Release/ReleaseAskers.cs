namespace ContactGroup.Classification;

/// <summary>One representative of everyone a list of atoms can tell apart, so that questions about sets are answered by trying each.</summary>
internal static class ReleaseAskers
{
    public static IEnumerable<(Audience Audience, string? Organisation)> Of(IEnumerable<ReleaseAtom> atoms, Origin origin)
    {
        var named = atoms.ToArray();
        string?[] forces = [.. named.Select(atom => atom.Audience.Force).Append(origin.Audience.Force).Where(force => force is not null).Distinct(StringComparer.Ordinal)];
        string?[] organisations = [.. named.Select(atom => atom.Organisation).Append(origin.Organisation).Append(null).Distinct(StringComparer.Ordinal)];

        return from audience in Audiences([.. forces, Fresh(forces)])
               from organisation in organisations
               select (audience, organisation);
    }

    private static IEnumerable<Audience> Audiences(string?[] forces) => ConstituencyNames.All
        .Select(ConstituencyNames.Parse)
        .SelectMany(constituency => constituency == Constituency.Military
            ? forces.Select(force => new Audience(constituency, force))
            : [new Audience(constituency)]);

    /// <summary>A force that no atom names stands for all of those.</summary>
    private static string Fresh(string?[] forces)
    {
        var number = 0;
        while (forces.Contains($"force-{number}", StringComparer.Ordinal))
        {
            number++;
        }

        return $"force-{number}";
    }
}
