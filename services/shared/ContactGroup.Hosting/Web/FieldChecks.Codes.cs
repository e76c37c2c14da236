namespace ContactGroup.Hosting.Web;

public sealed partial class FieldChecks
{
    private const int MostListed = 12;

    /// <summary>A code of a public list, exactly as written there. The remedy offers the nearest code of that list and of nothing else.</summary>
    /// <returns>The code; empty when it failed.</returns>
    public string Code(string field, string? value, IEnumerable<string> list)
    {
        if (value is null)
        {
            return Fail(field, "Give a code of the list.");
        }

        var codes = list as IReadOnlyCollection<string> ?? [.. list];
        return codes.Contains(value, StringComparer.Ordinal) ? value : Fail(field, Remedy(value, codes));
    }

    /// <summary>A code that may be absent.</summary>
    public string? OptionalCode(string field, string? value, IEnumerable<string> list) => value is null ? null : Code(field, value, list);

    /// <summary>Several codes of a public list, none twice.</summary>
    public IReadOnlyList<string> Codes(string field, IReadOnlyList<string>? values, IEnumerable<string> list, int max)
    {
        var codes = list as IReadOnlyCollection<string> ?? [.. list];
        var given = List(field, values, 0, max);
        for (var index = 0; index < Math.Min(given.Count, max); index++)
        {
            Code(Sentence($"{field}[{index}]"), given[index], codes);
        }

        That(given.Distinct(StringComparer.Ordinal).Count() == given.Count, field, "Give each code once.");
        return given;
    }

    internal static string Remedy(string value, IReadOnlyCollection<string> codes)
    {
        var nearest = value.Length > 64 ? null : NearMatch.Find(value, codes);
        return nearest is not null ? $"This code is not in the list. Did you mean \"{nearest}\"?"
            : codes.Count <= MostListed ? $"Use one of: {string.Join(", ", codes)}."
            : "This code is not in the list; see the published code lists.";
    }
}
