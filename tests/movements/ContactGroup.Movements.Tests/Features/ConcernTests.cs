using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests.Features;

public sealed class ConcernTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task A_concern_is_its_own_organisation_s_to_see_and_to_remove()
    {
        var id = await KeptAsync(People.Force, Concerns.Good(("note", "Canary ridge")));

        var listed = Single(await app.GetAsync(People.ForceColleague, "concerns"), id);
        Assert.Equal("Canary ridge", (string?)listed["note"]);
        Assert.Equal(5_000, (int)listed["radius"]!);
        Assert.Equal(35.2, (double)listed["position"]!["lat"]!);
        Assert.Equal(204, (await app.DeleteAsync(People.ForceColleague, $"concerns/{id}")).Status);
        Assert.DoesNotContain(id, (await app.GetAsync(People.Force, "concerns")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.DeleteAsync(People.Force, $"concerns/{id}")).Status);
    }

    [Fact]
    public async Task To_everybody_else_it_is_as_if_it_did_not_exist()
    {
        var otherOfTheForce = People.Force with { PersonId = Ids.New(), OrganisationId = Ids.New(), SessionId = Ids.New() };
        var underAnotherForce = People.ForceColleague with { Force = "southern-force" };
        Participant[] others = [People.OtherForce, People.Police, otherOfTheForce, underAnotherForce, People.Coordinator, People.Ngo, People.Authority, Administrator];
        var before = new List<Answer>();
        foreach (var other in others)
        {
            before.AddRange([await app.GetAsync(other, "concerns"), await app.GetAsync(other, "overlaps")]);
        }

        var id = await KeptAsync(People.Force, Concerns.Good(("note", "Canary ridge")));
        app.HeldNotifications.Give(People.Force.OrganisationId, "movement", Concerns.Movement());

        var after = new List<Answer>();
        foreach (var other in others)
        {
            after.AddRange([await app.GetAsync(other, "concerns"), await app.GetAsync(other, "overlaps")]);
            Assert.Equal(await app.DeleteAsync(other, $"concerns/{Ids.New()}"), await app.DeleteAsync(other, $"concerns/{id}"));
        }

        Assert.Equal(before, after);
        Single(await app.GetAsync(People.Force, "concerns"), id);
    }

    [Fact]
    public async Task Only_forces_and_police_keep_concerns()
    {
        Assert.Equal(201, (await app.PostAsync(People.Police, "concerns", Concerns.Good())).Status);
        foreach (var other in (Participant[])[People.Coordinator, People.Ngo, People.Authority, Administrator])
        {
            Assert.Equal("CG-2003", (await app.PostAsync(other, "concerns", Concerns.Good())).Code);
        }
    }

    [Fact]
    public async Task Nothing_of_it_is_in_a_receipt_a_log_or_a_fact()
    {
        var counted = await app.CountedAsync();

        var answer = await app.PostAsync(People.Force, "concerns", Concerns.Good(("note", "Canary ridge")));

        Assert.Equal(["id"], answer.Body.Select(field => field.Key));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal) || line.Contains(answer.Body["id"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal(counted, await app.CountedAsync());
    }

    [Fact]
    public async Task The_same_key_again_keeps_one()
    {
        var key = Ids.New();
        var first = await app.PostAsync(People.OtherForce, "concerns", Concerns.Good(), key);

        var again = await app.PostAsync(People.OtherForce, "concerns", Concerns.Good(), key);

        Assert.Equal((201, first.Text), (again.Status, again.Text));
        Assert.Single((await app.GetAsync(People.OtherForce, "concerns")).Body["concerns"]!.AsArray());
    }

    [Theory]
    [InlineData("note", null, "note")]
    [InlineData("until", "2026-03-01T07:00:00Z", "until")]
    [InlineData("until", "2028-03-01T07:00:00Z", "until")]
    [InlineData("from", null, "from")]
    [InlineData("radius", null, "radius")]
    [InlineData("radius", 50_001, "radius")]
    [InlineData("position", null, "position")]
    public async Task A_value_that_is_not_accepted_is_named(string but, object? value, string field)
    {
        var answer = await app.PostAsync(People.Force, "concerns", Concerns.Good((but, value)));

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Fields);
    }

    [Fact]
    public async Task An_outline_stands_for_a_position_and_not_beside_one()
    {
        var corners = new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.3, 39.5), Advisories.Corner(35.3, 39.8));
        var far = new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.3, 39.5), Advisories.Corner(37.3, 39.8));

        Assert.Equal(201, (await app.PostAsync(People.Force, "concerns", Concerns.Good(("position", null), ("radius", null), ("outline", corners)))).Status);
        Assert.Equal(["position"], (await app.PostAsync(People.Force, "concerns", Concerns.Good(("outline", corners)))).Fields);
        Assert.Equal(["outline"], (await app.PostAsync(People.Force, "concerns", Concerns.Good(("position", null), ("radius", null), ("outline", far)))).Fields);
    }

    [Fact]
    public async Task A_marking_above_unclassified_is_not_kept()
    {
        var before = await app.GetAsync(People.Force, "concerns");

        Assert.Equal("CG-4040", (await app.PostAsync(People.Force, "concerns", Concerns.Good(("note", "SECRET ridge")))).Code);
        Assert.Equal(before, await app.GetAsync(People.Force, "concerns"));
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_are_kept_and_what_is_over_makes_room()
    {
        var hoarder = People.Force with { PersonId = Ids.New(), OrganisationId = Ids.New(), SessionId = Ids.New() };
        await KeptAsync(hoarder, Concerns.Good(("from", "2026-03-01T06:00:00Z"), ("until", "2026-03-01T08:30:00Z")));
        for (var number = 1; number < 500; number++)
        {
            await KeptAsync(hoarder, Concerns.Good());
        }

        Assert.Equal(400, (await app.PostAsync(hoarder, "concerns", Concerns.Good())).Status);
        app.Clock.Advance(TimeSpan.FromHours(1));
        try
        {
            Assert.Equal(201, (await app.PostAsync(hoarder, "concerns", Concerns.Good())).Status);
            Assert.Equal(400, (await app.PostAsync(hoarder, "concerns", Concerns.Good())).Status);
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromHours(-1));
        }
    }

    /// <summary>Two worlds that differ in a concern alone, seen by who notifies into it.</summary>
    [Fact]
    public async Task Who_notifies_learns_nothing_of_a_concern_and_leaves_nothing_that_depends_on_one()
    {
        var without = await NotifyAsync();
        await KeptAsync(People.Force, Concerns.Good());
        var asked = app.HeldNotifications.Asked;

        var with = await NotifyAsync();

        Assert.Equal(without, with);
        Assert.Equal(asked, app.HeldNotifications.Asked);
    }

    private static Participant Administrator { get; } =
        People.Force with { PersonId = Ids.New(), OrganisationId = null, OrganisationName = null, Constituency = default, Force = null, SessionId = Ids.New(), IsAdministrator = true };

    /// <summary>Everything that notifying, amending and moving gives and leaves, but for ids.</summary>
    private async Task<string> NotifyAsync()
    {
        var (room, before) = (app.Room(), await app.CountedAsync());
        var notified = await app.PostAsync(People.Ngo, $"channels/{room}/movements", Notifications.Good());
        var item = notified.Item;
        var amended = await app.PostAsync(People.Ngo, $"items/{item}/amend", new { notes = "words" });
        var underway = await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "UNDERWAY" });
        var facts = new List<string>();
        for (var version = 1; version <= 3; version++)
        {
            facts.Add(System.Text.Json.JsonSerializer.Serialize(await app.FactAsync(item, version)));
        }

        var rows = (await app.CountedAsync()).Zip(before, (now, then) => $"{now.Table} {(now.Table is "outbox" or "published" ? 0 : now.Rows - then.Rows)}");
        var all = string.Join('\n', (string[])[
            $"{notified}", $"{amended}", $"{underway}", .. facts, await app.WrittenAsync(item), .. rows]);
        return all
            .Replace(item, "item", StringComparison.Ordinal)
            .Replace(room, "room", StringComparison.Ordinal)
            .Replace((string)notified.Body["reference"]!, "reference", StringComparison.Ordinal);
    }

    private async Task<string> KeptAsync(Participant who, JsonObject body)
    {
        var answer = await app.PostAsync(who, "concerns", body);
        Assert.Equal(201, answer.Status);
        return answer.Body["id"]!.GetValue<string>();
    }

    private static JsonNode Single(Answer answer, string id)
    {
        Assert.Equal(200, answer.Status);
        return Assert.Single(answer.Body["concerns"]!.AsArray(), concern => (string?)concern!["id"] == id)!;
    }
}
