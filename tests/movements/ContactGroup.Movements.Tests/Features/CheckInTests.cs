using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>A movement from 06:00 to 14:00 with stops at 06:00, 09:00 and 12:00; who is not heard of half an hour after one is overdue.</summary>
public sealed class CheckInTests : IAsyncLifetime, IDisposable
{
    private readonly MovementsApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_stop_is_heard_of_in_time_and_nothing_is_overdue_until_the_movement_is_completed()
    {
        var item = await UnderWayAsync();
        Assert.Equal("2026-03-05T09:30:00Z", await DueAsync(item));

        await app.PassUntilAsync("2026-03-05T09:20:00Z");
        Assert.Equal(202, (await CheckInAsync(item, """{"stop":1,"note":"All well."}""")).Status);
        Assert.Equal("2026-03-05T12:30:00Z", await DueAsync(item));
        await app.PassUntilAsync("2026-03-05T12:10:00Z");
        await CheckInAsync(item, """{"stop":2}""");
        Assert.Equal("2026-03-05T14:30:00Z", await DueAsync(item));
        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"COMPLETED"}""");
        await app.PassAsync(TimeSpan.FromDays(3));

        var done = await app.StoredAsync(item);
        Assert.Equal("COMPLETED", (string?)done.Content["state"]);
        Assert.False(done.Content.ContainsKey("overdueSince") || done.Content.ContainsKey("nextCheckInDue"));
        Assert.Equal([0, 1, 2], done.Content["checkIns"]!.AsArray().Select(said => (int)said!["stop"]!));
        Assert.Equal(("All well.", "Amal"), ((string?)done.Content["checkIns"]![1]!["note"], (string?)done.Content["checkIns"]![1]!["by"]!["name"]));
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    [Fact]
    public async Task Who_is_not_heard_of_is_overdue_until_they_are()
    {
        var item = await UnderWayAsync();
        await app.PassUntilAsync("2026-03-05T09:29:59Z");
        Assert.Null(await OverdueAsync(item));

        await app.PassUntilAsync("2026-03-05T09:30:00Z");
        var alarm = await app.StoredAsync(item);
        await app.PassUntilAsync("2026-03-05T10:00:00Z");
        await CheckInAsync(item, "{}");

        Assert.Equal(("check-in", "system", "2026-03-05T09:30:00Z"), (alarm.Act, alarm.Person, (string?)alarm.Content["overdueSince"]));
        Assert.Null(await OverdueAsync(item));
        Assert.Equal("2026-03-05T12:30:00Z", await DueAsync(item));
    }

    [Fact]
    public async Task A_movement_that_is_not_completed_after_its_window_is_overdue_and_never_expires()
    {
        var item = await UnderWayAsync();
        await CheckInAsync(item, """{"stop":2}""");

        await app.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal("2026-03-05T14:30:00Z", await OverdueAsync(item));
        Assert.Equal("UNDERWAY", (string?)(await app.StoredAsync(item)).Content["state"]);

        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"COMPLETED"}""");
        Assert.Null(await OverdueAsync(item));
    }

    [Fact]
    public async Task A_movement_under_way_is_shown_however_late_it_is_and_for_days_after_it_is_over()
    {
        var item = await UnderWayAsync();
        var underWay = await app.FactAsync(item, (await app.StoredAsync(item)).Version);
        await app.PassAsync(TimeSpan.FromDays(10));
        var overdue = await app.FactAsync(item, (await app.StoredAsync(item)).Version);

        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"COMPLETED"}""");

        Assert.Null(underWay.Expires);
        Assert.Null(overdue.Expires);
        Assert.Equal(app.Clock.GetUtcNow().AddDays(3), (await app.FactAsync(item, (await app.StoredAsync(item)).Version)).Expires);
    }

    [Fact]
    public async Task Amending_the_window_of_an_overdue_movement_does_not_end_the_alarm()
    {
        var item = await UnderWayAsync();
        await app.PassUntilAsync("2026-03-05T10:00:00Z");

        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"windowEnd":"2026-03-08T14:00:00Z"}""");

        Assert.Equal("2026-03-05T09:30:00Z", await OverdueAsync(item));
        await CheckInAsync(item, "{}");
        Assert.Null(await OverdueAsync(item));
    }

    [Fact]
    public async Task What_happens_by_itself_comes_after_the_state_of_the_room_that_the_act_before_has_seen()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(pass => pass with { Version = 7 }), Notifications.Good(("route", Route())));

        await app.PassAsync(TimeSpan.FromDays(4));

        var fact = await app.FactAsync(item, (await app.StoredAsync(item)).Version);
        Assert.True(fact.Version > 1);
        Assert.Equal(7, fact.ChannelVersion);
    }

    [Fact]
    public async Task A_check_in_after_the_window_is_good_for_as_long_again()
    {
        var item = await UnderWayAsync();
        await app.PassUntilAsync("2026-03-05T15:00:00Z");

        await CheckInAsync(item, """{"note":"Broken axle, on the way back."}""");

        Assert.Null(await OverdueAsync(item));
        await app.PassUntilAsync("2026-03-05T15:30:00Z");
        Assert.Equal("2026-03-05T15:30:00Z", await OverdueAsync(item));
    }

    [Fact]
    public async Task Another_window_moves_the_alarm_and_another_route_keeps_what_was_heard_of_the_places_that_are_still_on_it()
    {
        var item = await UnderWayAsync();
        await CheckInAsync(item, """{"stop":1}""");
        var route = Route();
        route.RemoveAt(0);

        var amended = await app.PostAsync(People.Ngo, $"items/{item}/amend", new JsonObject { ["route"] = route, ["windowEnd"] = "2026-03-05T18:00:00Z" });

        Assert.Equal(202, amended.Status);
        var said = (await app.StoredAsync(item)).Content["checkIns"]!.AsArray();
        Assert.Equal([null, 0], said.Select(one => (int?)one!["stop"]));
        Assert.Equal("2026-03-05T12:30:00Z", await DueAsync(item));
    }

    [Fact]
    public async Task A_stop_that_now_comes_before_where_somebody_was_heard_of_is_not_passed_by_that()
    {
        var item = await UnderWayAsync();
        await CheckInAsync(item, """{"stop":1}""");
        var (route, further) = (Route(), Notifications.Stop("DELIVERY", 35.3, 39.7));
        further["at"] = "2026-03-05T08:00:00Z";
        route.Insert(1, further);

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", new JsonObject { ["route"] = route })).Status);

        Assert.Equal([0, null], (await app.StoredAsync(item)).Content["checkIns"]!.AsArray().Select(one => (int?)one!["stop"]));
        Assert.Equal("2026-03-05T08:30:00Z", await DueAsync(item));
    }

    [Fact]
    public async Task A_check_in_changes_no_version_that_a_force_acknowledges_and_sends_nothing_anew()
    {
        var item = await UnderWayAsync();
        var before = await app.StoredAsync(item);

        await CheckInAsync(item, """{"stop":1}""");
        await app.PassUntilAsync("2026-03-05T06:30:00Z");

        var after = await app.StoredAsync(item);
        Assert.Equal((int)before.Content["version"]!, (int)after.Content["version"]!);
        Assert.True(JsonNode.DeepEquals(before.Content["dispatch"], after.Content["dispatch"]));
    }

    [Theory]
    [InlineData("""{"stop":3}""", "stop")]
    [InlineData("""{"stop":-1}""", "stop")]
    [InlineData("""{"lat":35.1,"lon":39.5}""", "lat")]
    public async Task A_stop_that_is_none_and_a_position_are_refused(string body, string field)
    {
        var answer = await CheckInAsync(await UnderWayAsync(), body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Fields);
    }

    [Fact]
    public async Task A_note_is_bounded_and_a_marking_in_it_is_refused_by_its_own_name()
    {
        var item = await UnderWayAsync();
        Assert.Equal(["note"], (await CheckInAsync(item, new JsonObject { ["note"] = new string('x', 501) })).Fields);
        app.DraftGate.Verdict = new(["checkIns"], Wider: null);

        var marked = await CheckInAsync(item, """{"note":"Marked."}""");

        app.DraftGate.Verdict = new([], Wider: null);
        Assert.Equal(("CG-4040", "note"), (marked.Code, marked.Fields.Single()));
    }

    [Fact]
    public async Task Only_the_own_organisation_checks_in_and_for_who_does_not_hold_it_there_is_nothing()
    {
        var item = await UnderWayAsync();
        app.Held.Give(People.Force.OrganisationId, item);

        var force = await app.PostAsync(People.Force, $"items/{item}/check-ins", "{}");
        var other = await app.PostAsync(People.OtherNgo, $"items/{item}/check-ins", "{}");
        var absent = await app.PostAsync(People.OtherNgo, $"items/{Contracts.Ids.New()}/check-ins", "{}");

        Assert.Equal("CG-3003", force.Code);
        Assert.Equal((404, absent.Text), (other.Status, other.Text));
    }

    [Fact]
    public async Task Nobody_checks_in_before_it_is_under_way_or_after_it_is_over()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("route", Route())));
        Assert.Equal(409, (await CheckInAsync(item, "{}")).Status);

        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"CANCELLED"}""");
        Assert.Equal(409, (await CheckInAsync(item, "{}")).Status);
    }

    [Fact]
    public async Task The_same_check_in_twice_is_noted_once()
    {
        var item = await UnderWayAsync();

        await app.PostAsync(People.Ngo, $"items/{item}/check-ins", """{"stop":1}""", key: "0123456789abcdefghjkmnpqrs");
        var again = await app.PostAsync(People.Ngo, $"items/{item}/check-ins", """{"stop":1}""", key: "0123456789abcdefghjkmnpqrs");

        Assert.Equal(202, again.Status);
        Assert.Equal(2, (await app.StoredAsync(item)).Content["checkIns"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_movement_that_never_went_under_way_expires_and_is_over()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        await app.PassUntilAsync("2026-03-05T07:00:00Z");
        Assert.Null(await OverdueAsync(item));
        var shown = (await app.FactAsync(item, 1)).Expires;

        await app.PassUntilAsync("2026-03-06T02:00:00Z");

        var expired = await app.StoredAsync(item);
        Assert.Equal(("expire", "system", "EXPIRED", 2), (expired.Act, expired.Person, (string?)expired.Content["state"], (int)expired.Content["version"]!));
        Assert.Equal(shown, (await app.FactAsync(item, expired.Version)).Expires);
        Assert.Equal(0, await app.DeadlinesAsync(item));
        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"UNDERWAY"}""")).Status);
        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"staff":3}""")).Status);
    }

    [Fact]
    public async Task Nobody_says_that_a_movement_is_expired()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());

        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"EXPIRED"}""")).Status);
    }

    [Fact]
    public async Task Who_is_expected_from_one_time_to_another_is_overdue_half_an_hour_after_the_end_of_it()
    {
        var item = await UnderWayAsync(("2026-03-05T09:00:00Z", "2026-03-05T11:00:00Z"));
        Assert.Equal("2026-03-05T11:30:00Z", await DueAsync(item));

        await app.PassUntilAsync("2026-03-05T11:29:59Z");
        Assert.Null(await OverdueAsync(item));
        await app.PassUntilAsync("2026-03-05T11:30:00Z");

        Assert.Equal("2026-03-05T11:30:00Z", await OverdueAsync(item));
    }

    private static JsonArray Route()
    {
        var (from, by, to) = (Notifications.Stop("ORIGIN", 35.123456, 39.512345), Notifications.Stop("DELIVERY", 35.212345, 39.623456), Notifications.Stop("DESTINATION", 35.412345, 39.923456));
        (from["at"], by["at"], to["at"]) = ("2026-03-05T06:00:00Z", "2026-03-05T09:00:00Z", "2026-03-05T12:00:00Z");
        return [from, by, to];
    }

    private async Task<string> UnderWayAsync((string At, string Until)? second = null)
    {
        var route = Route();
        if (second is { } times)
        {
            (route[1]!["at"], route[1]!["until"]) = (times.At, times.Until);
        }

        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("route", route)));
        await app.PassUntilAsync("2026-03-05T06:05:00Z");
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"UNDERWAY"}""")).Status);
        return item;
    }

    private Task<Answer> CheckInAsync(string item, object body) => app.PostAsync(People.Ngo, $"items/{item}/check-ins", body);

    private async Task<string?> DueAsync(string item) => (string?)(await app.StoredAsync(item)).Content["nextCheckInDue"];

    private async Task<string?> OverdueAsync(string item) => (string?)(await app.StoredAsync(item)).Content["overdueSince"];
}
