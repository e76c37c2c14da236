using System.Text.Json;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Domain;

/// <summary>Looks over the words of files for the services that take them in, with the scanner of free text.</summary>
internal sealed class TextGate : ITextGate
{
    public TextVerdict Check(ReadOnlySpan<byte> utf8)
    {
        var kinds = LongText.KindsIn(utf8);
        return new TextVerdict(kinds.Contains(FindingKind.Classified), [.. kinds.Where(kind => kind != FindingKind.Classified).Select(CodeOf)]);
    }

    /// <summary>A kind as contracts and clients name it.</summary>
    public static string CodeOf(FindingKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of a code; null for one that this version does not know.</summary>
    public static FindingKind? KindOf(string code) =>
        Enum.GetValues<FindingKind>().Where(kind => string.Equals(CodeOf(kind), code, StringComparison.Ordinal)).Select(kind => (FindingKind?)kind).FirstOrDefault();
}
