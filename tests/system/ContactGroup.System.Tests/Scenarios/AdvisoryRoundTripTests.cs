using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>What a force says in an advisory is what it is shown of it, field by field: as it was issued, amended and emptied.</summary>
[Collection(DeploymentCollection.Name)]
public sealed class AdvisoryRoundTripTests(Deployment deployment)
{
    // What the server says of an advisory by itself, and not its owner.
    private static readonly string[] SaidHere = ["version", "state", "organisation", "issuedBy"];

    private static readonly DateTime Day = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
    private static readonly IEnumerable<string> Fields = AdvisorySchema.Schema.Fields.Select(field => field.Name).Except(SaidHere, StringComparer.Ordinal);

    [Fact]
    public async Task Every_field_is_shown_to_its_owner_as_it_was_said_through_the_library()
    {
        var full = Full();
        var okan = await deployment.AsAsync("okan");

        var item = await IssuedAsync(okan, full.Deserialize<AdvisoryDraft>(JsonSerializerOptions.Web)!);

        Assert.Equal(Sorted(Fields), Sorted(full.Select(field => field.Key)));
        AssertSame(full, Said(await okan.SeesAsync(item)));
    }

    [Fact]
    public async Task Every_field_can_be_amended_on_what_its_owner_was_shown_and_is_then_as_it_was_amended()
    {
        var other = Other();
        var okan = await deployment.AsAsync("okan");
        var item = await IssuedAsync(okan, Full());
        var amendment = (JsonObject)other.DeepClone();
        amendment["before"] = Said(await okan.SeesAsync(item));

        await okan.Client.AmendAdvisoryAsync(item, amendment);

        Assert.Equal(Sorted(Fields), Sorted(other.Select(field => field.Key)));
        AssertSame(other, Said(await okan.SeesAsync(item, seen => seen.Fields["severity"].GetString() == "MINOR")));
        amendment["source"] = "On what is over.";
        Assert.Equal("CG-3004", (await Assert.ThrowsAsync<ContactGroupException>(() => okan.Client.AmendAdvisoryAsync(item, amendment))).Code);
    }

    [Fact]
    public async Task Every_field_that_it_can_be_without_can_be_emptied_and_the_rest_stays_as_it_was()
    {
        var (full, least) = (Full(), Least());
        full["advisoryType"] = least["advisoryType"]!.DeepClone();
        var okan = await deployment.AsAsync("okan");
        var item = await IssuedAsync(okan, full);
        var emptied = Fields.Except(least.Select(field => field.Key), StringComparer.Ordinal).ToList();

        await okan.Client.AmendAdvisoryAsync(item, new JsonObject { ["clear"] = new JsonArray([.. emptied.Select(name => JsonValue.Create(name))]) });

        AssertSame(least, Said(await okan.SeesAsync(item, seen => !seen.Fields.ContainsKey("unit"))));
        AssertSame(least, Said(await okan.SeesAsync(await IssuedAsync(okan, least))));
    }

    private static async Task<string> IssuedAsync(Participant force, JsonObject advisory) =>
        (await force.Client.IssueAdvisoryAsync(await force.ChannelAsync("Movements and sites"), advisory)).Item;

    private static async Task<string> IssuedAsync(Participant force, AdvisoryDraft advisory) =>
        (await force.Client.IssueAdvisoryAsync(await force.ChannelAsync("Movements and sites"), advisory)).Item;

    /// <summary>The fields that people fill.</summary>
    private static JsonObject Said(Item item) => new(item.Fields
        .Where(field => !SaidHere.Contains(field.Key, StringComparer.Ordinal))
        .Select(field => KeyValuePair.Create(field.Key, JsonSerializer.SerializeToNode(field.Value))));

    private static void AssertSame(JsonObject expected, JsonObject seen)
    {
        Assert.All(expected, field => Assert.True(JsonNode.DeepEquals(field.Value, seen[field.Key]), $"{field.Key}: {field.Value} came back as {seen[field.Key]}"));
        Assert.Equal(Sorted(expected.Select(field => field.Key)), Sorted(seen.Select(field => field.Key)));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static string At(int days, string time) => $"{Day.AddDays(days):yyyy-MM-dd}T{time}Z";

    private static JsonObject Full() => new()
    {
        ["advisoryType"] = "ROUTE_STATUS",
        ["routeStatus"] = "RESTRICTED",
        ["severity"] = "SEVERE",
        ["urgency"] = "EXPECTED",
        ["certainty"] = "OBSERVED",
        ["adviceToOthers"] = "AVOID_AREA",
        ["validFrom"] = At(-3, "06:00:01"),
        ["validUntil"] = At(9, "18:30:59"),
        ["country"] = "SYR",
        ["admin1"] = "=Aleppo",
        ["admin1Pcode"] = "SY02",
        ["admin2"] = "'Ayn al-'Arab",
        ["admin2Pcode"] = "SY0206",
        ["place"] = "جسر \"الأمل\"; الضفة الشرقية",
        ["position"] = Point(-12.345678, 0.000012),
        ["radius"] = 1,
        ["outline"] = new JsonArray(Point(-12.3, 0.1), Point(-12.3, -0.1), Point(-12.400001, 0)),
        ["summary"] = "First line, with \"quotes\"\n- second; line\n\n\t= third | fourth\nالجسر مغلق أمام الشاحنات",
        ["callContact"] = new JsonObject { ["name"] = "ضابط الارتباط, \"duty\"", ["phone"] = "+999 11 555 0177", ["callSign"] = "-Heron; 1" },
        ["unit"] = "=Second battalion",
        ["operation"] = "Patrols,\n\"day and night\"",
        ["source"] = "دورية",
    };

    private static JsonObject Other() => new()
    {
        ["advisoryType"] = "CLOSURE",
        ["routeStatus"] = "CLOSED",
        ["severity"] = "MINOR",
        ["urgency"] = "FUTURE",
        ["certainty"] = "LIKELY",
        ["adviceToOthers"] = "MONITOR",
        ["validFrom"] = At(2, "00:00:00"),
        ["validUntil"] = At(30, "23:59:59"),
        ["country"] = "IRQ",
        ["admin1"] = "نينوى",
        ["admin1Pcode"] = "IQ15",
        ["admin2"] = "Sinjar",
        ["admin2Pcode"] = "IQ1507",
        ["place"] = "@the second bridge",
        ["position"] = Point(36.3, 41.9),
        ["radius"] = 200_000,
        ["outline"] = new JsonArray(Point(36.1, 41.1), Point(36.2, 41.1), Point(36.2, 41.2), Point(36.1, 41.2)),
        ["summary"] = "Closed to all vehicles.",
        ["callContact"] = new JsonObject { ["name"] = "Liaison", ["phone"] = "119" },
        ["unit"] = "Third battalion",
        ["operation"] = "-Works",
        ["source"] = "Engineers",
    };

    private static JsonObject Least()
    {
        string[] needed = ["advisoryType", "severity", "urgency", "certainty", "validFrom", "validUntil", "country", "summary"];
        var least = new JsonObject(Full().Where(field => needed.Contains(field.Key, StringComparer.Ordinal)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        least["advisoryType"] = "CLOSURE";
        return least;
    }

    private static JsonObject Point(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
