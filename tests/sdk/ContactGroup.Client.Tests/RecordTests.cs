using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Client.Tests;

/// <summary>A record is checked without a server: what was changed, left out or put in is named.</summary>
public sealed class RecordTests
{
    private const string Force = "military:northern-force";
    private static readonly string Body = """{"kind":"movement","fields":{"version":1,"callContact":{"phone":"+999 11 555 0134"}}}""";
    private static readonly string Shown = Hash("item1" + Body);

    [Fact]
    public void A_record_as_it_was_written_holds()
    {
        var check = NotificationRecord.Check(File(Entries()));

        Assert.True(check.Holds, check.Fault);
        Assert.Equal((7, 1, 0, "item1"), (check.Entries, check.Receipts, check.Unproven, check.Item));
        Assert.True(NotificationRecord.Check(File(Entries()), check.Head).Holds);
    }

    [Fact]
    public void White_space_and_the_order_of_names_are_no_change()
    {
        var file = JsonNode.Parse(File(Entries()))!;
        var entry = file["entries"]![0]!["entry"]!.AsObject();
        file["entries"]![0]!["entry"] = new JsonObject(entry.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

        Assert.True(NotificationRecord.Check(Encoding.UTF8.GetBytes(file.ToJsonString(new() { WriteIndented = true }))).Holds);
    }

    [Theory]
    [InlineData("J3 Air", "J2", 2)]
    [InlineData("2026-03-01T08:00:00.000Z", "2026-03-01T07:00:00.000Z", 3)]
    [InlineData("35.12345", "35.12346", 5)]
    [InlineData("0134", "0135", 4)]
    [InlineData("\\u00e9", "e", 5)]
    public void A_changed_word_is_found_at_its_entry(string before, string after, int at)
    {
        var file = Encoding.UTF8.GetString(File(Entries())).Replace("é", "\\u00e9", StringComparison.Ordinal);
        Assert.Contains(before, file, StringComparison.Ordinal);

        var check = NotificationRecord.Check(Encoding.UTF8.GetBytes(file.Replace(before, after, StringComparison.Ordinal)));

        Assert.False(check.Holds);
        Assert.Equal(at, check.FirstWrong);
    }

    [Fact]
    public void An_entry_that_is_missing_at_the_end_is_found_by_the_head_and_one_in_the_middle_by_the_chain()
    {
        foreach (var gone in new[] { 6, 3 })
        {
            var file = JsonNode.Parse(File(Entries()))!;
            file["entries"]!.AsArray().RemoveAt(gone);

            Assert.False(NotificationRecord.Check(Encoding.UTF8.GetBytes(file.ToJsonString())).Holds);
        }
    }

    [Fact]
    public void A_record_that_was_made_anew_does_not_hold_against_the_hash_that_was_noted()
    {
        var known = NotificationRecord.Check(File(Entries())).Head;
        var other = Entries();
        other[^1]["said"]!["note"] = "All went well.";

        Assert.True(NotificationRecord.Check(File(other)).Holds);
        Assert.False(NotificationRecord.Check(File(other), known).Holds);
    }

    [Fact]
    public void A_receipt_for_bytes_that_its_party_was_not_shown_is_refused_also_when_every_hash_is_right()
    {
        var forged = Entries();
        forged[1]["hash"] = new string('c', 64);
        var others = Entries();
        others[1]["from"] = "police";

        Assert.Equal(2, NotificationRecord.Check(File(forged)).FirstWrong);
        Assert.Equal(2, NotificationRecord.Check(File(others)).FirstWrong);
    }

    [Fact]
    public void A_receipt_for_what_was_forgotten_counts_as_unproven()
    {
        var old = Entries();
        old[2]["hashes"] = new JsonArray();

        var check = NotificationRecord.Check(File(old));

        Assert.Equal((true, 1, 1), (check.Holds, check.Receipts, check.Unproven));
    }

    [Fact]
    public void A_receipt_from_before_what_is_remembered_counts_as_unproven_and_a_later_one_does_not()
    {
        var (old, late) = (Forgotten(receiptAt: "2026-02-27T08:00:00Z"), Forgotten(receiptAt: "2026-03-01T08:30:00Z"));

        Assert.Equal((true, 1), (NotificationRecord.Check(File(old)).Holds, NotificationRecord.Check(File(old)).Unproven));
        Assert.Equal(2, NotificationRecord.Check(File(late)).FirstWrong);

        static List<JsonObject> Forgotten(string receiptAt)
        {
            var entries = Entries();
            entries[1]["at"] = receiptAt;
            entries[2] = new JsonObject { ["kind"] = "untold", ["to"] = Force, ["why"] = "forgotten", ["before"] = "2026-03-01T00:00:00.000Z" };
            return entries;
        }
    }

    [Fact]
    public void Receipts_of_a_party_of_which_not_everything_is_told_are_no_fault_and_those_of_others_still_are()
    {
        var (own, other) = (Cut(Force), Cut("police"));

        Assert.Equal((true, 1), (NotificationRecord.Check(File(own)).Holds, NotificationRecord.Check(File(own)).Unproven));
        Assert.False(NotificationRecord.Check(File(other)).Holds);

        static List<JsonObject> Cut(string party)
        {
            var entries = Entries();
            entries[1]["hash"] = new string('c', 64);
            entries.Add(new JsonObject { ["kind"] = "untold", ["to"] = party, ["why"] = "left-out" });
            return entries;
        }
    }

    [Fact]
    public void The_incident_that_a_record_was_kept_for_stands_at_its_end()
    {
        var entries = Entries();
        entries.Add(new JsonObject { ["kind"] = "kept-for", ["incident"] = "incident1", ["at"] = "2026-03-02T00:00:00.000Z" });

        Assert.Equal((true, "incident1"), (NotificationRecord.Check(File(entries)).Holds, NotificationRecord.Check(File(entries)).Incident));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"contactgroup-record-1","entries":[]}""")]
    [InlineData("""{"format":"contactgroup-record-1","entries":[1,{"entry":7}],"head":3}""")]
    [InlineData("""{"format":"contactgroup-record-1","format":"contactgroup-record-1","entries":[{}]}""")]
    public void What_is_no_record_is_refused_without_a_fall(string text) => Assert.False(NotificationRecord.Check(Encoding.UTF8.GetBytes(text)).Holds);

    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("-1.5e-10", "-1.5e-10")]
    [InlineData("0.00001234", "0.00001234")]
    [InlineData("35.10", "35.1")]
    [InlineData("-0", "0")]
    [InlineData("1e2", "100")]
    public void Numbers_are_hashed_as_ECMAScript_writes_them(string written, string hashed)
    {
        var text = Encoding.UTF8.GetString(File(Entries())).Replace("35.12345", written, StringComparison.Ordinal);
        var entries = JsonNode.Parse(text)!["entries"]!.AsArray().Select(part => part!["entry"]!.AsObject()).ToList();
        var words = Hash($$"""{"lat":{{hashed}},"name":"Café"}""");
        (entries[4]["content"], entries[5]["content"]) = (words, words);

        var check = NotificationRecord.Check(File(entries, written, hashed));

        Assert.True(check.Holds, check.Fault);
    }

    private static List<JsonObject> Entries() =>
    [
        new JsonObject { ["kind"] = "record", ["format"] = "contactgroup-record-1", ["item"] = "item1", ["reference"] = "HNM-1", ["asOf"] = "2026-03-02T00:00:00.000Z" },
        new JsonObject { ["kind"] = "receipt", ["from"] = Force, ["version"] = 1, ["cell"] = "J3 Air", ["hash"] = Shown },
        new JsonObject { ["kind"] = "shown", ["to"] = Force, ["from"] = "2026-03-01T08:00:00.000Z", ["hashes"] = new JsonArray(Shown) },
        new JsonObject { ["kind"] = "view", ["hash"] = Shown, ["body"] = Body },
        new JsonObject { ["kind"] = "version", ["number"] = 1, ["content"] = Hash("""{"lat":35.12345,"name":"Café"}"""), ["fields"] = JsonNode.Parse("""{"name":"Café","lat":35.12345}""") },
        new JsonObject { ["kind"] = "version", ["number"] = 2, ["content"] = Hash("""{"lat":35.12345,"name":"Café"}""") },
        new JsonObject { ["kind"] = "check-in", ["number"] = 2, ["said"] = new JsonObject { ["note"] = "Late." } },
    ];

    // By the rules of the format, in the simplest way that does for these entries.
    private static byte[] File(IEnumerable<JsonObject> entries, string? written = null, string? hashed = null)
    {
        var head = new string('0', 64);
        var lines = new List<string>();
        foreach (var entry in entries)
        {
            var text = Canonical(entry);
            head = Hash(head + (written is null ? text : text.Replace($"\"lat\":{written}", $"\"lat\":{hashed}", StringComparison.Ordinal)));
            lines.Add($$"""{"entry":{{text}},"hash":"{{head}}"}""");
        }

        return Encoding.UTF8.GetBytes($$"""{"format":"contactgroup-record-1","entries":[{{string.Join(",\n", lines)}}],"head":"{{head}}"}""");
    }

    private static string Canonical(JsonNode node) => node switch
    {
        JsonObject fields => "{" + string.Join(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"\"{field.Key}\":{Canonical(field.Value!)}")) + "}",
        JsonArray entries => "[" + string.Join(',', entries.Select(entry => Canonical(entry!))) + "]",
        _ => node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
