using System.Text;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Exports;

/// <summary>Words of exports that are the same in every format.</summary>
internal static class ExportWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [MessageSchema.Schema.Kind] = "Message",
        [IncidentSchema.Schema.Kind] = "Security incident report",
        [AccessConstraintSchema.Schema.Kind] = "Access-constraint notice",
        [MovementSchema.Schema.Kind] = "Movement notification",
        [SiteSchema.Schema.Kind] = "Site notification",
        [AdvisorySchema.Schema.Kind] = "Advisory",
    };

    /// <summary>The fixed sentence about what a notification is and is not; it goes with every movement and every site, whatever else is shown.</summary>
    public static Code Notice { get; } = CodeLists.Get("notice").Find("NOTIFICATION_ONLY")!;

    /// <summary>Whether the sentence goes with items of a kind.</summary>
    public static bool NeedsNotice(string kind) => kind == MovementSchema.Schema.Kind || kind == SiteSchema.Schema.Kind;

    public static string KindOf(ExportItem item) => Kinds.GetValueOrDefault(item.Kind, item.Kind);

    public static string TitleOf(ExportItem item) => $"{KindOf(item)} {item.Reference}";

    /// <summary>A field's name in words: <c>windowStart</c> is "Window start".</summary>
    public static string LabelOf(string field)
    {
        var label = new StringBuilder(field.Length + 4);
        foreach (var character in field)
        {
            if (char.IsUpper(character))
            {
                label.Append(' ').Append(char.ToLowerInvariant(character));
            }
            else
            {
                label.Append(label.Length == 0 ? char.ToUpperInvariant(character) : character);
            }
        }

        return label.ToString();
    }

    /// <summary>The English label of a code; the code itself when the list is of a later version.</summary>
    public static string LabelOf(string list, string code) => CodeLists.All.GetValueOrDefault(list)?.Find(code)?.English ?? code;
}
