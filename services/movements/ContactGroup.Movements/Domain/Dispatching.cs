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
        ContentNames.Notice, ContentNames.Version, ContentNames.State, ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd,
        ContentNames.Country, ContentNames.Route, ContentNames.Vehicles, ContentNames.CallContact,
    ];

    /// <summary>Lines of an edition that its owner just said: nobody has acknowledged it yet.</summary>
    public static void Send(Movement movement, Command command, DateTimeOffset now) => movement.Content[ContentNames.Dispatch] = new JsonArray(
        [.. movement.Recipients.Select(recipient => Line(recipient, StateOf(recipient, command), movement.Edition, now))]);

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
        var lines = (JsonArray)movement.Content[ContentNames.Dispatch]!;
        lines[movement.Recipients.ToList().IndexOf(recipient)] = line;
    }

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
        new JsonObject(Shown.Where(movement.Content.ContainsKey).Select(name => KeyValuePair.Create(name, movement.Content[name]?.DeepClone()))))));
}
