using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// The versions of a notification as entries of its record. A receipt or a check-in is a version as well; so that the words do not stand there again with each of
/// them, what was said, the lines of recipients and the check-ins are entries of their own, each where it is new.
/// </summary>
internal sealed class RecordedVersions
{
    private const string Dispatch = "dispatch";
    private const string CheckInsField = "checkIns";

    // What happens by itself or is said of a movement on its way, and changes nothing of what was notified.
    private static readonly string[] NotSaid = [Dispatch, CheckInsField, "nextCheckInDue", "overdueSince"];

    private readonly IReadOnlyList<(HistoryRow Row, JsonObject Fields)> versions;

    public RecordedVersions(IReadOnlyList<HistoryRow> rows) => versions = [.. rows.Select(row => (row, JsonNode.Parse(row.Fields)!.AsObject()))];

    /// <summary>What was said, version by version; the words where they are new, and everywhere their hash.</summary>
    public IEnumerable<JsonObject> Said()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, fields) in versions)
        {
            var said = new JsonObject(fields.Where(field => !NotSaid.Contains(field.Key, StringComparer.Ordinal))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(said))));
            var entry = new JsonObject
            {
                ["kind"] = "version",
                ["number"] = row.Version,
                ["at"] = Frames.Instant(row.At),
                ["status"] = row.Status,
                ["content"] = hash,
            };
            if (known.Add(hash))
            {
                entry["fields"] = said;
            }

            yield return entry;
        }
    }

    /// <summary>Lines of recipients, each where it changed.</summary>
    public IEnumerable<JsonObject> Lines()
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (row, fields) in versions)
        {
            foreach (var line in LinesOf(fields))
            {
                var (to, text) = (ToOf(line), line.ToJsonString());
                if (last.GetValueOrDefault(to) != text)
                {
                    last[to] = text;
                    yield return new JsonObject { ["kind"] = "dispatch", ["number"] = row.Version, ["at"] = Frames.Instant(row.At), ["line"] = line.DeepClone() };
                }
            }
        }
    }

    /// <summary>What recipients have said of it: which cell, when, of which version and of which bytes.</summary>
    public IEnumerable<JsonObject> Receipts()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in versions.SelectMany(version => LinesOf(version.Fields)))
        {
            foreach (var said in (JsonObject?[])[line["earlier"] as JsonObject, line])
            {
                if (said?["hash"] is not null && Receipt(ToOf(line), said) is var receipt && known.Add(receipt.ToJsonString()))
                {
                    yield return receipt;
                }
            }
        }
    }

    public IEnumerable<JsonObject> CheckIns()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, fields) in versions)
        {
            foreach (var said in (fields[CheckInsField] as JsonArray ?? []).OfType<JsonObject>().Where(said => known.Add(said.ToJsonString())))
            {
                yield return new JsonObject { ["kind"] = "check-in", ["number"] = row.Version, ["said"] = said.DeepClone() };
            }
        }
    }

    private static IEnumerable<JsonObject> LinesOf(JsonObject fields) => (fields[Dispatch] as JsonArray ?? []).OfType<JsonObject>();

    private static string ToOf(JsonObject line) => (string?)line["to"] ?? string.Empty;

    private static JsonObject Receipt(string from, JsonObject said)
    {
        var receipt = new JsonObject { ["kind"] = "receipt", ["from"] = from };
        foreach (var name in (string[])["version", "at", "cell", "query", "hash"])
        {
            if (said[name] is { } value)
            {
                receipt[name] = value.DeepClone();
            }
        }

        return receipt;
    }
}
