using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;

namespace ContactGroup.Movements.Tests.Features;

public sealed class ChangeAdvisoryTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task An_amendment_changes_what_it_says_and_leaves_the_rest()
    {
        var item = await IssuedAsync();

        var answer = await AmendAsync(item, new() { ["severity"] = "MINOR", ["clear"] = new JsonArray("radius"), ["reason"] = "The water fell." });

        Assert.Equal((202, 2), (answer.Status, (int)answer.Body["version"]!));
        var content = (await app.FactAsync(item, 2)).Content;
        Assert.Equal("MINOR", (string?)content["severity"]);
        Assert.Equal("The bridge is closed to all vehicles.", (string?)content["summary"]);
        Assert.False(content.ContainsKey("radius"));
    }

    [Fact]
    public async Task The_version_that_others_see_tells_nothing_of_what_they_are_not_shown()
    {
        var item = await IssuedAsync();

        foreach (var own in (string[])["unit", "operation", "source"])
        {
            Assert.Equal(1, (int)(await AmendAsync(item, new() { [own] = "Changed." })).Body["version"]!);
        }

        var (first, last) = (await app.FactAsync(item, 1), await app.FactAsync(item, 4));
        Assert.Equal(1, (int)last.Content["version"]!);
        Assert.Equal(first.Expires, last.Expires);
        Assert.Equal(2, (int)(await AmendAsync(item, new() { ["summary"] = "Open again for light vehicles." })).Body["version"]!);
    }

    [Fact]
    public async Task An_amendment_of_an_older_version_is_refused()
    {
        var item = await IssuedAsync();
        await AmendAsync(item, new() { ["severity"] = "MINOR" });

        Assert.Equal(409, (await AmendAsync(item, new() { ["severity"] = "EXTREME", ["ifVersion"] = 1 })).Status);
    }

    [Fact]
    public async Task What_stands_otherwise_than_its_author_saw_it_is_not_amended()
    {
        var item = await IssuedAsync();
        await AmendAsync(item, new() { ["severity"] = "MINOR" });

        var answer = await AmendAsync(item, new() { ["severity"] = "EXTREME", ["before"] = new JsonObject { ["severity"] = "SEVERE" } });
        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
        Assert.Equal(202, (await AmendAsync(item, new() { ["severity"] = "EXTREME", ["before"] = new JsonObject { ["severity"] = "MINOR" } })).Status);
        Assert.Equal(["before"], (await AmendAsync(item, new() { ["severity"] = "MINOR", ["before"] = new JsonObject { ["summary"] = "x" } })).Fields);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("validUntil")]
    [InlineData("issuedBy")]
    public async Task What_an_advisory_needs_is_not_cleared(string field)
    {
        var item = await IssuedAsync();

        Assert.Equal(["clear[0]"], (await AmendAsync(item, new() { ["clear"] = new JsonArray(field) })).Fields);
    }

    [Fact]
    public async Task Nothing_to_amend_is_said_so()
    {
        var item = await IssuedAsync();

        Assert.Equal(["reason"], (await AmendAsync(item, [])).Fields);
    }

    [Fact]
    public async Task An_advisory_that_is_ended_says_so_to_who_held_it_for_a_while_and_is_amended_no_more()
    {
        var item = await IssuedAsync(Advisories.Good(("validUntil", "2026-04-01T00:00:00Z")));

        var answer = await app.PostAsync(People.Force, $"items/{item}/end", new { reason = "Bridge repaired." });

        Assert.Equal((202, 2), (answer.Status, (int)answer.Body["version"]!));
        var fact = await app.FactAsync(item, 2);
        Assert.Equal("ENDED", (string?)fact.Content["state"]);
        Assert.Equal(app.Clock.GetUtcNow() + TimeSpan.FromHours(72), fact.Expires);
        Assert.DoesNotContain("repaired", fact.Content.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(409, (await AmendAsync(item, new() { ["severity"] = "MINOR" })).Status);
        Assert.Equal(409, (await app.PostAsync(People.Force, $"items/{item}/end", new { })).Status);
    }

    [Fact]
    public async Task The_end_of_an_advisory_is_shown_no_longer_than_the_advisory_would_have_been()
    {
        var item = await IssuedAsync(Advisories.Good(("validUntil", "2026-03-02T00:00:00Z")));

        await app.PostAsync(People.Force, $"items/{item}/end", new { });

        Assert.Equal(DateTimeOffset.Parse("2026-03-02T00:00:00Z", CultureInfo.InvariantCulture), (await app.FactAsync(item, 2)).Expires);
    }

    [Fact]
    public async Task An_advisory_whose_time_is_over_is_amended_no_more_and_can_be_withdrawn()
    {
        var item = await IssuedAsync(Advisories.Good(("validUntil", "2026-03-01T09:00:00Z")));
        app.Clock.Advance(TimeSpan.FromHours(2));
        try
        {
            Assert.Equal(409, (await AmendAsync(item, new() { ["validUntil"] = "2026-03-09T09:00:00Z" })).Status);
            Assert.Equal(202, (await app.PostAsync(People.Force, $"items/{item}/withdraw", new { reason = "Wrong bridge." })).Status);
        }
        finally
        {
            app.Clock.Advance(TimeSpan.FromHours(-2));
        }
    }

    [Fact]
    public async Task A_colleague_of_the_same_organisation_goes_on_with_it_and_nobody_else()
    {
        var item = await IssuedAsync();
        app.Held.Give(People.Force.OrganisationId, item);
        app.Held.Give(People.Ngo.OrganisationId, item);

        Assert.Equal(202, (await app.PostAsync(People.ForceColleague, $"items/{item}/amend-advisory", new { severity = "MINOR" })).Status);
        foreach (var verb in (string[])["amend-advisory", "end"])
        {
            Assert.Equal(403, (await app.PostAsync(People.Ngo, $"items/{item}/{verb}", new { })).Status);
            var hidden = await app.PostAsync(People.OtherForce, $"items/{item}/{verb}", new { });
            Assert.Equal(404, hidden.Status);
            Assert.Equal(await app.PostAsync(People.OtherForce, $"items/{Ids.New()}/{verb}", new { }), hidden);
        }
    }

    [Fact]
    public async Task Acts_of_one_kind_find_nothing_of_another()
    {
        var advisory = await IssuedAsync();
        var movement = await app.NotifiedAsync(People.Ngo, app.Room());

        Assert.Equal(404, (await app.PostAsync(People.Force, $"items/{advisory}/amend", new { notes = "words" })).Status);
        Assert.Equal(404, (await app.PostAsync(People.Force, $"items/{advisory}/state", new { state = "UNDERWAY" })).Status);
        Assert.Equal(404, (await app.PostAsync(People.Ngo, $"items/{movement}/amend-advisory", new { severity = "MINOR" })).Status);
        Assert.Equal(404, (await app.PostAsync(People.Ngo, $"items/{movement}/end", new { })).Status);
    }

    [Fact]
    public async Task A_repeat_after_a_lost_answer_is_no_new_act()
    {
        var (item, key) = (await IssuedAsync(), Ids.New());
        var first = await app.PostAsync(People.Force, $"items/{item}/end", new { }, key);

        var again = await app.PostAsync(People.Force, $"items/{item}/end", new { }, key);

        Assert.Equal((202, first.Text), (again.Status, again.Text));
    }

    private Task<Answer> AmendAsync(string item, JsonObject body) => app.PostAsync(People.Force, $"items/{item}/amend-advisory", body);

    private async Task<string> IssuedAsync(JsonObject? body = null)
    {
        var answer = await app.PostAsync(People.Force, $"channels/{app.Room(IssueAdvisoryTests.AsForForces)}/advisories", body ?? Advisories.Good());
        Assert.Equal(202, answer.Status);
        return answer.Item;
    }
}
