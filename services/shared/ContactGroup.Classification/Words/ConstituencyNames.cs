using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Classification;

/// <summary>Text of constituencies (<c>un-humanitarian</c>, <c>ingo</c>, …) and the side each belongs to.</summary>
public static class ConstituencyNames
{
    private static readonly CodeTable<Constituency> Table = new("constituency", Constituency.Unknown);

    /// <summary>Every text, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Table.Names;

    /// <summary>Reads the exact lower-case text; anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Constituency constituency) => Table.TryParse(text, out constituency);

    /// <summary>Reads the exact lower-case text.</summary>
    /// <exception cref="FormatException">The text names no constituency.</exception>
    public static Constituency Parse(string text) => Table.Parse(text);

    /// <summary>The text of a constituency; <c>unknown</c> for anything that is not one, which does not parse back.</summary>
    public static string Format(Constituency constituency) => Table.Format(constituency);

    /// <summary>The side a constituency stands on; <see cref="Side.Unknown"/> for anything that is not a constituency.</summary>
    public static Side SideOf(Constituency constituency) => constituency switch
    {
        Constituency.UnHumanitarian or Constituency.Ingo or Constituency.Nngo or Constituency.Rcrc => Side.Humanitarian,
        Constituency.Development or Constituency.Coordination => Side.Humanitarian,
        Constituency.Military or Constituency.Police => Side.Security,
        Constituency.Donor or Constituency.HostAuthority or Constituency.Political or Constituency.Observer => Side.Political,
        _ => Side.Unknown,
    };
}
