using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Movements.Tests.Features;

public sealed class ChangeMovementTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    public static TheoryData<string, string> Acts => new()
    {
        { "amend", """{"notes":"x"}""" },
        { "state", """{"state":"UNDERWAY"}""" },
        { "withdraw", """{"reason":"y"}""" },
    };

    [Fact]
    public async Task Whoever_is_left_out_of_an_amendment_is_named_no_longer()
    {
        var item = await NotifiedAsync();
        app.Held.Give(People.Colleague.OrganisationId, item);

        var answer = await app.PostAsync(
            People.Colleague, $"items/{item}/amend", new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:southern-force")) });

        Assert.Equal(202, answer.Status);
        var fact = await app.FactAsync(item, 2);
        Assert.Equal(["audience:military:southern-force"], fact.Recipients);
        Assert.Equal(["own-side", "audience:military:southern-force"], fact.ReleaseTo);
        Assert.Equal("""["military:southern-force"]""", fact.Content["recipients"]!.ToJsonString());
    }

    [Fact]
    public async Task What_an_amendment_does_not_say_stays()
    {
        var item = await NotifiedAsync();

        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"One truck more."}""");

        var fact = await app.FactAsync(item, 2);
        Assert.Equal("One truck more.", (string?)fact.Content["notes"]);
        Assert.Equal("AID_DELIVERY", (string?)fact.Content["purpose"]);
        Assert.Equal(2, fact.Recipients.Count);
    }

    [Fact]
    public async Task An_amendment_on_an_older_version_is_refused()
    {
        var item = await NotifiedAsync();
        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"mode":"RAIL"}""");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"Two.","ifVersion":1}""");

        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{"notes":"Canary notes."}""", 202)]
    [InlineData("""{"notes":null}""", 409)]
    public async Task An_amendment_of_what_stands_otherwise_than_its_author_saw_it_is_refused_where_there_is_no_newer_version(string before, int status)
    {
        var item = await NotifiedAsync();
        var colleague = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"staff":4,"before":{"staff":2}}""");
        Assert.Equal((202, 1), (colleague.Status, (int)colleague.Body["version"]!));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", $$"""{"notes":"Two.","ifVersion":1,"before":{{before}}}""");
        Assert.Equal(status, answer.Status);

        answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"clear":["staff"],"before":{"staff":5}}""");
        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
        Assert.Equal(4, (int)(await app.FactAsync(item, status == 202 ? 3 : 2)).Content["staff"]!);
    }

    [Theory]
    [InlineData("amend", """{"notes":"x","before":{"dispatch":[]}}""")]
    [InlineData("amend", """{"notes":"x","before":{"notes":null,"staff":null}}""")]
    public async Task Nobody_asks_how_something_stands_that_they_do_not_change(string act, string body)
    {
        var item = await NotifiedAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/{act}", body);

        Assert.Equal((400, "before"), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Theory]
    [InlineData("1e99999999999")]
    [InlineData("1E-99999999999")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task What_cannot_have_stood_is_refused_and_nothing_fails(string staff)
    {
        var item = await NotifiedAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", $$$"""{"staff":5,"before":{"staff":{{{staff}}}}}""");

        Assert.InRange(answer.Status, 400, 499);
        Assert.Equal(2, (int)(await app.FactAsync(item, 1)).Content["staff"]!);
    }

    [Theory]
    [InlineData("UNDERWAY", "COMPLETED")]
    [InlineData("UNDERWAY", "ABORTED_EN_ROUTE")]
    [InlineData("POSTPONED", "NOTIFIED")]
    public async Task A_movement_goes_on_as_its_owner_says(string first, string then)
    {
        var item = await NotifiedAsync();

        Assert.Equal(202, (await SayAsync(item, first)).Status);
        Assert.Equal(202, (await SayAsync(item, then)).Status);

        Assert.Equal(then, (string?)(await app.FactAsync(item, 3)).Content["state"]);
    }

    [Theory]
    [InlineData("CANCELLED", "UNDERWAY")]
    [InlineData("UNDERWAY", "CANCELLED")]
    [InlineData("POSTPONED", "COMPLETED")]
    public async Task A_movement_does_not_go_back(string first, string then)
    {
        var item = await NotifiedAsync();
        await SayAsync(item, first);

        Assert.Equal(409, (await SayAsync(item, then)).Status);
    }

    [Fact]
    public async Task A_movement_that_is_over_is_amended_no_more()
    {
        var item = await NotifiedAsync();
        await SayAsync(item, "CANCELLED");

        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"x"}""")).Status);
    }

    [Fact]
    public async Task A_state_and_a_withdrawal_are_said_in_a_room_that_takes_no_new_movement()
    {
        var channel = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, channel);
        app.Channels.Change(channel, pass => pass with { MayNotify = false, Forces = [] });

        Assert.Equal(403, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"x"}""")).Status);
        var underWay = await SayAsync(item, "UNDERWAY");
        Assert.Equal(202, underWay.Status);
        Assert.Empty(underWay.Body["warnings"]!.AsArray());
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""")).Status);
        Assert.Equal(ItemStatus.Withdrawn, (await app.FactAsync(item, 3)).Status);
    }

    [Fact]
    public async Task A_force_is_not_named_by_an_amendment_because_it_would_keep_an_older_route()
    {
        var item = await NotifiedAsync(Notifications.Good(("recipients", new JsonArray(Notifications.Named("military:northern-force")))));

        var answer = await app.PostAsync(
            People.Ngo,
            $"items/{item}/amend",
            new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:northern-force"), Notifications.Named("military:southern-force")) });

        Assert.Equal((400, "recipients"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Contains("a notification of its own", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_is_taken_out_and_one_that_is_needed_stays()
    {
        var item = await NotifiedAsync();

        var needed = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"clear":["route"]}""");
        var optional = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"clear":["notes"]}""");

        Assert.Equal(["clear[0]"], needed.Fields);
        Assert.Equal(202, optional.Status);
        Assert.False((await app.FactAsync(item, 2)).Content.ContainsKey("notes"));
    }

    [Theory]
    [InlineData("""{"mode":"SEA","windowStart":"2026-03-04T06:00:00Z"}""")]
    [InlineData("""{"windowStart":"2026-03-02T06:00:00Z"}""")]
    public async Task What_makes_a_movement_late_by_an_amendment_asks_why(string change)
    {
        var item = await NotifiedAsync();

        Assert.Equal(["lateReason"], (await app.PostAsync(People.Ngo, $"items/{item}/amend", change)).Fields);
    }

    [Fact]
    public async Task A_reason_for_being_late_goes_when_it_is_late_no_longer()
    {
        var item = await NotifiedAsync(Notifications.Good(("windowStart", "2026-03-02T06:00:00Z"), ("lateReason", "The road opened today.")));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"windowStart":"2026-03-05T06:00:00Z"}""");

        Assert.False((bool)answer.Body["late"]!);
        Assert.False((await app.FactAsync(item, 2)).Content.ContainsKey("lateReason"));
    }

    [Fact]
    public async Task A_route_is_corrected_shortly_before_the_start_without_a_question_and_is_marked_late()
    {
        var item = await NotifiedAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));
        var route = new JsonArray(Notifications.Stop("ORIGIN", 35.123456, 39.512345), Notifications.Stop("DESTINATION", 35.512345, 39.823456));

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", new JsonObject { ["route"] = route });

        Assert.Equal((202, true), (answer.Status, (bool)answer.Body["late"]!));
        app.Clock.Advance(TimeSpan.FromDays(-3));
    }

    [Fact]
    public async Task Another_line_of_a_route_shortly_before_the_start_is_marked_late_as_well()
    {
        var item = await NotifiedAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));
        var line = JsonNode.Parse("""{"type":"LineString","coordinates":[[39.512345,35.123456],[39.923456,35.412345]]}""");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", new JsonObject { ["routeGeometry"] = line });

        Assert.Equal((202, true), (answer.Status, (bool)answer.Body["late"]!));
        app.Clock.Advance(TimeSpan.FromDays(-3));
    }

    [Fact]
    public async Task An_owner_is_told_when_a_force_that_was_named_is_no_longer_in_the_room()
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { Forces = ["military:northern-force"] });

        var answer = await SayAsync(item, "CANCELLED");

        Assert.Equal(202, answer.Status);
        Assert.Contains("military:southern-force is not in this room now", (string?)Assert.Single(answer.Body["warnings"]!.AsArray())!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_over_is_what_is_stored_so_that_the_second_of_two_changes_is_refused()
    {
        var item = await NotifiedAsync();
        app.DraftGate.Meanwhile = () => app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"First."}""");

        var second = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"purpose":"ASSESSMENT"}""");

        Assert.Equal((409, "CG-3004"), (second.Status, second.Code));
    }

    [Fact]
    public async Task Who_has_not_read_the_present_terms_says_nothing_new_and_can_take_it_back()
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { TermsAccepted = false });

        Assert.Equal(403, (await SayAsync(item, "UNDERWAY")).Status);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""")).Status);
    }

    [Fact]
    public async Task A_movement_that_is_over_is_shown_to_others_for_three_days_more()
    {
        var item = await NotifiedAsync();

        await SayAsync(item, "CANCELLED");

        var fact = await app.FactAsync(item, 2);
        Assert.Equal(fact.At.AddDays(3), fact.Expires);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_colleague_outside_the_room_gets_the_same_answer_for_a_movement_and_for_none_also_while_release_is_away(string act, string body)
    {
        var room = app.Room();
        var invisible = await app.NotifiedAsync(People.Ngo, room);
        app.Channels.Shut(room, People.Colleague.PersonId);
        app.Held.Away = true;
        try
        {
            var hidden = await app.PostAsync(People.Colleague, $"items/{invisible}/{act}", body);

            Assert.Equal(503, hidden.Status);
            Assert.Equal(hidden, await app.PostAsync(People.Colleague, $"items/{Ids.New()}/{act}", body));
        }
        finally
        {
            app.Held.Away = false;
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_item_that_is_absent_malformed_or_invisible_gets_the_same_answer(string act, string body)
    {
        var invisible = await NotifiedAsync();

        var hidden = await app.PostAsync(People.Force, $"items/{invisible}/{act}", body);
        var absent = await app.PostAsync(People.Force, $"items/{Ids.New()}/{act}", body);
        var malformed = await app.PostAsync(People.Force, $"items/x/{act}", body);

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, absent);
        Assert.Equal(hidden, malformed);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Who_holds_a_movement_is_told_that_it_is_not_theirs(string act, string body)
    {
        var item = await NotifiedAsync();
        app.Held.Give(People.Force.OrganisationId, item);

        Assert.Equal("CG-3003", (await app.PostAsync(People.Force, $"items/{item}/{act}", body)).Code);
    }

    private Task<string> NotifiedAsync(JsonObject? body = null) => app.NotifiedAsync(People.Ngo, app.Room(), body);

    private Task<Answer> SayAsync(string item, string state) =>
        app.PostAsync(People.Ngo, $"items/{item}/state", new JsonObject { ["state"] = state });
}
