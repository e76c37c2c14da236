using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Incidents.Tests.Features;

/// <summary>Whatever is wrong with a report, the answer names the code, the field and a remedy, and nothing is stored.</summary>
public sealed class BadInputTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    /// <summary>Field, its value as JSON, path named in the answer.</summary>
    public static TheoryData<string, string, string> BadFields => new()
    {
        { "category", "\"AMBUSH\"", "category" },
        { "category", "\"ambush_road_attack\"", "category" },
        { "category", "null", "category" },
        { "category", "\"\"", "category" },
        { "category", "7", "category" },
        { "hazard", "\"KILLED\"", "hazard" },
        { "stage", "\"LATER\"", "stage" },
        { "severity", "5", "severity" },
        { "severity", "2.5", "severity" },
        { "severity", "true", "severity" },
        { "timePrecision", "0", "timePrecision" },
        { "geoPrecision", "\"7\"", "geoPrecision" },
        { "locationType", "\"MOON\"", "locationType" },
        { "actorType", "\"X\"", "actorType" },
        { "targetType", "\"X\"", "targetType" },
        { "wasTargeted", "\"X\"", "wasTargeted" },
        { "means", "\"AB\"", "means" },
        { "weapons", "[\"FIREARMS\",\"SWORD\"]", "weapons[1]" },
        { "weapons", "[\"FIREARMS\",\"FIREARMS\"]", "weapons" },
        { "weapons", "[null]", "weapons[0]" },
        { "weapons", "\"FIREARMS\"", "weapons" },
        { "context", "\"X\"", "context" },
        { "motive", "\"X\"", "motive" },
        { "organisationTypes", "[\"LNGO\"]", "organisationTypes[0]" },
        { "programmeFocus", "\"X\"", "programmeFocus" },
        { "outcome", "\"X\"", "outcome" },
        { "deliveryImpact", "\"X\"", "deliveryImpact" },
        { "adviceToOthers", "\"CLEAR\"", "adviceToOthers" },
        { "sourceType", "\"X\"", "sourceType" },
        { "sourceReliability", "\"G\"", "sourceReliability" },
        { "credibility", "\"7\"", "credibility" },
        { "country", "\"SY\"", "country" },
        { "sensitivity", "\"secret\"", "sensitivity" },
        { "releaseTo", "[\"everyone\"]", "releaseTo[0]" },
        { "releaseTo", "[\"audience:military\"]", "releaseTo[0]" },
        { "releaseTo", "[\"organisation:x\"]", "releaseTo[0]" },
        { "releaseTo", "[]", "releaseTo" },
        { "releaseTo", "[null]", "releaseTo[0]" },
        { "caveats", "[\"expires\"]", "caveats[0]" },
        { "occurredAt", "null", "occurredAt" },
        { "occurredAt", "\"2026-02-30\"", "occurredAt" },
        { "occurredAt", "\"0001-01-01\"", "occurredAt" },
        { "occurredAt", "\"9999-12-31\"", "occurredAt" },
        { "occurredAt", "\"2026-02-28T25:00:00Z\"", "occurredAt" },
        { "occurredAt", "\"2026-02-28T14:30:00\"", "occurredAt" },
        { "occurredAt", "\"yesterday\"", "occurredAt" },
        { "occurredAt", "\"28/02/2026\"", "occurredAt" },
        { "occurredAt", "\"2026-03-02T08:00:00Z\"", "occurredAt" },
        { "occurredAt", "\"2026-03-03\"", "occurredAt" },
        { "occurredAt", "\"1815-06-18\"", "occurredAt" },
        { "occurredAt", "\"0000-00-00\"", "occurredAt" },
        { "occurredAt", "1772000000", "occurredAt" },
        { "occurredUntil", "\"2026-02-27T00:00:00Z\"", "occurredUntil" },
        { "occurredUntil", "\"2026-04-01T00:00:00Z\"", "occurredUntil" },
        { "reportedAt", "\"2026-02-01T00:00:00Z\"", "reportedAt" },
        { "validUntil", "\"2026-02-27\"", "validUntil" },
        { "validUntil", "\"2036-01-01\"", "validUntil" },
        { "position", "{\"lat\":91,\"lon\":0}", "position.lat" },
        { "position", "{\"lat\":0,\"lon\":-180.1}", "position.lon" },
        { "position", "{\"lat\":\"NaN\",\"lon\":1}", "position.lat" },
        { "position", "{\"lat\":1,\"lon\":\"Infinity\"}", "position.lon" },
        { "position", "{\"lat\":null,\"lon\":null}", "position" },
        { "position", "{}", "position" },
        { "position", "{\"lat\":35}", "position.lon" },
        { "position", "{\"lon\":35}", "position.lat" },
        { "position", "{\"lat\":0,\"lon\":0}", "position" },
        { "position", "{\"lat\":\"35.1\",\"lon\":1}", "position.lat" },
        { "position", "[39.5,35.1]", "position" },
        { "admin1Pcode", "\"sy02\"", "admin1Pcode" },
        { "admin1Pcode", "\"QQ02\"", "admin1Pcode" },
        { "admin1Pcode", "\"SY-02\"", "admin1Pcode" },
        { "admin1Pcode", "\"IQ02\"", "admin1Pcode" },
        { "admin2Pcode", "\"SY0103\"", "admin2Pcode" },
        { "admin3Pcode", "\"SY0203\"", "admin3Pcode" },
        { "admin1", "\"35.12345, 39.5\"", "admin1" },
        { "admin1", "\"call 0999 123 456\"", "admin1" },
        { "admin1", "\"a@b\"", "admin1" },
        { "admin1", "\"one\\ntwo\"", "admin1" },
        { "title", "\"bell \\u0007\"", "title" },
        { "impact", "{\"injured\":-1}", "impact.injured" },
        { "impact", "{\"injured\":1000000}", "impact.injured" },
        { "impact", "{\"injured\":1.5}", "impact.injured" },
        { "impact", "{\"injured\":1e300}", "impact.injured" },
        { "impact", "{\"injured\":\"2\"}", "impact.injured" },
        { "impact", "{\"wounded\":2}", "impact" },
        { "impact", "{\"injured\":1,\"injuredNational\":1,\"injuredInternational\":1}", "impact.injured" },
        { "impact", "{\"killed\":1,\"killedFemale\":1,\"killedMale\":1}", "impact.killed" },
        { "linkedNotification", "\"not-an-id\"", "linkedNotification" },
        { "nearMiss", "\"yes\"", "nearMiss" },
        { "sourceReference", "{\"system\":\"\",\"id\":\"1\"}", "sourceReference.system" },
        { "sourceReference", "{\"system\":\"x\"}", "sourceReference.id" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_value_is_named_and_nothing_is_stored(string field, string value, string path)
    {
        var before = await app.StoredAsync();
        var body = Reports.Good();
        body[field] = JsonNode.Parse(value);

        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", body);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Contains(path, answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("title", 200)]
    [InlineData("summary", 2_000)]
    [InlineData("narrativeRestricted", 20_000)]
    [InlineData("loss", 8_000)]
    [InlineData("admin1", 80)]
    public async Task Text_up_to_its_bound_is_accepted_and_one_more_is_not(string field, int bound)
    {
        var fits = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good((field, new string('x', bound))));
        var before = await app.StoredAsync();
        var exceeds = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good((field, new string('x', bound + 1))));

        Assert.Equal(202, fits.Status);
        Assert.Equal((400, "CG-1002"), (exceeds.Status, exceeds.Code));
        Assert.Equal([field], exceeds.Fields);
        Assert.Contains(bound.ToString(CultureInfo.InvariantCulture), exceeds.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("{", "CG-1001")]
    [InlineData("[]", "CG-1001")]
    [InlineData("{\"category\":\"OTHER\",\"category\":\"IED\"}", "CG-1001")]
    [InlineData("{\"colour\":\"red\"}", "CG-1001")]
    [InlineData("{\"photographs\":[]}", "CG-1001")]
    [InlineData("{\"verification\":\"VERIFIED\"}", "CG-1001")]
    [InlineData("{\"position\":{\"lat\":1,\"lon\":1,\"alt\":3}}", "CG-1001")]
    [InlineData("{\"title\":\"\\ud800\"}", "CG-1001")]
    [InlineData("{\"position\":{\"lat\":NaN,\"lon\":1}}", "CG-1001")]
    public async Task A_body_that_cannot_be_read_stores_nothing(string body, string code)
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_mistyped_code_is_answered_with_the_nearest_one()
    {
        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("category", "AMBUSH_ROAD_ATACK")));

        Assert.Contains("AMBUSH_ROAD_ATTACK", answer.Body["errors"]!["category"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_characters_are_refused_before_they_are_read()
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("summary", new string('x', 1_000_000))));

        Assert.Equal((413, "CG-1003"), (answer.Status, answer.Code));
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Broken_utf_8_and_other_content_types_are_refused()
    {
        using var broken = new ByteArrayContent([.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        broken.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new StringContent("category=OTHER", Encoding.UTF8, "application/x-www-form-urlencoded");

        var unreadable = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", broken);
        var foreign = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", form);

        Assert.Equal((400, "CG-1001"), (unreadable.Status, unreadable.Code));
        Assert.Equal((415, "CG-1004"), (foreign.Status, foreign.Code));
    }

    [Fact]
    public async Task A_missing_or_malformed_idempotency_key_is_refused()
    {
        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key: "short");

        Assert.Equal((400, "CG-1005"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_caller_who_is_not_signed_in_is_refused()
    {
        var answer = await app.PostAsync(null, $"channels/{channel}/reports", Reports.Good());

        Assert.Equal((401, "CG-2001"), (answer.Status, answer.Code));
    }
}
