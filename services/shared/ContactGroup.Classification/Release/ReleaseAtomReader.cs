namespace ContactGroup.Classification;

/// <summary>Reads a list of atoms into a sorted set and says what is wrong with each that cannot be read.</summary>
internal sealed class ReleaseAtomReader(int limit, string remedy)
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors => _errors;

    public ReleaseAtom[] Read(IEnumerable<string>? texts, Func<ReleaseAtom, bool> accepts)
    {
        var atoms = new SortedDictionary<string, ReleaseAtom>(StringComparer.Ordinal);
        var count = 0;
        foreach (var text in texts ?? [])
        {
            count++;
            if (count > limit)
            {
                _errors.Add($"There are more than {limit} entries; use fewer.");
                break;
            }

            if (ReleaseAtom.TryParse(text, out var atom) && accepts(atom))
            {
                atoms[atom.ToString()] = atom;
            }
            else
            {
                _errors.Add($"`{Shorten(text)}` cannot be read. {remedy}");
            }
        }

        return [.. atoms.Values];
    }

    private static string Shorten(string? text) => text is null ? "null" : text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
