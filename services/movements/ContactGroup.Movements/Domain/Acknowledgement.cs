using System.Text.Json.Nodes;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>What a recipient says of what it holds: that a cell received and understood it, or what is unclear. Decides nothing.</summary>
/// <param name="Recipient">The audience.</param>
/// <param name="Held">What it holds: an older version while a coordinator looks at the present one.</param>
/// <param name="Cell">The cell that received it.</param>
/// <param name="Query">A question or a defect that it found; null when it has none.</param>
internal sealed record Acknowledgement(string Recipient, HeldItem Held, string Cell, string? Query)
{
    public const string Acknowledged = "ACKNOWLEDGED";
    public const string Queried = "QUERIED";

    /// <summary>Longest text of all questions about one version, in characters.</summary>
    public const int LongestQueries = 4_000;

    /// <summary>
    /// Most receipts of one organisation that are noted while a version of a notification is the present one: each becomes part of the notification's history, and
    /// who was only named may not fill that.
    /// </summary>
    public const int Most = 50;

    /// <summary>Refuses one more receipt than <see cref="Most"/>.</summary>
    /// <exception cref="ActRefusedException">There is no room for it.</exception>
    public static void RequireRoom(long noted)
    {
        if (noted >= Most)
        {
            throw new ActRefusedException(Problems.Invalid(
                "version", $"Your organisation has acknowledged this version {Most} times, and what it said stands. Call the contact that it names with anything new."));
        }
    }

    /// <summary>
    /// Notes it in the line of the recipient. A receipt for an older version stands beside what is said of the present one, and a question stays as long as its
    /// version, whoever of the same force answers after it. False when it says nothing that does not stand there.
    /// </summary>
    /// <param name="notification">A copy that may be changed.</param>
    /// <param name="now">When.</param>
    public bool Note(Notification notification, DateTimeOffset now)
    {
        var line = (notification.Content[ContentNames.Dispatch] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(line => string.Equals((string?)line["to"], Recipient, StringComparison.Ordinal));
        if (line is null)
        {
            return false;
        }

        if (Held.Version == notification.Edition)
        {
            return Note(line, now);
        }

        var earlier = line["earlier"] as JsonObject is { } there && (int?)there["version"] == Held.Version
            ? (JsonObject)there.DeepClone()
            : new JsonObject { ["version"] = Held.Version };
        var isNew = Note(earlier, now);
        earlier.Remove("state");
        line["earlier"] = earlier;
        return isNew;
    }

    private bool Note(JsonObject said, DateTimeOffset now)
    {
        var queries = Queries((string?)said["query"]);
        if ((string?)said["cell"] == Cell && (string?)said["query"] == queries && (string?)said["hash"] == Held.Hash)
        {
            return false;
        }

        (said["state"], said["at"], said["cell"], said["hash"]) = (Query is null ? Acknowledged : Queried, Dispatching.Instant(now), Cell, Held.Hash);
        if (queries is not null)
        {
            said["query"] = queries;
        }

        return true;
    }

    /// <exception cref="ActRefusedException">There is no room for another question.</exception>
    private string? Queries(string? before)
    {
        var all = Joined(before);
        return all?.Length > LongestQueries
            ? throw new ActRefusedException(Problems.Invalid("query", "There is no room for more questions about this version; call the contact that it names."))
            : all;
    }

    private string? Joined(string? before) =>
        Query is null || before?.Split('\n').Contains(Query, StringComparer.Ordinal) == true ? before
        : before is null ? Query
        : $"{before}\n{Query}";
}
