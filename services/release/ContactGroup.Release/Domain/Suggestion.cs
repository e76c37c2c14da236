using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a coordinator changed of an item for a target before, for the one who looks at it again after a recall or a new version. INVARIANT: shown, and
/// applied by nobody but who decides.
/// </summary>
internal static class Suggestion
{
    /// <summary>By field, as a decision would say it; null when nothing was changed, or nothing of it is in what is proposed.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="review">The review.</param>
    /// <param name="schema">Of the item.</param>
    /// <param name="rooms">What can be done to each field of the proposal, by its name.</param>
    /// <param name="recalled">The recall of the item from the target, if there was one.</param>
    public static async Task<IReadOnlyDictionary<string, FieldChange>?> ForAsync(
        DbConnection connection, ReviewRow review, ItemSchema schema, IReadOnlyDictionary<string, FieldRoom> rooms, RecallRow? recalled)
    {
        var released = (await ReleaseRows.OfItemAsync(connection, review.Item)).Values
            .Where(release => Targets.Means(review.Target, release.Audience))
            .Select(release => release.Edits)
            .OfType<Redaction>();
        var edits = Redaction.Together(released) ?? recalled?.Edits;
        var changes = schema.Fields
            .Select(field => (field.Name, Change: rooms.TryGetValue(field.Name, out var room) ? Of(edits?.Fields.GetValueOrDefault(field.Name), room) : null))
            .Where(change => change.Change is not null)
            .ToDictionary(change => change.Name, change => change.Change!, StringComparer.Ordinal);
        return changes.Count == 0 ? null : changes;
    }

    // Words whose place takes no others any more are left out rather than shown; what the rules make coarse by now needs no coordinator for it.
    private static FieldChange? Of(FieldEdit? edit, FieldRoom room) => edit switch
    {
        null => null,
        { Coarse: true } => room.Coarse is null ? null : new FieldChange(Grain: "coarse"),
        { Text: { } text } when room.LongestText is { } longest && text.Length <= longest => new FieldChange(Text: text),
        _ => new FieldChange(Omit: true),
    };
}

/// <summary>What can be done to a field of a proposal beside leaving it out.</summary>
/// <param name="Coarse">Its coarse form; absent when there is none that is coarser.</param>
/// <param name="LongestText">Longest text that may stand in its place; absent when its text is its author's alone.</param>
internal sealed record FieldRoom(System.Text.Json.Nodes.JsonNode? Coarse, int? LongestText);
