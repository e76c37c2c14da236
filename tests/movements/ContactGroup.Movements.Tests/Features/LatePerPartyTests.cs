using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>A movement is late for each of those it names by the lead time of that party alone; its owner is told for whom.</summary>
public sealed class LatePerPartyTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    // Ninety-four hours after the clock of the tests, which is in time for the deployment's 48 and North's 24, and late for South's 120.
    private static readonly (string, object?) Window = ("windowStart", "2026-03-05T06:00:00Z");

    private readonly MovementsApp app = new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["LeadTimes:0:Audience"] = North,
            ["LeadTimes:0:LeadHours"] = "24",
            ["LeadTimes:1:Audience"] = South,
            ["LeadTimes:1:LeadHours"] = "120",
            ["LeadTimes:1:EmergencyLeadHours"] = "12",
        },
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_line_of_who_asks_for_longer_is_late_and_no_other_line_and_the_owner_is_told_for_whom()
    {
        var room = app.Room();
        var asked = await app.PostAsync(People.Ngo, Address(room), Notifications.Good(Window));
        Assert.Equal(["lateReason"], asked.Fields);
        Assert.Contains(South, asked.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(North, asked.Body.ToJsonString(), StringComparison.Ordinal);

        var answer = await app.PostAsync(People.Ngo, Address(room), Late());

        Assert.Equal((202, true), (answer.Status, (bool)answer.Body["late"]!));
        var warning = Assert.Single(answer.Body["warnings"]!.AsArray());
        Assert.Equal(("recipients", true), ((string?)warning!["field"], ((string)warning["text"]!).StartsWith(South + " is told later", StringComparison.Ordinal)));
        var stored = await app.StoredAsync(answer.Item);
        Assert.Equal([South], stored.Content["lateFor"]!.AsArray().Select(party => (string)party!));
        Assert.Equal((false, true), (stored.Line(North).ContainsKey("late"), (bool?)stored.Line(South)["late"]));
    }

    [Fact]
    public async Task Who_asks_for_less_than_the_deployment_is_in_time_by_its_own()
    {
        var answer = await app.PostAsync(
            People.Ngo, Address(app.Room()), Notifications.Good(("windowStart", "2026-03-02T18:00:00Z"), ("recipients", new JsonArray(Notifications.Named(North)))));

        Assert.Equal((202, false), (answer.Status, (bool)answer.Body["late"]!));
        Assert.Empty(answer.Body["warnings"]!.AsArray());
    }

    [Fact]
    public async Task What_a_party_left_out_is_that_of_the_deployment_and_a_category_has_its_own()
    {
        var emergency = await app.PostAsync(People.Ngo, Address(app.Room()), Notifications.Good(
            ("category", "EMERGENCY"), ("windowStart", "2026-03-01T22:00:00Z"), ("lateReason", "Flood."), ("windowEnd", "2026-03-02T22:00:00Z")));
        Assert.Equal([North], (await app.StoredAsync(emergency.Item)).Content["lateFor"]!.AsArray().Select(party => (string)party!));

        var byAir = await app.PostAsync(People.Ngo, Address(app.Room()), Notifications.Good(("mode", "AIR_ROTARY"), ("windowStart", "2026-03-04T09:00:00Z")));
        Assert.Equal((202, false), (byAir.Status, (bool)byAir.Body["late"]!));
    }

    [Fact]
    public async Task Nobody_named_leaves_the_lead_time_of_the_deployment()
    {
        var answer = await app.PostAsync(
            People.Ngo, Address(app.Room()), Notifications.Good(("windowStart", "2026-03-02T18:00:00Z"), ("recipients", new JsonArray())));

        Assert.Equal(["lateReason"], answer.Fields);
        Assert.Contains("before the lead time has passed. Say why", answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amendment_that_is_in_time_again_or_leaves_the_party_out_takes_the_mark_away()
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room, Late());
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"windowStart":"2026-03-09T06:00:00Z","windowEnd":"2026-03-09T14:00:00Z"}""")).Status);
        var later = await app.StoredAsync(item);
        Assert.Equal((false, false), (later.Content.ContainsKey("lateFor"), later.Line(South).ContainsKey("late")));

        var other = await app.NotifiedAsync(People.Ngo, room, Late());
        var answer = await app.PostAsync(People.Ngo, $"items/{other}/amend", Named(North));
        Assert.Equal((202, false), (answer.Status, (bool)answer.Body["late"]!));
        await IsLateAsync(other, isLate: false);
    }

    [Theory]
    [InlineData(0, false)] // Ninety-four hours are left: in time for the deployment's 48.
    [InlineData(47, true)] // Forty-seven are left.
    public async Task When_nobody_is_named_any_more_the_lead_time_of_the_deployment_counts(int hours, bool isLate)
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Late());
        await app.PassAsync(TimeSpan.FromHours(hours));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", Named());

        Assert.Equal((202, isLate), (answer.Status, (bool)answer.Body["late"]!));
        await IsLateAsync(item, isLate);
    }

    [Fact]
    public async Task Who_is_left_out_and_was_in_time_takes_no_mark_from_the_other()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Late());

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", Named(South));

        Assert.Equal((202, true), (answer.Status, (bool)answer.Body["late"]!));
        var content = (await app.StoredAsync(item)).Content;
        Assert.Equal([South], content["lateFor"]!.AsArray().Select(party => (string)party!));
        Assert.True(content.ContainsKey("lateReason"));
    }

    [Fact]
    public async Task A_reason_that_is_said_with_another_window_stands_for_those_who_stay_named()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Late());
        var change = Named(North);
        (change["windowStart"], change["windowEnd"], change["lateReason"]) = ("2026-03-01T20:00:00Z", "2026-03-02T14:00:00Z", "The road closes tomorrow.");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", change);

        Assert.Equal((202, true), (answer.Status, (bool)answer.Body["late"]!));
        Assert.Equal([North], (await app.StoredAsync(item)).Content["lateFor"]!.AsArray().Select(party => (string)party!));
    }

    [Fact]
    public async Task A_reason_from_before_does_not_answer_for_another_lateness()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Late());
        await app.PostAsync(People.Ngo, $"items/{item}/amend", Named(North));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"windowStart":"2026-03-01T20:00:00Z","windowEnd":"2026-03-02T14:00:00Z"}""");

        Assert.Equal(["lateReason"], answer.Fields);
    }

    [Fact]
    public async Task A_new_version_of_what_was_late_keeps_the_mark_in_the_line_of_that_party_alone()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Late());

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"TRUCK_LT_10T","plate":"AB 1235"}]}""")).Status);

        var stored = await app.StoredAsync(item);
        Assert.Equal((2, false, true), ((int)stored.Content["version"]!, stored.Line(North).ContainsKey("late"), stored.Line(South).ContainsKey("late")));
    }

    [Theory]
    [InlineData("""{"windowStart":"2026-03-07T06:00:00Z","category":"STANDARD","mode":"ROAD","notes":"Another note."}""")]
    [InlineData("""{"windowStart":"2026-03-07T07:00:00+01:00","windowEnd":"2026-03-07T14:00:00Z"}""")]
    [InlineData("""{"route":[{"type":"ORIGIN","lat":35.123456,"lon":39.512345},{"type":"DESTINATION","lat":35.412345,"lon":39.923456}]}""")]
    public async Task What_is_said_again_and_is_the_same_is_late_for_nobody_whom_the_lead_time_passed_meanwhile(string said)
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("windowStart", "2026-03-07T06:00:00Z"), ("windowEnd", "2026-03-07T14:00:00Z")));
        await app.PassAsync(TimeSpan.FromHours(48));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", said);

        Assert.Equal((202, false), (answer.Status, (bool?)answer.Body["late"]));
        Assert.Empty(answer.Body["warnings"]!.AsArray());
        await AssertLateForNobodyAsync(item);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"TRUCK_LT_10T","plate":"AB 1235"}]}""")).Status);
        await AssertLateForNobodyAsync(item);
    }

    [Fact]
    public async Task Another_route_once_the_lead_time_has_passed_is_late_in_the_line_and_for_the_owner_alike()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("windowStart", "2026-03-07T06:00:00Z"), ("windowEnd", "2026-03-07T14:00:00Z")));
        await app.PassAsync(TimeSpan.FromHours(48));

        var answer = await app.PostAsync(
            People.Ngo, $"items/{item}/amend", """{"route":[{"type":"ORIGIN","lat":35.123456,"lon":39.512345},{"type":"DESTINATION","lat":35.512345,"lon":39.923456}]}""");

        await AssertLateForSouthAsync(answer);
    }

    [Fact]
    public async Task What_was_postponed_and_gets_a_near_window_names_for_whom_it_is_late()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("windowStart", "2026-03-09T06:00:00Z"), ("windowEnd", "2026-03-09T14:00:00Z")));
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"POSTPONED"}""")).Status);

        var answer = await app.PostAsync(
            People.Ngo, $"items/{item}/amend", """{"windowStart":"2026-03-05T06:00:00Z","windowEnd":"2026-03-05T14:00:00Z","lateReason":"The road opened today."}""");

        await AssertLateForSouthAsync(answer);
    }

    [Theory]
    [InlineData("LeadTimes:0:Audience", "", "Movements:LeadTimes:0:Audience")]
    [InlineData("LeadTimes:0:Audience", "ingo", "Movements:LeadTimes:0:Audience is not usable: name a force")]
    [InlineData("LeadTimes:0:Audience", "military", "Movements:LeadTimes:0:Audience is not usable: name a force")]
    [InlineData("LeadTimes:0:LeadHours", "721", "Movements:LeadTimes:0:LeadHours")]
    [InlineData("LeadTimes:0:Hours", "12", "Movements:LeadTimes:0:Hours does not exist")]
    [InlineData("LeadTimes:1:Audience", "police", "give each party once")]
    public async Task Lead_times_that_are_nobodys_or_misspelt_stop_the_start_and_are_named(string key, string value, string named)
    {
        using var other = new MovementsApp { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["LeadTimes:0:Audience"] = "police", [key] = value } };

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(other.InitializeAsync);

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static JsonObject Named(params string[] parties) => new() { ["recipients"] = new JsonArray([.. parties.Select(party => Notifications.Named(party))]) };

    private async Task IsLateAsync(string item, bool isLate)
    {
        var content = (await app.StoredAsync(item)).Content;
        Assert.Equal((isLate, isLate, false), ((bool)content["late"]!, content.ContainsKey("lateReason"), content.ContainsKey("lateFor")));
    }

    private async Task AssertLateForNobodyAsync(string item)
    {
        var stored = await app.StoredAsync(item);
        Assert.Equal((false, false), ((bool?)stored.Content["late"], stored.Content.ContainsKey("lateFor")));
        Assert.Equal((false, false), (stored.Line(North).ContainsKey("late"), stored.Line(South).ContainsKey("late")));
    }

    private async Task AssertLateForSouthAsync(Answer answer)
    {
        Assert.Equal((202, true), (answer.Status, (bool?)answer.Body["late"]));
        Assert.StartsWith(South + " is told later", (string)Assert.Single(answer.Body["warnings"]!.AsArray())!["text"]!, StringComparison.Ordinal);
        var stored = await app.StoredAsync(answer.Item);
        Assert.Equal([South], stored.Content["lateFor"]!.AsArray().Select(party => (string)party!));
        Assert.Equal((false, true), (stored.Line(North).ContainsKey("late"), (bool?)stored.Line(South)["late"]));
    }

    private static string Address(string room) => $"channels/{room}/movements";

    private static JsonObject Late() => Notifications.Good(Window, ("lateReason", "The road opened today."));
}
