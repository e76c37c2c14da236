using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Tests.Features;

public sealed class ReleaseOfAMovementTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private static readonly string[] ForTheForce = ["alternateRoutes", "callContact", "category", "country", "dispatch", "mode", "notice", "organisation", "route", "routeGeometry", "state", "vehicles", "version", "windowEnd", "windowStart"];

    [Fact]
    public async Task A_named_force_gets_exactly_the_listed_fields_at_once()
    {
        var movement = Movement();

        await app.TakeAsync(movement);

        var seen = await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        Assert.Equal(200, seen.Status);
        var fields = seen.Body["fields"]!.AsObject();
        Assert.Equal(ForTheForce, fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        foreach (var whole in ForTheForce.Except(["organisation", "dispatch"]))
        {
            Assert.True(JsonNode.DeepEquals(movement.Content[whole], fields[whole]), whole);
        }

        Assert.DoesNotContain("Relief North", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amal", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary of", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Heron 2", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("555 0136", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("southern-force", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_force_gets_the_answer_of_a_thing_that_does_not_exist_and_no_entry()
    {
        var movement = Movement(["military:northern-force"]);
        var before = await HeadAsync(Exercise.South);

        await app.TakeAsync(movement);

        var hidden = await app.GetAsync(Exercise.South, $"items/{movement.Item}");
        var absent = await app.GetAsync(Exercise.South, $"items/{Ids.New()}");
        Assert.Equal((absent.Status, absent.Code), (hidden.Status, hidden.Code));
        Assert.Equal(404, hidden.Status);
        Assert.Equal(before, await HeadAsync(Exercise.South));
        Assert.DoesNotContain((await app.GetAsync(Exercise.South, "items")).Body["items"]!.AsArray(), item => (string?)item!["item"] == movement.Item);
    }

    [Fact]
    public async Task The_humanitarian_side_gets_all_of_it()
    {
        var movement = Movement();

        await app.TakeAsync(movement);

        foreach (var colleague in new[] { Exercise.Amal, Exercise.Chidi, Exercise.Olena })
        {
            var fields = (await app.GetAsync(colleague, $"items/{movement.Item}")).Body["fields"]!.AsObject();
            Assert.Equal(MovementSchema.Schema.Fields.Count, fields.Count);
        }
    }

    [Fact]
    public async Task Naming_a_force_no_longer_recalls_the_movement_there_and_leaves_the_other_force_alone()
    {
        var movement = Movement(["military:northern-force", "military:southern-force"]);
        await app.TakeAsync(movement);
        var before = await HeadAsync(Exercise.South);

        await app.TakeAsync(Movement(["military:southern-force"], movement));

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.South, $"items/{movement.Item}")).Status);
        Assert.Equal(before, await HeadAsync(Exercise.South));
    }

    [Fact]
    public async Task A_version_that_changes_nothing_a_force_may_see_gives_it_no_entry()
    {
        var movement = Movement();
        await app.TakeAsync(movement);
        var before = await HeadAsync(Exercise.North);
        var next = Movement(after: movement);
        next.Content["notes"] = "The second driver fell ill.";
        next.Content["staff"] = 3;

        await app.TakeAsync(next);

        Assert.Equal(before, await HeadAsync(Exercise.North));
        Assert.Equal("The second driver fell ill.", (string?)(await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}")).Body["fields"]!["notes"]);
    }

    [Fact]
    public async Task That_a_line_no_longer_waits_after_something_hidden_was_said_gives_its_force_no_entry()
    {
        var movement = Movement(["military:northern-force"]);
        movement.Content["dispatch"] = Lines("QUEUED", "2026-03-01T08:00:00Z");
        await app.TakeAsync(movement);
        var before = await HeadAsync(Exercise.North);
        var next = Movement(["military:northern-force"], movement);
        next.Content["notes"] = "The second driver fell ill.";
        next.Content["dispatch"] = Lines("SENT", "2026-03-01T09:30:00Z");

        await app.TakeAsync(next);

        Assert.Equal(before, await HeadAsync(Exercise.North));
        Assert.Equal("""[{"state":"SENT","version":1}]""", (await DispatchAsync(Exercise.North, movement))!.ToJsonString());

        static JsonArray Lines(string state, string at) => [new JsonObject { ["to"] = "military:northern-force", ["state"] = state, ["version"] = 1, ["at"] = at }];
    }

    [Fact]
    public async Task A_marking_above_unclassified_in_the_name_of_a_stop_quarantines_the_movement()
    {
        var movement = Movement();
        movement.Content["route"]![0]!["name"] = "NATO SECRET";

        await app.TakeAsync(movement);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.DoesNotContain("NATO SECRET", (await app.GetAsync(Exercise.Amal, $"items/{movement.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_in_the_name_of_a_stop_holds_the_whole_movement_back_and_the_call_contact_s_own_does_not()
    {
        var movement = Movement();
        movement.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0199";

        await app.TakeAsync(movement);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{movement.Item}")).Status);
    }

    [Fact]
    public async Task A_force_sees_its_own_line_alone_and_that_another_acknowledged_changes_nothing_for_it()
    {
        string[] both = ["military:northern-force", "military:southern-force"];
        var movement = Movement(both);
        await app.TakeAsync(movement);
        var before = await HeadAsync(Exercise.South);
        var next = Movement(both, movement);
        next.Content["dispatch"]![0] = GivenMovement.Line("military:northern-force", "ACKNOWLEDGED");
        next.Content["dispatch"]![0]!["hash"] = "00ff";

        await app.TakeAsync(next);

        Assert.Equal(before, await HeadAsync(Exercise.South));
        Assert.Equal("""[{"state":"SENT","version":1}]""", (await DispatchAsync(Exercise.South, movement))!.ToJsonString());
        Assert.Equal("""[{"state":"ACKNOWLEDGED","version":1,"at":"2026-03-01T08:00:00Z"}]""", (await DispatchAsync(Exercise.North, movement))!.ToJsonString());
        Assert.Equal(2, (await DispatchAsync(Exercise.Chidi, movement))!.AsArray().Count);
    }

    [Fact]
    public async Task That_one_force_was_reminded_and_escalated_is_in_its_own_line_and_on_the_humanitarian_side_and_nothing_for_another()
    {
        string[] both = ["military:northern-force", "military:southern-force"];
        var movement = Movement(both);
        await app.TakeAsync(movement);
        var (north, south) = (await HeadAsync(Exercise.North), await HeadAsync(Exercise.South));
        var next = Movement(both, movement);
        var line = next.Content["dispatch"]![0]!;
        (line["reminders"], line["remindedAt"], line["escalatedAt"]) = (2, "2026-03-05T00:00:00Z", "2026-03-01T20:00:00Z");

        await app.TakeAsync(next);

        Assert.Equal(
            """[{"state":"SENT","version":1,"reminders":2,"remindedAt":"2026-03-05T00:00:00Z","escalatedAt":"2026-03-01T20:00:00Z"}]""",
            (await DispatchAsync(Exercise.North, movement))!.ToJsonString());
        Assert.Equal(north + 1, await HeadAsync(Exercise.North));
        Assert.Equal(south, await HeadAsync(Exercise.South));
        Assert.Equal("""[{"state":"SENT","version":1}]""", (await DispatchAsync(Exercise.South, movement))!.ToJsonString());
        Assert.Equal(2, (int)(await DispatchAsync(Exercise.Olena, movement))![0]!["reminders"]!);
    }

    [Fact]
    public async Task That_it_comes_late_for_one_force_is_in_its_own_line_and_on_the_humanitarian_side_and_nothing_for_another()
    {
        // The same movement twice, once late for South: what North is shown of both differs in nothing.
        var (inTime, late) = (Movement([GivenMovement.North, GivenMovement.South]), Movement([GivenMovement.North, GivenMovement.South]));
        inTime.Content["late"] = false;
        inTime.Content.Remove("lateFor");
        inTime.Content.Remove("lateReason");
        late.Content["lateFor"] = new JsonArray(GivenMovement.South);
        late.Content["dispatch"]!.AsArray().Single(line => (string?)line!["to"] == GivenMovement.South)!["late"] = true;
        await app.TakeAsync(inTime);
        await app.TakeAsync(late);

        var (first, second) = (await app.GetAsync(Exercise.North, $"items/{inTime.Item}"), await app.GetAsync(Exercise.North, $"items/{late.Item}"));
        Assert.True(JsonNode.DeepEquals(first.Body["fields"], second.Body["fields"]));
        Assert.Equal(first.Body.Select(part => part.Key), second.Body.Select(part => part.Key));
        Assert.DoesNotContain("late", second.Body["fields"]!.ToJsonString().Replace("\"plate\"", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        Assert.True((bool?)(await DispatchAsync(Exercise.South, late))![0]!["late"]);
        var south = (await app.GetAsync(Exercise.South, $"items/{late.Item}")).Body["fields"]!.AsObject();
        Assert.Equal(ForTheForce, south.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("northern", south.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(GivenMovement.South, (string?)(await app.GetAsync(Exercise.Amal, $"items/{late.Item}")).Body["fields"]!["lateFor"]![0]);
    }

    [Fact]
    public async Task Check_ins_and_the_alarm_of_one_that_is_overdue_stay_on_the_humanitarian_side()
    {
        var movement = Movement();
        await app.TakeAsync(movement);
        var before = await HeadAsync(Exercise.North);
        var next = Movement(after: movement);
        next.Content.Remove("overdueSince");
        next.Content["checkIns"]!.AsArray().Add(new JsonObject { ["at"] = "2026-03-05T15:00:00Z" });

        await app.TakeAsync(next);

        Assert.Equal(before, await HeadAsync(Exercise.North));
        Assert.DoesNotContain("Canary of a check-in", (await app.GetAsync(Exercise.North, $"items/{movement.Item}")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.GetAsync(Exercise.Olena, $"items/{movement.Item}")).Body["fields"]!["checkIns"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_handling_marking_in_the_question_of_one_force_holds_nothing_back_from_another()
    {
        string[] both = ["military:northern-force", "military:southern-force"];
        var movement = Movement(both);
        await app.TakeAsync(movement);
        var next = Movement(both, movement);
        next.Content["dispatch"]![0] = GivenMovement.Line("military:northern-force", "QUERIED");
        next.Content["dispatch"]![0]!["query"] = "See TLP:AMBER annex.";
        next.Content["state"] = "POSTPONED";

        await app.TakeAsync(next);

        foreach (var force in new[] { Exercise.North, Exercise.South })
        {
            Assert.Equal("POSTPONED", (string?)(await app.GetAsync(force, $"items/{movement.Item}")).Body["fields"]!["state"]);
        }
    }

    [Theory]
    [InlineData("SECRET\nWhich road is meant?", "POSTPONED")]
    [InlineData("Which road is meant?\nسري", "POSTPONED")]
    [InlineData("Which road is meant?\nNATO SECRET", null)]
    public async Task Two_questions_that_are_no_marking_each_are_none_together(string questions, string? state)
    {
        string[] both = ["military:northern-force", "military:southern-force"];
        var movement = Movement(both);
        await app.TakeAsync(movement);
        var next = Movement(both, movement);
        next.Content["dispatch"]![0] = GivenMovement.Line("military:northern-force", "QUERIED");
        next.Content["dispatch"]![0]!["query"] = questions;
        next.Content["state"] = "POSTPONED";

        await app.TakeAsync(next);

        Assert.Equal(state, (string?)(await app.GetAsync(Exercise.Amal, $"items/{movement.Item}")).Body["fields"]!["state"]);
        Assert.Equal(state is null ? ["dispatch"] : [], (await app.CheckAsync(Exercise.Amal, next, fingerprint: null)).MarkedFields);
    }

    [Fact]
    public async Task An_owner_hears_beforehand_who_is_not_told_at_once_because_of_words_and_because_it_was_taken_back_there()
    {
        string[] both = ["military:northern-force", "military:southern-force"];
        var movement = Movement(both);
        await app.TakeAsync(movement);
        Assert.Empty((await app.CheckAsync(Exercise.Amal, Movement(both, movement), fingerprint: null)).Waiting);

        await app.PostAsync(Exercise.Olena, $"items/{movement.Item}/recall", new { target = "audience:military:northern-force", reason = "Not safe." });
        Assert.Equal(["military:northern-force"], (await app.CheckAsync(Exercise.Amal, Movement(both, movement), fingerprint: null)).Waiting);

        var worded = Movement(both, movement);
        worded.Content["route"]![0]!["name"] = "Depot, ask for +999 11 555 0199";
        Assert.Equal(both, (await app.CheckAsync(Exercise.Amal, worded, fingerprint: null)).Waiting);
    }

    [Fact]
    public void Whoever_is_not_shown_precise_times_is_not_shown_those_of_stops_either()
    {
        var movement = Movement();

        var view = ViewBuilder.Build(
            movement, MovementSchema.Schema, Rulings.OriginOf(movement).Audience, Disclosure.Everything.With(FieldClass.Time, Grain.Coarse), "policy", holdsParent: false, owner: null);

        var body = System.Text.Encoding.UTF8.GetString(view.Body);
        Assert.Contains("Depot", body, StringComparison.Ordinal);
        Assert.DoesNotContain("T06:00", body, StringComparison.Ordinal);
        Assert.DoesNotContain("T06:45", body, StringComparison.Ordinal);
    }

    private async Task<JsonNode?> DispatchAsync(Hosting.Authentication.Participant who, ItemVersioned movement) =>
        (await app.GetAsync(who, $"items/{movement.Item}")).Body["fields"]!["dispatch"];

    private async Task<long> HeadAsync(Hosting.Authentication.Participant who) => (long)(await app.StreamAsync(who))["head"]!;

    private ItemVersioned Movement(string[]? forces = null, ItemVersioned? after = null) => GivenMovement.Of(app, forces, after);
}
