using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Movements.Tests.Features;

public sealed class NotifyMovementTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task A_movement_reaches_release_with_each_named_force_and_nobody_else()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good());

        Assert.Equal(202, answer.Status);
        Assert.StartsWith("HNM-", (string?)answer.Body["reference"], StringComparison.Ordinal);
        Assert.False((bool)answer.Body["late"]!);
        Assert.Empty(answer.Body["warnings"]!.AsArray());
        var fact = await app.FactAsync(answer.Item, 1);
        Assert.Equal("movement", fact.Kind);
        Assert.Equal(["audience:military:northern-force", "audience:military:southern-force"], fact.Recipients);
        Assert.Equal(["own-side", "audience:military:northern-force", "audience:military:southern-force"], fact.ReleaseTo);
        Assert.Empty(fact.Content.Select(field => field.Key).Except(MovementSchema.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_receipt_repeats_nothing_that_was_written()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good());

        Assert.Equal(["item", "late", "reference", "version", "warnings"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_again_gives_the_same_receipt_and_stores_nothing()
    {
        var (address, key) = (Address(), Ids.New());
        var first = await app.PostAsync(People.Ngo, address, Notifications.Good(), key);
        var stored = await app.StoredAsync();

        var again = await app.PostAsync(People.Ngo, address, Notifications.Good(), key);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task Only_humanitarian_organisations_notify()
    {
        var address = Address();

        Assert.Equal(403, (await app.PostAsync(People.Force, address, Notifications.Good())).Status);
        Assert.Equal(202, (await app.PostAsync(People.Coordinator, address, Notifications.Good())).Status);
    }

    [Fact]
    public async Task A_channel_that_is_absent_or_shut_gets_the_same_answer()
    {
        var shut = app.Room();
        app.Channels.Shut(shut, People.Ngo.PersonId);

        var hidden = await app.PostAsync(People.Ngo, $"channels/{shut}/movements", Notifications.Good());
        var absent = await app.PostAsync(People.Ngo, $"channels/{Ids.New()}/movements", Notifications.Good());

        Assert.Equal(404, hidden.Status);
        Assert.Equal(absent, hidden);
    }

    [Theory]
    [InlineData("military:northern-force", false, "recipients[0].consent")]
    [InlineData("military", true, "recipients[0].audience")]
    [InlineData("political", true, "recipients[0].audience")]
    [InlineData("all", true, "recipients[0].audience")]
    public async Task A_recipient_is_a_force_that_the_owner_consents_to_tell(string audience, bool consent, string field) =>
        await IsInvalidAsync(Notifications.Good(("recipients", new JsonArray(Notifications.Named(audience, consent)))), field);

    [Fact]
    public async Task A_force_that_nobody_in_the_room_belongs_to_is_refused_and_those_that_are_told_are_named()
    {
        var answer = await app.PostAsync(
            People.Ngo, Address(), Notifications.Good(("recipients", new JsonArray(Notifications.Named("military:nothern-force")))));

        Assert.Equal(["recipients[0].audience"], answer.Fields);
        Assert.Contains("military:northern-force, military:southern-force, police", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_for_messages_takes_no_movement()
    {
        var plenary = app.Channels.Open();

        var answer = await app.PostAsync(People.Ngo, $"channels/{plenary}/movements", Notifications.Good());

        Assert.Equal(403, answer.Status);
        Assert.Contains("notification room", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_after_a_lost_answer_is_no_new_act_whatever_the_time_and_the_terms_are_now()
    {
        var (room, key) = (app.Room(), Ids.New());
        var body = Notifications.Good(("windowStart", "2026-03-03T08:30:00Z"), ("windowEnd", "2026-03-03T14:00:00Z"));
        var first = await app.PostAsync(People.Ngo, $"channels/{room}/movements", body, key);
        app.Channels.Change(room, pass => pass with { TermsAccepted = false, MayNotify = false, Forces = [] });
        app.Clock.Advance(TimeSpan.FromHours(1));

        var again = await app.PostAsync(People.Ngo, $"channels/{room}/movements", body, key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
        app.Clock.Advance(TimeSpan.FromHours(-1));
    }

    [Fact]
    public async Task An_owner_is_told_at_once_when_a_force_is_not()
    {
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = ["military:southern-force"] };
        try
        {
            var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good());

            var warning = Assert.Single(answer.Body["warnings"]!.AsArray());
            Assert.Equal("recipients[1]", (string?)warning!["field"]);
            Assert.Contains("military:southern-force is not told yet", (string?)warning["text"], StringComparison.Ordinal);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    [Fact]
    public async Task Every_notification_says_what_it_is()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good());

        Assert.Equal("NOTIFICATION_ONLY", (string?)(await app.FactAsync(answer.Item, 1)).Content["notice"]);
    }

    [Fact]
    public async Task Others_are_shown_a_movement_until_three_days_after_its_window()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good());

        Assert.Equal(DateTimeOffset.Parse("2026-03-08T14:00:00Z", CultureInfo.InvariantCulture), (await app.FactAsync(answer.Item, 1)).Expires);
    }

    [Theory]
    [InlineData("2026-02-27T06:00:00Z", "2026-03-05T14:00:00Z", "windowStart")]
    [InlineData("2026-03-05T06:00:00Z", "2026-03-05T06:00:00Z", "windowEnd")]
    [InlineData("2026-03-05T06:00:00Z", "2026-04-06T06:00:00Z", "windowEnd")]
    public async Task A_window_is_of_now_has_a_length_and_an_end(string start, string end, string field) =>
        await IsInvalidAsync(Notifications.Good(("windowStart", start), ("windowEnd", end), ("lateReason", "Because.")), field);

    [Fact]
    public async Task A_stop_is_made_inside_the_window()
    {
        var stop = Notifications.Stop("ORIGIN", 35.123456, 39.512345);
        stop["at"] = "2026-03-05T15:00:00Z";

        await IsInvalidAsync(Notifications.Good(("route", new JsonArray(stop, Notifications.Stop("DESTINATION", 35.412345, 39.923456)))), "route[0].at");
    }

    [Theory]
    [InlineData("category")]
    [InlineData("mode")]
    [InlineData("windowStart")]
    [InlineData("windowEnd")]
    [InlineData("route")]
    [InlineData("callContact")]
    public async Task The_least_must_be_there(string field)
    {
        var body = Notifications.Good();
        body.Remove(field);

        await IsInvalidAsync(body, field);
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_refused() =>
        await IsInvalidAsync(Notifications.Good(("windowEnd", "2026-03-05T05:00:00Z")), "windowEnd");

    [Fact]
    public async Task A_late_notification_says_why_and_is_marked_and_sent()
    {
        var late = ("windowStart", (object?)"2026-03-02T06:00:00Z");
        await IsInvalidAsync(Notifications.Good(late), "lateReason");

        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(late, ("lateReason", "The road opened today.")));

        Assert.Equal(202, answer.Status);
        Assert.True((bool)answer.Body["late"]!);
        Assert.True((bool)(await app.FactAsync(answer.Item, 1)).Content["late"]!);
    }

    [Fact]
    public async Task An_emergency_has_a_shorter_lead_time()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("category", "EMERGENCY"), ("windowStart", "2026-03-02T09:00:00Z")));

        Assert.Equal((202, false), (answer.Status, (bool)answer.Body["late"]!));
    }

    [Theory]
    [InlineData(29.923456, 35.412345, "swapped")]
    [InlineData(45.123456, 59.123456, "far from")]
    [InlineData(35.4, 39.9, "few decimals")]
    public async Task A_doubtful_position_is_told_and_holds_nothing_up(double lat, double lon, string told)
    {
        var origin = told == "swapped" ? Notifications.Stop("ORIGIN", 35.123456, 29.512345) : Notifications.Stop("ORIGIN", 35.123456, 39.512345);

        var answer = await app.PostAsync(
            People.Ngo, Address(), Notifications.Good(("route", new JsonArray(origin, Notifications.Stop("DESTINATION", lat, lon)))));

        Assert.Equal(202, answer.Status);
        var warning = Assert.Single(answer.Body["warnings"]!.AsArray());
        Assert.Equal("route[1]", (string?)warning!["field"]);
        Assert.Contains(told, (string?)warning["text"], StringComparison.Ordinal);
    }

    private string Address() => $"channels/{app.Room()}/movements";

    private async Task IsInvalidAsync(JsonObject body, string field)
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, Address(), body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([field], answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }
}
