using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What an owner consented to beside the release set. INVARIANT: a consent is to one target and to what the author said then; when the author says
/// something else about who may have the item, consents of before count for nothing.
/// </summary>
internal static class Consents
{
    private const int MostAtoms = 64;

    /// <summary>Requests without the consents that are over.</summary>
    public static IReadOnlyList<WideningRow> Counting(ItemVersioned item, IEnumerable<WideningRow> widenings) =>
        [.. widenings.Where(row => row.Progress != WideningState.Consented || string.Equals(row.ReleaseTo, SaidBy(item), StringComparison.Ordinal))];

    /// <summary>The item with the release set that its author and the consents make.</summary>
    public static ItemVersioned On(ItemVersioned item, IEnumerable<WideningRow> widenings) => Counting(item, widenings)
        .Where(widening => widening.Progress == WideningState.Consented)
        .Aggregate(item, (reached, widening) => With(reached, widening.Target));

    /// <summary>The item as it would be released with one more target.</summary>
    public static ItemVersioned With(ItemVersioned item, string target) => item.ReleaseTo.Count < MostAtoms
        ? item with { ReleaseTo = [.. item.ReleaseTo.Count == 0 ? ["own-side"] : item.ReleaseTo, AtomOf(target)] }
        : item; // A set that cannot be read reaches nobody: rather the old one.

    /// <summary>What the author says about who may have the item, as a consent remembers it.</summary>
    public static string SaidBy(ItemVersioned item) => string.Join(' ', ItemLabel.Of(item).ReleaseTo);

    private static string AtomOf(string target) => string.Equals(target, "side:humanitarian", StringComparison.Ordinal) ? "humanitarian" : target;
}
