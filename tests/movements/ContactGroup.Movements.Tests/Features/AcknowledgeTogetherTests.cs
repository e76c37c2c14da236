using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>Two officers of one force speak for it: what they say is noted in one line, and what binds a command to its sender binds each of them.</summary>
public sealed class AcknowledgeTogetherTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task The_same_receipt_of_another_officer_is_noted_once()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(People.Force, item, "Air cell");
        var stored = (await app.StoredAsync()).Versions;

        Assert.Equal(202, (await AcknowledgeAsync(People.ForceColleague, item, "Air cell")).Status);

        Assert.Equal(stored, (await app.StoredAsync()).Versions);
    }

    [Fact]
    public async Task The_receipt_of_another_officer_stands_in_the_line_of_their_force_and_in_no_other()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(People.Force, item, "Air cell");

        await AcknowledgeAsync(People.ForceColleague, item, "Fires cell");

        var lines = (await app.FactAsync(item, 3)).Content["dispatch"]!.AsArray();
        Assert.Equal(["military:northern-force", "military:southern-force"], lines.Select(line => (string?)line!["to"]));
        Assert.Equal(["ACKNOWLEDGED", "SENT"], lines.Select(line => (string?)line!["state"]));
        Assert.Equal("Fires cell", (string?)lines[0]!["cell"]);
        Assert.False(lines[1]!.AsObject().ContainsKey("cell"));
    }

    [Fact]
    public async Task A_key_that_one_officer_used_is_unused_for_the_other()
    {
        var (item, key) = (await NotifiedAsync(), Ids.New());
        await AcknowledgeAsync(People.Force, item, "Air cell", key);

        var other = await AcknowledgeAsync(People.ForceColleague, item, "Fires cell", key);

        Assert.Equal(202, other.Status);
        Assert.Equal("Fires cell", (string?)(await app.FactAsync(item, 3)).Content["dispatch"]![0]!["cell"]);
    }

    [Fact]
    public async Task Receipts_of_one_version_have_one_end_for_all_officers_of_a_force()
    {
        var item = await NotifiedAsync();
        for (var number = 0; number < 50; number++)
        {
            var (who, cell) = number % 2 == 0 ? (People.Force, "Air cell") : (People.ForceColleague, "Fires cell");
            Assert.Equal(202, (await AcknowledgeAsync(who, item, cell)).Status);
        }

        Assert.Equal(["version"], (await AcknowledgeAsync(People.Force, item, "Air cell")).Fields);
        Assert.Equal(["version"], (await AcknowledgeAsync(People.ForceColleague, item, "Air cell")).Fields);
    }

    private async Task<string> NotifiedAsync()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);
        return item;
    }

    private Task<Answer> AcknowledgeAsync(Participant who, string item, string cell, string? key = null) =>
        app.PostAsync(who, $"items/{item}/acknowledge", new { version = 1, cell }, key);
}
