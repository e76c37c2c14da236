using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Movements.Data;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// Where a movement stands with each named recipient, one line each. A receipt says that a version was received and understood; nobody decides about a movement,
/// and there is no state that would say so. Source of the states: domain practice of humanitarian notification systems, per receiving party.
/// </summary>
internal static class Dispatching
{
    public const string Queued = "QUEUED";
    public const string Sent = "SENT";
    public const string Failed = "FAILED";
    public const string Acknowledged = "ACKNOWLEDGED";
    public const string Queried = "QUERIED";

    // What a named recipient is shown of a movement in full precision: what a receipt is for.
    private static readonly string[] Shown =
    [
        ContentNames.Notice, ContentNames.State, ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd,
        ContentNames.Country, ContentNames.Route, ContentNames.Vehicles, ContentNames.CallContact,
    ];

    /// <summary>Lines of a movement that was just notified.</summary>
    public static void Send(Movement movement, Command command, DateTimeOffset now) =>
        Write(movement, movement.Recipients.Select(recipient => Line(recipient, StateOf(recipient, command), movement.Edition, now)));

    /// <summary>
    /// Lines after its owner said something more. What recipients are shown is sent anew to each of them, under a version of its own; what they are not shown
    /// leaves their lines and the version alone, but for those who had not been reached and are now.
    /// </summary>
    public static void SendAgain(Movement before, Movement next, Command command, DateTimeOffset now)
    {
        if (!IsShownTheSame(before, next))
        {
            next.Content[ContentNames.Version] = before.Edition + 1;
            Send(next, command, now);
            return;
        }

        Write(next, next.Recipients.Select(recipient => LineOf(before, recipient) is { } line && !IsReachedNow(line, recipient, command)
            ? (JsonObject)line.DeepClone()
            : Line(recipient, StateOf(recipient, command), next.Edition, now)));
    }

    /// <summary>Notes the receipt of a recipient for the present edition.</summary>
    /// <param name="movement">A copy that may be changed.</param>
    /// <param name="recipient">The audience of who acknowledges.</param>
    /// <param name="cell">The cell that received it.</param>
    /// <param name="query">A question or a defect it found; null when it has none.</param>
    /// <param name="now">When.</param>
    public static void Acknowledge(Movement movement, string recipient, string cell, string? query, DateTimeOffset now)
    {
        var line = Line(recipient, query is null ? Acknowledged : Queried, movement.Edition, now);
        line["cell"] = cell;
        if (query is not null)
        {
            line["query"] = query;
        }

        line["hash"] = HashOf(movement);
        Write(movement, movement.Recipients.Select(other => string.Equals(other, recipient, StringComparison.Ordinal)
            ? line
            : (JsonObject)LineOf(movement, other)!.DeepClone()));
    }

    private static void Write(Movement movement, IEnumerable<JsonObject> lines) =>
        movement.Content[ContentNames.Dispatch] = new JsonArray([.. lines.ToList()]);

    private static JsonObject? LineOf(Movement movement, string recipient) => ((JsonArray)movement.Content[ContentNames.Dispatch]!)
        .OfType<JsonObject>()
        .FirstOrDefault(line => string.Equals((string?)line["to"], recipient, StringComparison.Ordinal));

    private static bool IsShownTheSame(Movement before, Movement next) =>
        Shown.All(name => JsonNode.DeepEquals(before.Content[name], next.Content[name]));

    private static bool IsReachedNow(JsonObject line, string recipient, Command command) =>
        (string?)line["state"] is Queued or Failed && StateOf(recipient, command) == Sent;

    private static string StateOf(string recipient, Command command) =>
        command.Reached?.Contains(recipient, StringComparer.Ordinal) == false ? Failed
        : command.Verdict?.Waiting.Contains(recipient, StringComparer.Ordinal) == true ? Queued
        : Sent;

    private static JsonObject Line(string recipient, string state, int edition, DateTimeOffset now) => new()
    {
        ["to"] = recipient,
        ["state"] = state,
        ["version"] = edition,
        ["at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    // Of nothing but what the recipient is shown: a hash of more could be tried out for what is hidden.
    private static string HashOf(Movement movement) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject(Shown.Append(ContentNames.Version).Where(movement.Content.ContainsKey).Select(name => KeyValuePair.Create(name, movement.Content[name]?.DeepClone()))))));
}
