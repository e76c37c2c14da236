using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Movements.Tests.Features;

public sealed class AcknowledgeMovementTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task Each_recipient_has_a_line_and_a_receipt_names_version_cell_and_hash()
    {
        var item = await NotifiedAsync();

        var answer = await AcknowledgeAsync(item, 1);

        Assert.Equal((202, 1), (answer.Status, (int)answer.Body["version"]!));
        var lines = (await app.FactAsync(item, 2)).Content["dispatch"]!.AsArray();
        Assert.Equal(["ACKNOWLEDGED", "SENT"], lines.Select(line => (string?)line!["state"]));
        Assert.Equal("Joint operations cell", (string?)lines[0]!["cell"]);
        Assert.Equal(64, ((string?)lines[0]!["hash"])!.Length);
    }

    [Fact]
    public async Task A_receipt_tells_its_sender_nothing_of_others()
    {
        var answer = await AcknowledgeAsync(await NotifiedAsync(), 1);

        Assert.Equal(["acknowledgedAt", "item", "version"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Questions_about_one_version_have_an_end()
    {
        var item = await NotifiedAsync();
        for (var number = 0; number < 4; number++)
        {
            Assert.Equal(202, (await AcknowledgeAsync(item, 1, number + new string('q', 990))).Status);
        }

        var oneMore = await AcknowledgeAsync(item, 1, "5" + new string('q', 990));

        Assert.Equal(400, oneMore.Status);
        Assert.Equal(["query"], oneMore.Fields);
    }

    [Fact]
    public async Task Receipts_of_one_version_have_an_end_and_what_was_noted_is_said_again_as_often_as_one_likes()
    {
        var item = await NotifiedAsync();
        for (var number = 0; number < 50; number++)
        {
            Assert.Equal(202, (await app.PostAsync(People.Force, $"items/{item}/acknowledge", FromCell(number % 2 == 0 ? "A" : "B"))).Status);
        }

        var stored = (await app.StoredAsync()).Versions;
        var more = await app.PostAsync(People.Force, $"items/{item}/acknowledge", FromCell("A"));
        var again = await app.PostAsync(People.Force, $"items/{item}/acknowledge", FromCell("B"));

        Assert.Equal(400, more.Status);
        Assert.Equal(["version"], more.Fields);
        Assert.Contains("50", more.Text, StringComparison.Ordinal);
        Assert.Equal(202, again.Status);
        Assert.Equal(stored, (await app.StoredAsync()).Versions);
    }

    [Fact]
    public async Task After_its_owner_said_something_else_there_is_room_for_receipts_again()
    {
        var item = await NotifiedAsync();
        for (var number = 0; number < 50; number++)
        {
            await app.PostAsync(People.Force, $"items/{item}/acknowledge", FromCell(number % 2 == 0 ? "A" : "B"));
        }

        await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck);
        app.Held.Give(People.Force.OrganisationId, item, version: 2);

        Assert.Equal(202, (await AcknowledgeAsync(item, 2)).Status);
    }

    [Fact]
    public async Task What_a_recipient_is_not_shown_changes_neither_the_version_nor_its_line()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(item, 1);

        var amended = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"The second driver fell ill.","staff":3}""");
        var narrowed = await app.PostAsync(
            People.Ngo, $"items/{item}/amend", new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:northern-force")) });

        Assert.Equal((1, 1), ((int)amended.Body["version"]!, (int)narrowed.Body["version"]!));
        var line = Assert.Single((await app.FactAsync(item, 4)).Content["dispatch"]!.AsArray());
        Assert.Equal("ACKNOWLEDGED", (string?)line!["state"]);
    }

    [Fact]
    public async Task A_receipt_between_the_look_at_a_correction_and_its_storing_does_not_hold_it_up()
    {
        var item = await NotifiedAsync();
        app.DraftGate.Meanwhile = () => AcknowledgeAsync(item, 1);

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck)).Status);
    }

    [Fact]
    public async Task A_receipt_after_the_end_leaves_the_hour_at_which_others_have_the_movement_no_longer()
    {
        var item = await NotifiedAsync();
        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"CANCELLED"}""");
        var before = (await app.FactAsync(item, 2)).Expires;
        app.Clock.Advance(TimeSpan.FromHours(1));
        app.Held.Give(People.Force.OrganisationId, item, version: 2);

        Assert.Equal(202, (await AcknowledgeAsync(item, 2)).Status);

        Assert.Equal(before, (await app.FactAsync(item, 3)).Expires);
    }

    [Fact]
    public async Task While_a_coordinator_looks_at_the_present_version_a_force_acknowledges_the_one_it_has_and_the_present_one_stays_as_it_stands()
    {
        var item = await NotifiedAsync();
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = ["military:northern-force"] };
        try
        {
            await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }

        var older = await AcknowledgeAsync(item, 1);

        Assert.Equal((202, 1), (older.Status, (int)older.Body["version"]!));
        var line = (await app.FactAsync(item, 3)).Content["dispatch"]![0]!;
        Assert.Equal(("QUEUED", 2), ((string?)line["state"], (int)line["version"]!));
        Assert.Equal((1, "Joint operations cell"), ((int)line["earlier"]!["version"]!, (string?)line["earlier"]!["cell"]));
        Assert.Equal(409, (await AcknowledgeAsync(item, 2)).Status);
    }

    [Fact]
    public async Task A_question_of_one_cell_stays_when_another_one_acknowledges()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(item, 1, "The second stop is in a river.");

        await app.PostAsync(People.Force, $"items/{item}/acknowledge", """{"version":1,"cell":"Air cell"}""");

        var line = (await app.FactAsync(item, 3)).Content["dispatch"]![0]!;
        Assert.Equal(("ACKNOWLEDGED", "The second stop is in a river.", "Air cell"), ((string?)line["state"], (string?)line["query"], (string?)line["cell"]));
    }

    [Fact]
    public async Task The_same_receipt_twice_is_noted_once()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(item, 1);
        var stored = (await app.StoredAsync()).Versions;

        Assert.Equal(202, (await AcknowledgeAsync(item, 1)).Status);

        Assert.Equal(stored, (await app.StoredAsync()).Versions);
    }

    [Fact]
    public async Task A_marking_in_a_question_is_refused_and_nothing_else_of_the_movement_is_named()
    {
        var item = await NotifiedAsync();
        app.DraftGate.Verdict = new DraftVerdict(["dispatch", "notes"], Wider: null);
        try
        {
            var answer = await AcknowledgeAsync(item, 1, "Marked.");

            Assert.Equal("CG-4040", answer.Code);
            Assert.Equal(["query"], answer.Fields);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    [Fact]
    public async Task Taking_it_back_sends_nothing_to_who_was_not_there()
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { Forces = ["military:northern-force"] });
        await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"CANCELLED"}""");

        await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""");

        Assert.Equal(["SENT", "FAILED"], (await app.FactAsync(item, 3)).Content["dispatch"]!.AsArray().Select(line => (string?)line!["state"]));
    }

    [Fact]
    public async Task A_question_is_noted_as_one()
    {
        var item = await NotifiedAsync();

        await AcknowledgeAsync(item, 1, "The second stop is in a river.");

        var line = (await app.FactAsync(item, 2)).Content["dispatch"]![0]!;
        Assert.Equal(("QUERIED", "The second stop is in a river."), ((string?)line["state"], (string?)line["query"]));
    }

    [Fact]
    public async Task What_the_owner_says_next_is_acknowledged_anew()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(item, 1);

        var amended = await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck.Replace("{\"vehicles", "{\"ifVersion\":1,\"vehicles", StringComparison.Ordinal));

        Assert.Equal((202, 2), (amended.Status, (int)amended.Body["version"]!));
        Assert.Equal("SENT", (string?)(await app.FactAsync(item, 3)).Content["dispatch"]![0]!["state"]);
        app.Held.Give(People.Force.OrganisationId, item, version: 2);
        Assert.Equal((409, "CG-3004"), ((await AcknowledgeAsync(item, 1)).Status, (await AcknowledgeAsync(item, 1)).Code));
        Assert.Equal(202, (await AcknowledgeAsync(item, 2)).Status);
    }

    [Fact]
    public async Task A_force_that_waits_for_a_coordinator_stands_as_queued_and_one_that_is_not_there_as_failed()
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { Forces = ["military:northern-force"] });
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = ["military:northern-force"] };
        try
        {
            await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck);
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }

        Assert.Equal(["QUEUED", "FAILED"], (await app.FactAsync(item, 2)).Content["dispatch"]!.AsArray().Select(line => (string?)line!["state"]));
    }

    [Fact]
    public async Task The_same_key_again_gives_the_same_confirmation()
    {
        var (item, key) = (await NotifiedAsync(), Ids.New());
        var first = await AcknowledgeAsync(item, 1, key: key);
        await app.PostAsync(People.Ngo, $"items/{item}/amend", AnotherTruck);

        var again = await AcknowledgeAsync(item, 1, key: key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
    }

    [Fact]
    public async Task Who_holds_it_without_being_named_does_not_acknowledge_it()
    {
        var item = await NotifiedAsync();
        app.Held.Give(People.OtherNgo.OrganisationId, item);

        var answer = await app.PostAsync(People.OtherNgo, $"items/{item}/acknowledge", Body(1));

        Assert.Equal((403, "CG-2003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_item_that_is_absent_malformed_or_invisible_gets_the_same_answer()
    {
        var invisible = await app.NotifiedAsync(People.Ngo, app.Room());

        var hidden = await app.PostAsync(People.Force, $"items/{invisible}/acknowledge", Body(1));

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, await app.PostAsync(People.Force, $"items/{Ids.New()}/acknowledge", Body(1)));
        Assert.Equal(hidden, await app.PostAsync(People.Force, "items/x/acknowledge", Body(1)));
    }

    [Theory]
    [InlineData("""{"cell":"Joint operations cell"}""", "version")]
    [InlineData("""{"version":1}""", "cell")]
    public async Task A_receipt_says_which_version_and_which_cell(string body, string field) =>
        Assert.Equal([field], (await app.PostAsync(People.Force, $"items/{await NotifiedAsync()}/acknowledge", body)).Fields);

    private async Task<string> NotifiedAsync()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);
        return item;
    }

    private Task<Answer> AcknowledgeAsync(string item, int version, string? query = null, string? key = null) =>
        app.PostAsync(People.Force, $"items/{item}/acknowledge", Body(version, query), key);

    private const string AnotherTruck = """{"vehicles":[{"type":"TRUCK_LT_10T","plate":"AB 1234"},{"type":"TRUCK_LT_10T","plate":"AB 1235"}]}""";

    private static string FromCell(string cell) => $$"""{"version":1,"cell":"{{cell}}"}""";

    private static JsonObject Body(int version, string? query = null)
    {
        var body = new JsonObject { ["version"] = version, ["cell"] = "Joint operations cell" };
        if (query is not null)
        {
            body["query"] = query;
        }

        return body;
    }
}
