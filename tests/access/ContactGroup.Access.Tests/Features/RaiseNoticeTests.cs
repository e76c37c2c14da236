using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Access.Tests.Features;

public sealed class RaiseNoticeTests(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task A_notice_without_a_label_is_moderate_and_for_the_own_side_alone()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notices.Good());

        Assert.Equal(202, answer.Status);
        Assert.StartsWith("ACN-", (string?)answer.Body["reference"], StringComparison.Ordinal);
        var fact = await app.FactAsync(answer.Item, 1);
        Assert.Equal(("access-constraint", Sensitivity.Moderate, ItemStatus.Current), (fact.Kind, fact.Sensitivity, fact.Status));
        Assert.Equal(["own-side"], fact.ReleaseTo);
        Assert.Equal("REPORTED", (string?)fact.Content["state"]);
        Assert.Equal("2026-02-20T00:00:00Z", (string?)fact.Content["startedAt"]);
        Assert.Equal("River Aid", (string?)fact.Content["organisation"]!["name"]);
        Assert.Empty(fact.Content.Select(field => field.Key).Except(AccessConstraintSchema.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_author_says_how_sensitive_it_is_and_for_whom_at_most()
    {
        var body = Notices.Good(("sensitivity", "low"), ("releaseTo", new[] { "own-side", "audience:military:northern-force" }), ("caveats", new[] { "origin-hidden" }));

        var answer = await app.PostAsync(People.Ngo, Address(), body);

        var fact = await app.FactAsync(answer.Item, 1);
        Assert.Equal((Sensitivity.Low, Caveats.OriginHidden), (fact.Sensitivity, fact.Caveats));
        Assert.Equal(["own-side", "audience:military:northern-force"], fact.ReleaseTo);
        Assert.Equal(["audience:military:northern-force"], fact.Recipients);
    }

    [Fact]
    public async Task A_receipt_repeats_nothing_that_was_written_and_no_log_line_does()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notices.Good());

        Assert.Equal(["item", "reference", "version"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_again_gives_the_same_receipt_whatever_terms_and_posture_are_now()
    {
        var (room, key) = (app.Channels.Open(), Ids.New());
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/notices", Notices.Good(), key);
        var stored = await app.StoredAsync();
        app.Channels.Change(room, pass => pass with { TermsAccepted = false, MayPost = false });

        var again = await app.PostAsync(People.Ngo, $"channels/{room}/notices", Notices.Good(), key);
        var other = await app.PostAsync(People.Ngo, $"channels/{room}/notices", Notices.Good(("severity", "1")), key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
        Assert.Equal((422, "CG-1006"), (other.Status, other.Code));
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task A_force_raises_notices_too_where_it_may_post()
    {
        var answer = await app.PostAsync(People.Force, Address(), Notices.Good());

        Assert.Equal(202, answer.Status);
        Assert.Equal("northern-force", (await app.FactAsync(answer.Item, 1)).Origin.Force);
    }

    [Fact]
    public async Task What_speaks_against_it_is_said_with_its_code()
    {
        Assert.Equal("CG-3002", await CodeAsync(pass => pass with { Posture = Posture.Distance, MayPost = false }));
        Assert.Equal("CG-3005", await CodeAsync(pass => pass with { Kind = ChannelKind.Notification, MayPost = false, MayNotify = true }));
        Assert.Equal("CG-2003", await CodeAsync(pass => pass with { MayPost = false }));
        Assert.Equal("CG-3001", await CodeAsync(pass => pass with { TermsAccepted = false }));
    }

    [Fact]
    public async Task A_marked_text_is_refused_and_nothing_is_stored()
    {
        var before = await app.StoredAsync();
        app.DraftGate.Verdict = new DraftVerdict(["summary"], Wider: null);
        try
        {
            var answer = await app.PostAsync(People.Ngo, Address(), Notices.Good());

            Assert.Equal("CG-4040", answer.Code);
            Assert.Equal(["summary"], answer.Fields);
            Assert.Equal(before, await app.StoredAsync());
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    [Theory]
    [InlineData("linkedIncident")]
    [InlineData("linkedNotification")]
    public async Task An_item_that_is_linked_is_one_that_its_author_holds(string field)
    {
        var (held, hidden) = (Ids.New(), await app.RaisedAsync(People.OtherNgo, app.Channels.Open()));
        app.Held.Give(People.Ngo.OrganisationId, held);

        var good = await app.PostAsync(People.Ngo, Address(), Notices.Good((field, held)));
        var invisible = await app.PostAsync(People.Ngo, Address(), Notices.Good((field, hidden)));
        var absent = await app.PostAsync(People.Ngo, Address(), Notices.Good((field, Ids.New())));
        var malformed = await app.PostAsync(People.Ngo, Address(), Notices.Good((field, "x")));

        Assert.Equal(202, good.Status);
        Assert.Equal([field], invisible.Fields);
        Assert.Equal(absent, invisible);
        Assert.Equal(absent, malformed);
    }

    [Fact]
    public async Task A_notice_names_one_other_item_at_most()
    {
        var (incident, movement) = (Ids.New(), Ids.New());
        app.Held.Give(People.Ngo.OrganisationId, incident);
        app.Held.Give(People.Ngo.OrganisationId, movement);

        await IsInvalidAsync(Notices.Good(("linkedIncident", incident), ("linkedNotification", movement)), "linkedNotification");
    }

    [Theory]
    [InlineData("constraintType")]
    [InlineData("severity")]
    [InlineData("country")]
    [InlineData("startedAt")]
    public async Task What_a_notice_needs_is_named_when_it_is_missing(string field) => await IsInvalidAsync(Notices.Without(field), field);

    [Fact]
    public async Task A_title_or_a_description_is_enough_and_without_both_there_is_no_notice()
    {
        await IsInvalidAsync(Notices.Without("title", "description"), "title");

        Assert.Equal(202, (await app.PostAsync(People.Ngo, Address(), Notices.Without("title"))).Status);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, Address(), Notices.Without("description"))).Status);
    }

    [Theory]
    [InlineData("constraintType", "\"AC10\"", "constraintType")]
    [InlineData("severity", "5", "severity")]
    [InlineData("impediment", "\"BRIBE\"", "impediment")]
    [InlineData("level", "\"GLOBAL\"", "level")]
    [InlineData("peopleAffected", "\"1200\"", "peopleAffected")]
    [InlineData("impact", "[\"DELAY\",\"NO\"]", "impact[1]")]
    [InlineData("sectors", "[\"HEALTH\",\"HEALTH\"]", "sectors")]
    [InlineData("organisationTypes", "[\"X\"]", "organisationTypes[0]")]
    [InlineData("imposedBy", "\"X\"", "imposedBy")]
    [InlineData("verification", "\"X\"", "verification")]
    [InlineData("delayHours", "-1", "delayHours")]
    [InlineData("delayHours", "100000", "delayHours")]
    [InlineData("country", "\"SY\"", "country")]
    [InlineData("admin1", "\"35.12345, 39.5\"", "admin1")]
    [InlineData("admin1Pcode", "\"IQ02\"", "admin1Pcode")]
    [InlineData("admin2Pcode", "\"SY0103\"", "admin2Pcode")]
    [InlineData("position", "{\"lat\":91,\"lon\":0}", "position.lat")]
    [InlineData("position", "{\"lat\":0,\"lon\":0}", "position")]
    [InlineData("position", "{\"lat\":null,\"lon\":null}", "position")]
    [InlineData("startedAt", "\"2026-02-30\"", "startedAt")]
    [InlineData("startedAt", "\"2026-02-20T10:00:00\"", "startedAt")]
    [InlineData("startedAt", "\"1815-06-18\"", "startedAt")]
    [InlineData("startedAt", "\"2028-01-01\"", "startedAt")]
    [InlineData("expectedEnd", "\"2026-02-19\"", "expectedEnd")]
    [InlineData("expectedEnd", "\"2051-01-01\"", "expectedEnd")]
    [InlineData("followUpBy", "\"soon\"", "followUpBy")]
    [InlineData("title", "\"two\\nlines\"", "title")]
    [InlineData("sensitivity", "\"secret\"", "sensitivity")]
    [InlineData("releaseTo", "[\"everyone\"]", "releaseTo[0]")]
    [InlineData("caveats", "[\"expires\"]", "caveats[0]")]
    public async Task A_bad_value_is_named_and_nothing_is_stored(string field, string value, string path)
    {
        var body = Notices.Good();
        body[field] = JsonNode.Parse(value);

        await IsInvalidAsync(body, path);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("endedAt")]
    [InlineData("organisation")]
    [InlineData("raisedBy")]
    [InlineData("notAField")]
    public async Task What_the_service_says_itself_is_no_field_of_a_request(string field)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notices.Good((field, "x")));

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_named()
    {
        await IsInvalidAsync(Notices.Good(("summary", new string('a', 2_001))), "summary");
        await IsInvalidAsync(Notices.Good(("negotiation", new string('a', 8_001))), "negotiation");
    }

    private string Address() => $"channels/{app.Channels.Open()}/notices";

    private async Task<string?> CodeAsync(Func<ChannelPass, ChannelPass> but) =>
        (await app.PostAsync(People.Ngo, $"channels/{app.Channels.Open(but)}/notices", Notices.Good())).Code;

    private async Task IsInvalidAsync(JsonObject body, string field)
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, Address(), body);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Contains(field, answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }
}
