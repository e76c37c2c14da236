using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Incidents.Tests.Features;

public sealed class UpdateIncidentTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_stage_goes_forward()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        app.Held.Give(People.Colleague.OrganisationId, item);

        var update = await app.PostAsync(People.Colleague, $"items/{item}/update", new { stage = "UPDATE", deliveryImpact = "SUSPENSION" });
        var account = await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "POST_INCIDENT" });

        Assert.Equal((202, 202), (update.Status, account.Status));
        Assert.Equal(3, account.Body["version"]!.GetValue<int>());
        var fact = await app.FactAsync(item, 3);
        Assert.Equal("POST_INCIDENT", fact.Content["stage"]!.GetValue<string>());
        Assert.Equal("SUSPENSION", fact.Content["deliveryImpact"]!.GetValue<string>());
        Assert.Equal("Our convoy of two was shot at near the bridge.", fact.Content["narrativeRestricted"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stage_never_goes_back()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("stage", "POST_INCIDENT")));
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "UPDATE" });

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal(["stage"], answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_field_can_be_cleared_and_what_was_derived_follows()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("category", "FACILITY_DAMAGE"), ("weapons", new[] { "MORTAR" })));
        Assert.Equal("SHELLING", (await app.FactAsync(item, 1)).Content["hazard"]!.GetValue<string>());

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", new { clear = new[] { "weapons", "actorName", "impact" } });

        Assert.Equal(202, answer.Status);
        var content = (await app.FactAsync(item, 2)).Content;
        Assert.False(content.ContainsKey("actorName"));
        Assert.Equal("FACILITY_DAMAGE", content["hazard"]!.GetValue<string>());
        Assert.Equal("2", content["severity"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_somebody_said_is_not_derived_again()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("severity", "1"), ("affectsMovement", false)));

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { impact = new { killed = 4 }, hazardOngoing = true });

        var content = (await app.FactAsync(item, 2)).Content;
        Assert.Equal("1", content["severity"]!.GetValue<string>());
        Assert.False(content["affectsMovement"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Old_and_new_fields_together_must_make_sense()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        var before = await app.StoredAsync();

        var end = await app.PostAsync(People.Ngo, $"items/{item}/update", new { occurredUntil = "2026-02-27T00:00:00Z" });
        var place = await app.PostAsync(People.Ngo, $"items/{item}/update", new { country = "IRQ" });

        Assert.Equal((400, "CG-1002"), (end.Status, end.Code));
        Assert.Equal(["occurredUntil"], end.Fields);
        Assert.Equal(["admin1Pcode", "admin2Pcode"], place.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("""{}""", "stage")]
    [InlineData("""{"clear":["category"]}""", "clear[0]")]
    [InlineData("""{"clear":["colour"]}""", "clear[0]")]
    [InlineData("""{"clear":["title"],"title":"x"}""", "title")]
    [InlineData("""{"category":"X"}""", "category")]
    public async Task An_update_that_says_nothing_or_nonsense_is_refused(string body, string field)
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", body);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Contains(field, answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task An_update_made_on_an_older_version_is_refused()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { title = "Second" });

        var stale = await app.PostAsync(People.Ngo, $"items/{item}/update", new { title = "Third", ifVersion = 1 });
        var fresh = await app.PostAsync(People.Ngo, $"items/{item}/update", new { title = "Third", ifVersion = 2 });

        Assert.Equal((409, "CG-3004"), (stale.Status, stale.Code));
        Assert.Equal(202, fresh.Status);
    }

    [Fact]
    public async Task A_repeated_update_gets_its_receipt_though_the_report_went_on()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        var key = Ids.New();
        var first = await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "UPDATE", ifVersion = 1 }, key);
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "POST_INCIDENT" });

        var again = await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "UPDATE", ifVersion = 1 }, key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
    }

    [Fact]
    public async Task A_channel_that_has_closed_takes_no_update_but_lets_a_report_be_withdrawn()
    {
        var desk = app.Channels.Open();
        var item = await app.ReportedAsync(People.Force, desk);
        app.Channels.Change(desk, pass => pass with { Posture = Posture.Distance, MayPost = false, Kind = ChannelKind.Plenary });

        var update = await app.PostAsync(People.Force, $"items/{item}/update", new { title = "More" });
        var withdrawal = await app.PostAsync(People.Force, $"items/{item}/withdraw", new { reason = "No longer ours to say" });

        Assert.Equal((403, "CG-3002"), (update.Status, update.Code));
        Assert.Equal(202, withdrawal.Status);
    }
}
