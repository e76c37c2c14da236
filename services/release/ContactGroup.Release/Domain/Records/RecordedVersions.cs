using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// The versions of a notification as entries of its record. A receipt or a check-in is a version as well; so that the words do not stand there again with each of
/// them, what was said, the lines of recipients and the check-ins are entries of their own, each where it is new. Versions are taken one after the other and not
/// kept, because of one notification there may be thousands.
/// </summary>
/// <param name="mostWords">How many characters of words the record has room for.</param>
internal sealed class RecordedVersions(int mostWords)
{
    private const string Dispatch = "dispatch";
    private const string CheckInsField = "checkIns";
    private const string QueryField = "query";

    // What happens by itself or is said of a movement on its way, and changes nothing of what was notified.
    private static readonly string[] NotSaid = [Dispatch, CheckInsField, "nextCheckInDue", "overdueSince", "stateAt"];

    private readonly Dictionary<string, JsonObject?> words = new(StringComparer.Ordinal);
    private readonly List<(JsonObject Entry, string Hash)> said = [];
    private readonly List<PartyEntry> lines = [];
    private readonly List<PartyEntry> receipts = [];
    private readonly List<JsonObject> checkIns = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lastLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> asked = new(StringComparer.Ordinal);
    private int length;
    private (string Hash, string Status)? last;

    /// <summary>Lines of recipients, each where it changed.</summary>
    public IReadOnlyList<PartyEntry> Lines => lines;

    /// <summary>What recipients have said of it: which cell, when, of which version and of which bytes. A question stands once, in the receipt that it came with.</summary>
    public IReadOnlyList<PartyEntry> Receipts => receipts;

    public IReadOnlyList<JsonObject> CheckIns => checkIns;

    /// <summary>Takes the next version, oldest first.</summary>
    public void Take(HistoryRow row)
    {
        var fields = JsonNode.Parse(row.Fields)!.AsObject();
        TakeSaid(row, fields);
        foreach (var line in (fields[Dispatch] as JsonArray ?? []).OfType<JsonObject>())
        {
            var to = (string?)line["to"] ?? string.Empty;
            TakeReceipt(to, line["earlier"] as JsonObject);
            TakeReceipt(to, line);
            TakeLine(row, to, line);
        }

        foreach (var one in (fields[CheckInsField] as JsonArray ?? []).OfType<JsonObject>().Where(one => known.Add(one.ToJsonString())))
        {
            checkIns.Add(new JsonObject { ["kind"] = "check-in", ["number"] = row.Version, ["said"] = one.DeepClone() });
        }
    }

    /// <summary>Adds what was said, wherever it changed: the words where they are new, and everywhere their hash. INVARIANT: no hash stands there without its words before it.</summary>
    public void AddSaid(RecordChain chain)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, hash) in said)
        {
            if (!told.Contains(hash))
            {
                if (words[hash] is not { } fields)
                {
                    chain.LeaveOut();
                    continue;
                }

                entry["fields"] = fields;
            }

            if (chain.Add(entry))
            {
                told.Add(hash);
            }
            else
            {
                words[hash] = null;
            }
        }
    }

    private void TakeSaid(HistoryRow row, JsonObject fields)
    {
        var what = new JsonObject(fields.Where(field => !NotSaid.Contains(field.Key, StringComparer.Ordinal))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        var text = CanonicalJson.Write(what);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (last == (hash, row.Status))
        {
            return;
        }

        last = (hash, row.Status);
        if (!words.ContainsKey(hash))
        {
            words[hash] = length + text.Length <= mostWords ? what : null;
            length += words[hash] is null ? 0 : text.Length;
        }

        said.Add((
            new JsonObject { ["kind"] = "version", ["number"] = row.Version, ["at"] = Frames.Instant(row.At), ["status"] = row.Status, ["content"] = hash }, hash));
    }

    private void TakeReceipt(string from, JsonObject? given)
    {
        if (given?["hash"] is null)
        {
            return;
        }

        // Questions are only ever added to those before, so that their length tells whether there is one more.
        var query = (string?)given[QueryField];
        if (!known.Add(string.Join('\n', from, given["version"], given["at"], given["cell"], given["hash"], query?.Length)))
        {
            return;
        }

        var receipt = new JsonObject { ["kind"] = "receipt", ["from"] = from };
        foreach (var name in (string[])["version", "at", "cell", "hash"])
        {
            if (given[name] is { } value)
            {
                receipt[name] = value.DeepClone();
            }
        }

        if (NewQuestions(from, given, query) is { Length: > 0 } question)
        {
            receipt[QueryField] = question;
        }

        receipts.Add(new PartyEntry(from, receipt));
    }

    private string NewQuestions(string from, JsonObject given, string? query)
    {
        var of = $"{from}\n{given["version"]}";
        if (!asked.TryGetValue(of, out var before))
        {
            asked[of] = before = new HashSet<string>(StringComparer.Ordinal);
        }

        return string.Join('\n', (query ?? string.Empty).Split('\n').Where(before.Add));
    }

    private void TakeLine(HistoryRow row, string to, JsonObject line)
    {
        var told = (JsonObject)line.DeepClone();
        told.Remove(QueryField);
        (told["earlier"] as JsonObject)?.Remove(QueryField);
        var text = told.ToJsonString();
        if (lastLines.GetValueOrDefault(to) != text)
        {
            lastLines[to] = text;
            lines.Add(new PartyEntry(to, new JsonObject { ["kind"] = "dispatch", ["number"] = row.Version, ["at"] = Frames.Instant(row.At), ["line"] = told }));
        }
    }
}

/// <summary>An entry that is about one party.</summary>
internal sealed record PartyEntry(string Party, JsonObject Entry);
