using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Access.Tests.Features;

public sealed class ChangeNoticeTests(AccessApp app) : IClassFixture<AccessApp>
{
    [Fact]
    public async Task An_update_says_what_is_different_and_leaves_the_rest()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        var answer = await app.PostAsync(
            People.Ngo, $"items/{item}/update", new { severity = 2, clear = new[] { "impediment" }, sensitivity = "low", ifVersion = 1, reason = "It eases." });

        Assert.Equal((202, 2), (answer.Status, (int)answer.Body["version"]!));
        var fact = await app.FactAsync(item, 2);
        Assert.Equal("2", (string?)fact.Content["severity"]);
        Assert.Equal(Sensitivity.Low, fact.Sensitivity);
        Assert.False(fact.Content.ContainsKey("impediment"));
        Assert.Equal("Canary description.", (string?)fact.Content["description"]);
    }

    [Fact]
    public async Task Every_version_stays_with_what_was_done_and_why()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 2, reason = "It eases." });
        await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "RESOLVED", note = "Open again." });
        await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "The wrong bridge." });

        var history = (await app.HistoryAsync(item)).ToList();

        Assert.Equal(["raise", "update", "state", "withdraw"], history.Select(version => version.Act));
        Assert.Equal([null, "It eases.", null, "The wrong bridge."], history.Select(version => version.Reason));
    }

    [Fact]
    public async Task An_update_of_an_older_version_is_refused_and_a_repeat_of_one_that_was_taken_is_answered()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        var key = Ids.New();
        var first = await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 4, ifVersion = 1 }, key);

        var again = await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 4, ifVersion = 1 }, key);
        var late = await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 1, ifVersion = 1 });

        Assert.Equal((202, first.Text), (again.Status, again.Text));
        Assert.Equal((409, "CG-3004"), (late.Status, late.Code));
    }

    [Fact]
    public async Task What_came_in_while_it_was_looked_over_is_not_overwritten()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        app.DraftGate.Meanwhile = async () => await app.PostAsync(People.Colleague with { OrganisationId = People.Ngo.OrganisationId }, $"items/{item}/state", new { state = "ESCALATED" });
        app.Held.Give(People.Ngo.OrganisationId, item);

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 1 });

        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{}""", "reason")]
    [InlineData("""{"severity":"9"}""", "severity")]
    [InlineData("""{"clear":["severity"]}""", "clear[0]")]
    [InlineData("""{"clear":["title"],"title":"x"}""", "title")]
    [InlineData("""{"expectedEnd":"2026-01-01"}""", "expectedEnd")]
    public async Task A_bad_update_is_named_and_nothing_is_stored(string body, string field)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", body);

        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("RESOLVED")]
    [InlineData("CLOSED_UNRESOLVED")]
    public async Task A_constraint_that_is_over_is_closed_at_that_hour_and_changes_no_more(string state)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/state", new { state, note = "As told by the office." });

        Assert.Equal(202, answer.Status);
        var fact = await app.FactAsync(item, 2);
        Assert.Equal((ItemStatus.Closed, state, "As told by the office."), (fact.Status, (string?)fact.Content["state"], (string?)fact.Content["stateNote"]));
        Assert.Equal("2026-03-01T08:00:00Z", (string?)fact.Content["endedAt"]);
        Assert.Equal("CG-3004", (await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "UNDER_FOLLOW_UP" })).Code);
        Assert.Equal("CG-3004", (await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 1 })).Code);
    }

    [Fact]
    public async Task A_constraint_that_was_mitigated_is_followed_up_again_and_never_reported_again()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        foreach (var state in new[] { "ESCALATED", "MITIGATED", "UNDER_FOLLOW_UP" })
        {
            Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/state", new { state })).Status);
        }

        var back = await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "REPORTED" });

        Assert.Equal((409, "CG-3004"), (back.Status, back.Code));
        Assert.Contains("UNDER_FOLLOW_UP", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_of_its_state_and_is_not_carried_on()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "ESCALATED", note = "To the governor." });

        await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "MITIGATED" });

        Assert.False((await app.FactAsync(item, 3)).Content.ContainsKey("stateNote"));
    }

    [Fact]
    public async Task A_state_that_is_none_is_named()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        Assert.Equal(["state"], (await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "OPEN" })).Fields);
        Assert.Equal(["state"], (await app.PostAsync(People.Ngo, $"items/{item}/state", new { })).Fields);
        Assert.Equal(["reason"], (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { })).Fields);
    }

    [Fact]
    public async Task What_is_withdrawn_is_withdrawn_in_any_posture_and_once()
    {
        var room = app.Channels.Open();
        var item = await app.RaisedAsync(People.Ngo, room);
        app.Channels.Change(room, pass => pass with { Posture = Posture.Distance, MayPost = false });

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "Wrong." });

        Assert.Equal(202, answer.Status);
        Assert.Equal(ItemStatus.Withdrawn, (await app.FactAsync(item, 2)).Status);
        Assert.Equal("CG-3004", (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "Again." })).Code);
    }

    [Fact]
    public async Task Coordination_follows_up_a_humanitarian_notice_that_it_holds_and_says_how_it_goes_on()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        app.Held.Give(People.Coordinator.OrganisationId, item);

        Assert.Equal(202, (await app.PostAsync(People.Coordinator, $"items/{item}/update", new { followUpOwner = "Coordination", followUpBy = "2026-03-10" })).Status);
        Assert.Equal(202, (await app.PostAsync(People.Coordinator, $"items/{item}/state", new { state = "ESCALATED" })).Status);

        var fact = await app.FactAsync(item, 3);
        Assert.Equal(People.Coordinator.PersonId, fact.By);
        Assert.Equal(People.Ngo.OrganisationId, fact.Origin.Organisation);
        Assert.Equal("Coordination", (string?)fact.Content["followUpOwner"]);
    }

    [Theory]
    [InlineData("update", """{"severity":"1"}""")]
    [InlineData("update", """{"followUpOwner":"x","releaseTo":["all"]}""")]
    [InlineData("update", """{"clear":["negotiation"]}""")]
    [InlineData("withdraw", """{"reason":"x"}""")]
    public async Task Coordination_changes_nothing_else_of_it(string act, string body)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        app.Held.Give(People.Coordinator.OrganisationId, item);

        var answer = await app.PostAsync(People.Coordinator, $"items/{item}/{act}", body);

        Assert.Equal((403, "CG-3003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Coordination_does_not_change_what_a_force_raised()
    {
        var item = await app.RaisedAsync(People.Force, app.Channels.Open());
        app.Held.Give(People.Coordinator.OrganisationId, item);

        Assert.Equal("CG-3003", (await app.PostAsync(People.Coordinator, $"items/{item}/state", new { state = "RESOLVED" })).Code);
    }
}
