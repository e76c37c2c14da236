using System.Text.Json.Nodes;

namespace ContactGroup.Contracts.Movements;

/// <summary>
/// Whether somebody who holds a movement has to look at it before the others: those who move should have been heard of, somebody has to call a recipient, or the
/// reader's own force has not said that it received what it is shown; and, for the organisation that notified it, while its people are on the way, so that
/// they can say where they are without a network. INVARIANT: reckoned from what the reader is shown and from nothing else; that it is the owner's is shown
/// to it by what only an owner gets, so that one view is never urgent for some of its readers alone.
/// </summary>
public static class MovementUrgency
{
    private const string UnderWay = "UNDERWAY";

    private static readonly string[] Over = ["COMPLETED", "CANCELLED", "ABORTED_EN_ROUTE", "EXPIRED"];
    private static readonly string[] Received = ["ACKNOWLEDGED", "QUERIED"];
    private static readonly string[] NotReached = ["QUEUED", "FAILED"];

    /// <summary>Whether it is so.</summary>
    /// <param name="shown">The fields that the reader is shown.</param>
    /// <param name="isOwner">Whether the reader's organisation notified it.</param>
    public static bool Of(JsonObject shown, bool isOwner)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var state = Text(shown["state"]);
        var isOver = IsOver(state);
        var version = shown["version"];
        return (!isOver && shown["overdueSince"] is not null)
            || (isOwner && state is UnderWay)
            || (shown["dispatch"] as JsonArray ?? []).OfType<JsonObject>().Any(line => IsEscalated(line, version, isOver) || IsOwnUnanswered(line, version, isOver));
    }

    /// <summary>Whether nothing more is expected of a movement in a state; one that is not known is not over.</summary>
    public static bool IsOver(string? state) => Over.Contains(state, StringComparer.Ordinal);

    // Who was not told that a convoy does not come waits for it, also when that is over; who was told and is silent need not be called any more.
    private static bool IsEscalated(JsonObject line, JsonNode? version, bool isOver) =>
        line["escalatedAt"] is not null && !IsAnswered(line, version) && (!isOver || Has(NotReached, line));

    // A force is told of itself alone, without its name.
    private static bool IsOwnUnanswered(JsonObject line, JsonNode? version, bool isOver) => !isOver && line["to"] is null && !IsAnswered(line, version);

    private static bool IsAnswered(JsonObject line, JsonNode? version) => Has(Received, line) && JsonNode.DeepEquals(line["version"], version);

    private static bool Has(string[] states, JsonObject line) => states.Contains(Text(line["state"]), StringComparer.Ordinal);

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var words) ? words : null;
}
