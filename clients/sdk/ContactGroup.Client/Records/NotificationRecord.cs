using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client.Records;

namespace ContactGroup.Client;

/// <summary>
/// Checks a record of a notification, without a server. What it shows: that nothing in the file was changed, left out or put in since somebody knew its last hash,
/// that the words of every version are those that its hash is of, and that every receipt is for bytes which the party that gave it had been shown. It does not show
/// who made the file: whoever can make a record can make another one. The hashes of receipts are the anchor outside of it, where the party kept what it acknowledged.
/// </summary>
public static class NotificationRecord
{
    private const string Format = "contactgroup-record-1";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a file and recomputes everything that is hashed in it.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="head">The last hash as it was noted before; null to check the file against itself alone.</param>
    public static RecordCheck Check(ReadOnlySpan<byte> file, string? head = null)
    {
        try
        {
            var parts = JsonNode.Parse(file, documentOptions: Strict) as JsonObject;
            if ((string?)parts?["format"] != Format || parts["entries"] is not JsonArray { Count: > 0 } entries)
            {
                return RecordCheck.Unreadable($"It is not a record of the form {Format}.");
            }

            return new Reading(entries, (string?)parts["head"], head).Check();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            return RecordCheck.Unreadable("It is not JSON as a record is written.");
        }
    }

    private sealed class Reading(JsonArray entries, string? said, string? known)
    {
        private readonly HashSet<string> contents = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HashSet<string>> shown = new(StringComparer.Ordinal);
        private readonly HashSet<string> untold = new(StringComparer.Ordinal);
        private readonly Dictionary<string, DateTimeOffset> forgotten = new(StringComparer.Ordinal);
        private string? incident;
        private string head = new('0', 64);
        private string item = string.Empty;
        private int receipts;
        private int unproven;

        public RecordCheck Check()
        {
            foreach (var entry in entries)
            {
                Note(entry?["entry"] as JsonObject);
            }

            var about = entries[0]?["entry"] as JsonObject;
            item = (string?)about?["item"] ?? string.Empty;
            for (var at = 0; at < entries.Count; at++)
            {
                if (FaultOf(at) is { } fault)
                {
                    return Result(about, fault, at + 1);
                }
            }

            return head != said ? Result(about, "The last hash is not the one that the file ends with: entries are missing or were put in.", entries.Count)
                : known is not null && !string.Equals(known, head, StringComparison.OrdinalIgnoreCase)
                    ? Result(about, "The last hash is not the one that was noted before: this is another record, or it was made anew.", entries.Count)
                : Result(about, fault: null, firstWrong: null);
        }

        private RecordCheck Result(JsonObject? about, string? fault, int? firstWrong) => new(
            fault is null, entries.Count, head, firstWrong, fault, (string?)about?["item"], (string?)about?["reference"], incident ?? (string?)about?["incident"],
            (string?)about?["asOf"], receipts, unproven);

        // Receipts stand before what was shown, so that is gathered first.
        private void Note(JsonObject? entry)
        {
            var to = (string?)entry?["to"];
            switch ((string?)entry?["kind"])
            {
                case "shown" when to is not null:
                    NoteShown(to, entry!);
                    break;
                case "untold" when to is not null && entry!["before"] is { } before:
                    forgotten[to] = Instant(before);
                    break;
                case "untold" when to is not null:
                    untold.Add(to);
                    break;
                case "kept-for":
                    incident = (string?)entry!["incident"];
                    break;
                default:
                    break;
            }
        }

        private void NoteShown(string to, JsonObject entry)
        {
            var hashes = (entry["hashes"] as JsonArray)?.Select(hash => (string?)hash).OfType<string>().ToList() ?? [];
            if (hashes.Count == 0)
            {
                untold.Add(to);
            }

            shown.TryAdd(to, new HashSet<string>(StringComparer.Ordinal));
            shown[to].UnionWith(hashes);
        }

        private string? FaultOf(int at)
        {
            if (entries[at] is not JsonObject { Count: 2 } part || part["entry"] is not JsonObject entry)
            {
                return "It is not an entry with its hash.";
            }

            var hash = Hash([.. Encoding.ASCII.GetBytes(head), .. CanonicalJson.Utf8(entry)]);
            if ((string?)part["hash"] != hash)
            {
                return "Its hash is not of this entry after the one before it.";
            }

            head = hash;
            return (string?)entry["kind"] switch
            {
                "record" when at == 0 => (string?)entry["format"] == Format ? null : "It says another form than the file.",
                "record" => "A record begins once.",
                _ when at == 0 => "A record begins with what it is of.",
                "version" => VersionFault(entry),
                "view" => Hash([.. Encoding.ASCII.GetBytes(item), .. Encoding.UTF8.GetBytes((string?)entry["body"] ?? string.Empty)]) == (string?)entry["hash"]
                    ? null
                    : "The bytes that were shown are not those that its hash is of.",
                "receipt" => ReceiptFault(entry),
                _ => null,
            };
        }

        private string? VersionFault(JsonObject version)
        {
            var content = (string?)version["content"] ?? string.Empty;
            if (version["fields"] is { } fields)
            {
                contents.Add(content);
                return Hash(CanonicalJson.Utf8(fields)) == content ? null : "The words of this version are not those that its hash is of.";
            }

            return contents.Contains(content) ? null : "The words of this version are nowhere before it.";
        }

        private string? ReceiptFault(JsonObject receipt)
        {
            receipts++;
            var from = (string?)receipt["from"] ?? string.Empty;
            if (shown.GetValueOrDefault(from)?.Contains((string?)receipt["hash"] ?? string.Empty) == true)
            {
                return null;
            }

            // Of what ended before hashes were kept, or was forgotten since, the record says so and nobody can tell more.
            if (untold.Contains(from) || (forgotten.TryGetValue(from, out var before) && receipt["at"] is { } at && Instant(at) < before))
            {
                unproven++;
                return null;
            }

            return $"{from} gave this receipt for bytes that the record does not say it was shown.";
        }

        private static DateTimeOffset Instant(JsonNode written) => DateTimeOffset.Parse((string)written!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}

/// <summary>What checking a record came to.</summary>
/// <param name="Holds">Whether everything that is hashed in it is as it says.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Head">The last hash, as recomputed: to be noted, or read out to somebody. Null when the file could not be read.</param>
/// <param name="FirstWrong">The first entry that does not hold, counted from 1.</param>
/// <param name="Fault">What does not hold of it, in a sentence.</param>
/// <param name="Item">Id of the notification.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Incident">The incident that it was kept for; null for a record of the moment in which it was fetched.</param>
/// <param name="AsOf">When it was made, UTC.</param>
/// <param name="Receipts">How many receipts were looked at.</param>
/// <param name="Unproven">How many of them are for bytes of which the record does not tell any more to whom they were shown.</param>
public sealed record RecordCheck(
    bool Holds,
    int Entries,
    string? Head,
    int? FirstWrong,
    string? Fault,
    string? Item,
    string? Reference,
    string? Incident,
    string? AsOf,
    int Receipts,
    int Unproven)
{
    internal static RecordCheck Unreadable(string fault) => new(false, 0, null, null, fault, null, null, null, null, 0, 0);
}

/// <summary>The notification that an incident affects.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Version">The version that the reporter held; null when that is not known.</param>
/// <param name="Kept">When its record was kept; for the organisation that notified alone, null for everybody else.</param>
public sealed record AffectedNotification(string Item, string Kind, string Reference, int? Version, DateTimeOffset? Kept);
