using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests.Features;

public sealed class IssueAdvisoryTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task An_advisory_goes_to_the_humanitarian_side_and_names_nobody()
    {
        var answer = await app.PostAsync(People.Force, Address(), Advisories.Good());

        Assert.Equal(202, answer.Status);
        Assert.StartsWith("ADV-", (string?)answer.Body["reference"], StringComparison.Ordinal);
        Assert.Empty(answer.Body["warnings"]!.AsArray());
        var fact = await app.FactAsync(answer.Item, 1);
        Assert.Equal("advisory", fact.Kind);
        Assert.Equal(["own-side", "humanitarian"], fact.ReleaseTo);
        Assert.Empty(fact.Recipients);
        Assert.Equal("IN_FORCE", (string?)fact.Content["state"]);
        Assert.Empty(fact.Content.Select(field => field.Key).Except(AdvisorySchema.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_shown_to_others_until_its_time_is_over()
    {
        var answer = await app.PostAsync(People.Force, Address(), Advisories.Good());

        Assert.Equal(DateTimeOffset.Parse("2026-03-04T18:00:00Z", System.Globalization.CultureInfo.InvariantCulture), (await app.FactAsync(answer.Item, 1)).Expires);
    }

    [Fact]
    public async Task A_receipt_repeats_nothing_that_was_written()
    {
        var answer = await app.PostAsync(People.Force, Address(), Advisories.Good());

        Assert.Equal(["item", "late", "reference", "version", "warnings"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal) || line.Contains("bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_again_gives_the_same_receipt_and_stores_nothing_whatever_the_room_is_now()
    {
        var (room, key) = (app.Room(AsForForces), Ids.New());
        var first = await app.PostAsync(People.Force, $"channels/{room}/advisories", Advisories.Good(), key);
        var stored = await app.StoredAsync();
        app.Channels.Change(room, pass => pass with { TermsAccepted = false });

        var again = await app.PostAsync(People.Force, $"channels/{room}/advisories", Advisories.Good(), key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task Forces_police_authorities_and_coordination_issue_advisories_and_nobody_else()
    {
        var withoutOwn = Advisories.Good();
        foreach (var own in (string[])["unit", "operation", "source"])
        {
            withoutOwn.Remove(own);
        }

        foreach (var who in (Participant[])[People.Force, People.Police, People.Authority, People.Coordinator])
        {
            Assert.Equal(202, (await app.PostAsync(who, Address(), withoutOwn)).Status);
        }

        Assert.Equal(403, (await app.PostAsync(People.Ngo, Address(), withoutOwn)).Status);
    }

    [Theory]
    [InlineData("unit")]
    [InlineData("operation")]
    [InlineData("source")]
    public async Task Coordination_says_nothing_that_the_humanitarian_side_would_read_of_a_force(string field)
    {
        var answer = await app.PostAsync(People.Coordinator, Address(), Advisories.Good());

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Fields);
    }

    [Fact]
    public async Task A_channel_that_is_absent_or_shut_gets_the_same_answer()
    {
        var shut = app.Room(AsForForces);
        app.Channels.Shut(shut, People.Force.PersonId);

        var hidden = await app.PostAsync(People.Force, $"channels/{shut}/advisories", Advisories.Good());
        var absent = await app.PostAsync(People.Force, $"channels/{Ids.New()}/advisories", Advisories.Good());

        Assert.Equal(404, hidden.Status);
        Assert.Equal(absent, hidden);
    }

    [Fact]
    public async Task A_room_in_which_not_all_of_the_humanitarian_side_is_told_takes_none()
    {
        var desk = app.Channels.Open(pass => pass with { Kind = ChannelKind.Desk });

        var answer = await app.PostAsync(People.Force, $"channels/{desk}/advisories", Advisories.Good());

        Assert.Equal(403, answer.Status);
        Assert.Contains("notification room", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Classification.Posture.Cooperation)]
    [InlineData(Classification.Posture.Coexistence)]
    [InlineData(Classification.Posture.Distance)]
    public async Task An_advisory_gets_through_in_every_posture(Classification.Posture posture)
    {
        var room = app.Room(pass => AsForForces(pass) with { Posture = posture });

        Assert.Equal(202, (await app.PostAsync(People.Force, $"channels/{room}/advisories", Advisories.Good())).Status);
    }

    [Fact]
    public async Task Who_has_not_accepted_the_terms_issues_none()
    {
        var room = app.Room(pass => AsForForces(pass) with { TermsAccepted = false });

        Assert.Equal("CG-3001", (await app.PostAsync(People.Force, $"channels/{room}/advisories", Advisories.Good())).Code);
    }

    [Theory]
    [InlineData("advisoryType", "BRIDGE")]
    [InlineData("severity", "HIGH")]
    [InlineData("summary", null)]
    [InlineData("validUntil", null)]
    [InlineData("validUntil", "2026-03-01T05:00:00Z")]
    [InlineData("validUntil", "2028-03-01T05:00:00Z")]
    [InlineData("validFrom", "2025-12-01T05:00:00Z")]
    [InlineData("country", null)]
    [InlineData("radius", 0)]
    [InlineData("radius", 200_001)]
    public async Task A_value_that_is_not_accepted_is_named(string field, object? value) => await IsInvalidAsync(Advisories.Good((field, value)), field);

    [Fact]
    public async Task The_status_of_a_route_is_needed_where_the_advisory_is_about_one()
    {
        await IsInvalidAsync(Advisories.Good(("advisoryType", "ROUTE_STATUS")), "routeStatus");
        Assert.Equal(202, (await app.PostAsync(People.Force, Address(), Advisories.Good(("advisoryType", "ROUTE_STATUS"), ("routeStatus", "CLOSED")))).Status);
    }

    [Fact]
    public async Task A_radius_is_about_a_position() => await IsInvalidAsync(Advisories.Good(("position", null)), "radius");

    [Fact]
    public async Task An_outline_has_three_to_fifty_corners_each_once_and_is_stored_open()
    {
        var corners = new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.2, 39.5), Advisories.Corner(35.2, 39.6), Advisories.Corner(35.1, 39.5));
        var answer = await app.PostAsync(People.Force, Address(), Advisories.Good(("outline", corners)));

        Assert.Equal(202, answer.Status);
        Assert.Equal(3, (await app.FactAsync(answer.Item, 1)).Content["outline"]!.AsArray().Count);
        await IsInvalidAsync(Advisories.Good(("outline", new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.2, 39.5)))), "outline");
        await IsInvalidAsync(Advisories.Good(("outline", new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.2, 39.5), Advisories.Corner(35.2, 39.5)))), "outline");
        await IsInvalidAsync(Advisories.Good(("outline", new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(95, 39.5), Advisories.Corner(35.2, 39.6)))), "outline[1].lat");
    }

    [Fact]
    public async Task Its_author_is_told_at_once_when_the_humanitarian_side_is_not()
    {
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = ["un-humanitarian", "ingo"] };
        try
        {
            var answer = await app.PostAsync(People.Force, Address(), Advisories.Good(("summary", "Closed at 37SEA123456.")));

            Assert.Equal(202, answer.Status);
            var warning = Assert.Single(answer.Body["warnings"]!.AsArray());
            Assert.Equal("summary", (string?)warning!["field"]);
            Assert.Contains("coordinator", (string?)warning["text"], StringComparison.Ordinal);
            Assert.DoesNotContain("37SEA", answer.Text, StringComparison.Ordinal);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    [Fact]
    public async Task A_marking_above_unclassified_is_not_stored()
    {
        app.DraftGate.Verdict = new DraftVerdict(["operation"], Wider: null);
        var stored = await app.StoredAsync();
        try
        {
            Assert.Equal("CG-4040", (await app.PostAsync(People.Force, Address(), Advisories.Good())).Code);
            Assert.Equal(stored, await app.StoredAsync());
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    /// <summary>A force has a pass that lets it notify nothing and names no other force.</summary>
    internal static ChannelPass AsForForces(ChannelPass pass) => pass with { MayNotify = false, Forces = [] };

    private string Address() => $"channels/{app.Room(AsForForces)}/advisories";

    private async Task IsInvalidAsync(JsonObject body, string field)
    {
        var answer = await app.PostAsync(People.Force, Address(), body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Fields);
    }
}
