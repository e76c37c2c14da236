using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Movements.Tests.Features;

public sealed class NotifySiteTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task A_site_reaches_release_with_each_named_force_and_nobody_else()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Sites.Good());

        Assert.Equal(202, answer.Status);
        Assert.StartsWith("HNS-", (string?)answer.Body["reference"], StringComparison.Ordinal);
        Assert.Equal((1, false), ((int)answer.Body["version"]!, (bool)answer.Body["late"]!));
        Assert.Empty(answer.Body["warnings"]!.AsArray());
        var fact = await app.FactAsync(answer.Item, 1);
        Assert.Equal("site", fact.Kind);
        Assert.Equal(["audience:military:northern-force", "audience:military:southern-force"], fact.Recipients);
        Assert.Equal(["own-side", "audience:military:northern-force", "audience:military:southern-force"], fact.ReleaseTo);
        Assert.Empty(fact.Content.Select(field => field.Key).Except(SiteSchema.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal));
        Assert.Equal(("NOTIFIED", "NOTIFICATION_ONLY"), ((string?)fact.Content["state"], (string?)fact.Content["notice"]));
    }

    [Fact]
    public async Task A_site_is_shown_until_its_owner_takes_it_off_and_is_to_be_confirmed_in_ninety_days()
    {
        var fact = await app.FactAsync(await app.SiteAsync(People.Ngo, app.Room()), 1);

        Assert.Null(fact.Expires);
        Assert.Equal(fact.At.AddDays(90).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), (string?)fact.Content["revalidateBy"]);
        Assert.False(fact.Content.ContainsKey("revalidatedAt"));
    }

    [Fact]
    public async Task A_site_that_is_valid_for_less_is_to_be_confirmed_by_then_and_is_not_hidden_after_it()
    {
        var fact = await app.FactAsync(await app.SiteAsync(People.Ngo, app.Room(), ("validUntil", "2026-04-01T00:00:00Z")), 1);

        Assert.Equal("2026-04-01T00:00:00Z", (string?)fact.Content["revalidateBy"]);
        Assert.Null(fact.Expires);
    }

    [Fact]
    public async Task A_receipt_repeats_nothing_that_was_written()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Sites.Good());

        Assert.Equal(["item", "late", "reference", "version", "warnings"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_again_gives_the_same_receipt_and_stores_nothing()
    {
        var (address, key) = (Address(), Ids.New());
        var first = await app.PostAsync(People.Ngo, address, Sites.Good(), key);
        var stored = await app.StoredAsync();

        var again = await app.PostAsync(People.Ngo, address, Sites.Good(), key);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task Only_humanitarian_organisations_notify_and_only_where_notifications_are_taken()
    {
        Assert.Equal(403, (await app.PostAsync(People.Force, Address(), Sites.Good())).Status);
        Assert.Equal(202, (await app.PostAsync(People.Coordinator, Address(), Sites.Good())).Status);
        Assert.Equal(403, (await app.PostAsync(People.Ngo, $"channels/{app.Channels.Open()}/sites", Sites.Good())).Status);
    }

    [Fact]
    public async Task A_channel_that_is_absent_or_shut_gets_the_same_answer()
    {
        var shut = app.Room();
        app.Channels.Shut(shut, People.Ngo.PersonId);

        var hidden = await app.PostAsync(People.Ngo, $"channels/{shut}/sites", Sites.Good());

        Assert.Equal(404, hidden.Status);
        Assert.Equal(await app.PostAsync(People.Ngo, $"channels/{Ids.New()}/sites", Sites.Good()), hidden);
    }

    [Theory]
    [InlineData("siteType")]
    [InlineData("name")]
    [InlineData("country")]
    [InlineData("position")]
    [InlineData("coordinateMethod")]
    [InlineData("accuracy")]
    [InlineData("callContact")]
    [InlineData("relation")]
    public async Task The_least_must_be_there(string field)
    {
        var body = Sites.Good();
        body.Remove(field);

        await IsInvalidAsync(body, field);
    }

    [Theory]
    [InlineData("siteType", "CASTLE", "siteType")]
    [InlineData("relation", "OWNS", "relation")]
    [InlineData("accuracy", 0, "accuracy")]
    [InlineData("accuracy", 10_001, "accuracy")]
    [InlineData("staff", -1, "staff")]
    [InlineData("name", "Two\nlines", "name")]
    [InlineData("admin1Pcode", "A code that is longer than codes are", "admin1Pcode")]
    [InlineData("validUntil", "2026-02-01T00:00:00Z", "validUntil")]
    [InlineData("validUntil", "2036-02-01T00:00:00Z", "validUntil")]
    [InlineData("validFrom", "2028-02-01T00:00:00Z", "validFrom")]
    public async Task A_field_at_fault_is_named(string field, object value, string named) => await IsInvalidAsync(Sites.Good((field, value)), named);

    [Fact]
    public async Task A_validity_has_a_length() =>
        await IsInvalidAsync(Sites.Good(("validFrom", "2026-05-01T00:00:00Z"), ("validUntil", "2026-04-01T00:00:00Z")), "validUntil");

    [Fact]
    public async Task A_recipient_is_a_force_that_the_owner_consents_to_tell() => await IsInvalidAsync(
        Sites.Good(("recipients", new JsonArray(Notifications.Named("military:northern-force", consent: false)))), "recipients[0].consent");

    [Fact]
    public async Task A_footprint_that_closes_itself_is_kept_open()
    {
        var square = Sites.Square(Sites.Lat, Sites.Lon);
        square.Add(square[0]!.DeepClone());

        var fact = await app.FactAsync(await app.SiteAsync(People.Ngo, app.Room(), ("footprint", square)), 1);

        Assert.Equal(4, fact.Content["footprint"]!.AsArray().Count);
    }

    public static TheoryData<string, string> Footprints => new()
    {
        { "[[0.001,0.001],[0.002,0.002]]", "3 to 50" },
        { "[[0,0],[0.001,0.001],[0.001,0],[0,0.001]]", "crosses itself" },
        { "[[0,0],[0.001,0],[0.001,0.001],[0,0],[0.001,-0.001]]", "each corner once" },
        { "[[0,0],[0.001,0],[0.002,0]]", "itself" },
        { "[[0,0],[0.1,0],[0.1,0.1],[0,0.1]]", "square kilometres" },
    };

    [Theory]
    [MemberData(nameof(Footprints))]
    public async Task A_footprint_is_the_simple_outline_of_a_place(string corners, string told)
    {
        var footprint = new JsonArray([.. JsonNode.Parse(corners)!.AsArray().Select(corner => Sites.At(Sites.Lat + (double)corner![0]!, Sites.Lon + (double)corner[1]!))]);

        var answer = await IsInvalidAsync(Sites.Good(("footprint", footprint)), "footprint");

        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_footprint_may_lie_across_the_antimeridian()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Sites.Good(
            ("position", Sites.At(-17.123456, 179.999512)),
            ("footprint", new JsonArray(Sites.At(-17.1241, 179.9995), Sites.At(-17.1241, -179.9995), Sites.At(-17.1231, -179.9995), Sites.At(-17.1231, 179.9995)))));

        Assert.Equal(202, answer.Status);
        Assert.Empty(answer.Body["warnings"]!.AsArray());
    }

    public static TheoryData<string, string, string> Doubtful => new()
    {
        { """{"position":{"lat":35.12,"lon":39.51}}""", "position", "few decimals" },
        { """{"accuracy":101}""", "accuracy", "101 metres" },
        { """{"coordinateMethod":"REPORTED"}""", "coordinateMethod", "as reported" },
        { """{"position":{"lat":35.523456,"lon":39.512345}}""", "footprint", "far from the position" },
        { """{"position":{"lat":39.512345,"lon":35.123456}}""", "position", "swapped" },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task A_doubtful_position_is_told_and_holds_nothing_up(string change, string field, string told)
    {
        var body = Sites.Good();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            body[name] = value!.DeepClone();
        }

        var answer = await app.PostAsync(People.Ngo, Address(), body);

        Assert.Equal(202, answer.Status);
        var warning = Assert.Single(answer.Body["warnings"]!.AsArray(), warning => (string?)warning!["field"] == field);
        Assert.Contains(told, (string?)warning!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_is_told_at_once_when_a_force_is_not()
    {
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = ["military:southern-force"] };
        try
        {
            var answer = await app.PostAsync(People.Ngo, Address(), Sites.Good());

            Assert.Equal("recipients[1]", (string?)Assert.Single(answer.Body["warnings"]!.AsArray())!["field"]);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    [Fact]
    public async Task A_record_that_is_brought_again_is_the_site_that_is_there_also_after_it_was_removed()
    {
        var room = app.Room();
        var record = Sites.Good(("sourceReference", new { system = "register", id = "17" }));
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/sites", record);
        Assert.Null(first.Body["existing"]);
        await app.PostAsync(People.Ngo, $"items/{first.Item}/remove", """{"reason":"CLOSED"}""");
        var stored = (await app.StoredAsync()).Versions;

        var again = await app.PostAsync(People.Colleague, $"channels/{room}/sites", record);

        Assert.Equal((202, first.Item, true), (again.Status, again.Item, (bool)again.Body["existing"]!));
        Assert.Contains("nobody is told of it again", Assert.Single(again.Body["warnings"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(stored, (await app.StoredAsync()).Versions);
        Assert.False((await app.FactAsync(first.Item, 1)).Content.ContainsKey("sourceReference"));
    }

    [Fact]
    public async Task A_record_that_says_something_else_when_it_is_brought_again_is_not_told_and_its_owner_is()
    {
        var room = app.Room();
        var source = ("sourceReference", (object?)new { system = "register", id = "18" });
        await app.PostAsync(People.Ngo, $"channels/{room}/sites", Sites.Good(source));

        var same = await app.PostAsync(People.Ngo, $"channels/{room}/sites", Sites.Good(source));
        var other = await app.PostAsync(People.Ngo, $"channels/{room}/sites", Sites.Good(source, ("accuracy", 42)));

        Assert.Empty(same.Body["warnings"]!.AsArray());
        Assert.Contains("Amend", Assert.Single(other.Body["warnings"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_another_organisation_or_in_another_room_is_another_one()
    {
        var room = app.Room();
        var record = Sites.Good(("sourceReference", new { system = "register", id = "17" }));
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/sites", record);

        Assert.NotEqual(first.Item, (await app.PostAsync(People.OtherNgo, $"channels/{room}/sites", record)).Item);
        Assert.NotEqual(first.Item, (await app.PostAsync(People.Ngo, Address(), record)).Item);
    }

    private string Address() => $"channels/{app.Room()}/sites";

    private async Task<Answer> IsInvalidAsync(JsonObject body, string field)
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, Address(), body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([field], answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
        return answer;
    }
}
