using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Incidents.Tests.Features;

public sealed class ReportIncidentTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_report_is_accepted_with_a_receipt_and_nothing_of_its_content()
    {
        var answer = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good());

        Assert.Equal(202, answer.Status);
        Assert.Equal(["item", "reference", "version"], answer.Body.Select(field => field.Key));
        Assert.True(Ids.IsWellFormed(answer.Item));
        Assert.Matches("^SIR-[0-9A-Z]{4}-[0-9A-Z]{4}$", answer.Body["reference"]!.GetValue<string>());
        Assert.Contains($"Location: /api/release/items/{answer.Item}", answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_becomes_a_fact_with_the_label_of_one_who_chose_nothing()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var fact = await app.FactAsync(item, 1);

        Assert.Equal("incident", fact.Kind);
        Assert.Equal(channel, fact.Channel);
        Assert.Equal(Sensitivity.Moderate, fact.Sensitivity);
        Assert.Equal(["own-side"], fact.ReleaseTo);
        Assert.Equal(ItemStatus.Current, fact.Status);
        Assert.Equal(People.Ngo.OrganisationId, fact.Origin.Organisation);
        Assert.Equal(app.Clock.GetUtcNow(), fact.At);
        Assert.False(fact.Protection);
    }

    [Fact]
    public async Task What_was_written_arrives_normalised()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("impact", new { injuredNational = 2, injuredMale = 3 }), ("severity", 3)));

        var content = (await app.FactAsync(item, 1)).Content;

        Assert.Equal("2026-02-28T11:30:00Z", content["occurredAt"]!.GetValue<string>());
        Assert.True(content["timeKnown"]!.GetValue<bool>());
        Assert.Equal("3", content["severity"]!.GetValue<string>());
        Assert.Equal(35.123457, content["position"]!["lat"]!.GetValue<double>());
        Assert.Equal(3, content["impact"]!["injured"]!.GetValue<int>());
        Assert.Equal("UNVERIFIED", content["verification"]!.GetValue<string>());
        Assert.Equal("IMMEDIATE", content["stage"]!.GetValue<string>());
        Assert.Equal("ROAD_ATTACK", content["hazard"]!.GetValue<string>());
        Assert.Equal("River Aid", content["organisation"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_day_without_an_hour_is_kept_as_a_day()
    {
        var item = await app.ReportedAsync(
            People.Ngo, channel, Reports.Good(("occurredAt", "2026-03-01"), ("occurredUntil", "2026-03-01"), ("timePrecision", "1")));

        var content = (await app.FactAsync(item, 1)).Content;

        Assert.Equal("2026-03-01T00:00:00Z", content["occurredAt"]!.GetValue<string>());
        Assert.False(content["timeKnown"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_release_set_and_caveats_go_with_the_report()
    {
        var body = Reports.Good(
            ("sensitivity", "low"), ("releaseTo", new[] { "own-side", "audience:military:northern-force" }), ("caveats", new[] { "unattributed", "no-export" }));
        var item = await app.ReportedAsync(People.Ngo, channel, body);

        var fact = await app.FactAsync(item, 1);

        Assert.Equal(Sensitivity.Low, fact.Sensitivity);
        Assert.Equal(["own-side", "audience:military:northern-force"], fact.ReleaseTo);
        Assert.Equal(["audience:military:northern-force"], fact.Recipients);
        Assert.Equal(Caveats.Unattributed | Caveats.NoExport, fact.Caveats);
    }

    [Fact]
    public async Task A_near_miss_counts_and_is_marked()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("nearMiss", true), ("impact", null)));

        var content = (await app.FactAsync(item, 1)).Content;

        Assert.True(content["nearMiss"]!.GetValue<bool>());
        Assert.Equal("2", content["severity"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_report_in_an_exercise_is_marked_exercise()
    {
        var exercise = app.Channels.Open(pass => pass with { Exercise = true });
        var item = await app.ReportedAsync(People.Ngo, exercise);

        var fact = await app.FactAsync(item, 1);

        Assert.True(fact.Exercise);
        Assert.Equal(Caveats.Exercise, fact.Caveats);
    }

    [Fact]
    public async Task A_member_who_has_not_accepted_the_terms_is_told_so()
    {
        var unread = app.Channels.Open(pass => pass with { TermsAccepted = false });

        var answer = await app.PostAsync(People.Ngo, $"channels/{unread}/reports", Reports.Good());

        Assert.Equal((403, "CG-3001"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_channel_that_the_posture_closed_says_so_to_who_knew_it()
    {
        var closed = app.Channels.Open(pass => pass with { Posture = Posture.Distance, MayPost = false });

        var answer = await app.PostAsync(People.Force, $"channels/{closed}/reports", Reports.Good());

        Assert.Equal((403, "CG-3002"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_room_for_notifications_takes_no_report_and_says_where_to_write()
    {
        var room = app.Channels.Open(pass => pass with { Kind = ChannelKind.Notification, MayPost = false, MayNotify = true });

        var answer = await app.PostAsync(People.Ngo, $"channels/{room}/reports", Reports.Good());

        Assert.Equal((403, "CG-3005"), (answer.Status, answer.Code));
        Assert.Contains("Write in the plenary", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_a_notice_channel_cannot_report_there()
    {
        var notice = app.Channels.Open(pass => pass with { Kind = ChannelKind.Notice, MayPost = false });

        var answer = await app.PostAsync(People.Ngo, $"channels/{notice}/reports", Reports.Good());

        Assert.Equal((403, "CG-2003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_linked_item_must_be_one_that_the_reporter_holds()
    {
        var linked = Ids.New();

        var absent = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("linkedNotification", linked)));
        app.Held.Give(People.Ngo.OrganisationId, linked);
        var present = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("linkedNotification", linked)));

        Assert.Equal((400, "CG-1002"), (absent.Status, absent.Code));
        Assert.Equal(["linkedNotification"], absent.Fields);
        Assert.Equal(202, present.Status);
    }

    [Fact]
    public async Task A_link_carries_the_version_that_its_reporter_holds_and_another_or_none_takes_it_along()
    {
        var (movement, plain) = (Ids.New(), Ids.New());
        app.Held.Give(People.Ngo.OrganisationId, movement, version: 3);
        app.Held.Give(People.Ngo.OrganisationId, plain, version: 5);
        var report = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("linkedNotification", movement), ("linkedVersion", 9)));
        Assert.Equal(400, report.Status); // Nobody says it themselves.

        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("linkedNotification", movement)));
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { deliveryImpact = "SUSPENSION" });
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { linkedNotification = plain });
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { clear = new[] { "linkedNotification" } });

        var kept = new List<(int? Version, string? Hash)>();
        for (var version = 1; version <= 4; version++)
        {
            var content = (await app.FactAsync(item, version)).Content;
            kept.Add(((int?)content["linkedVersion"], (string?)content["linkedHash"]));
        }

        var hash = new string('a', 64);
        Assert.Equal([(3, hash), (3, hash), (5, hash), (null, null)], kept);
    }

    [Fact]
    public async Task Nothing_of_a_report_is_logged()
    {
        await app.ReportedAsync(People.Ngo, channel);
        await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("category", "Canary Brigade")));

        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal) || line.Contains("river road", StringComparison.Ordinal));
        Assert.Contains(app.Log.Lines, line => line.StartsWith("3000 ", StringComparison.Ordinal));
    }
}
